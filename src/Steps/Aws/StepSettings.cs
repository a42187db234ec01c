using System.Globalization;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>What the template passes to every step, through environment variables.</summary>
public sealed record StepSettings(string Environment, string Bucket, string Table, string TargetPrefix)
{
    /// <summary>ARN of the topic that people are notified through; only where a step needs it.</summary>
    public string? NotificationTopic { get; init; }

    /// <summary>Rules and schedules that a release may turn have names that begin with this; empty = any.</summary>
    public string TriggerPrefix { get; init; } = "";

    /// <summary>Name of the release machine's stack; the table is called like it.</summary>
    public string Stack => Table;

    /// <summary>ARN of the topic that the machine's own alarms publish to; only where a step needs it.</summary>
    public string? AlarmTopic { get; init; }

    /// <summary>ARN of the KMS key that environment variables are sealed with.</summary>
    public string? SealingKey { get; init; }

    /// <summary>Where releases write things down.</summary>
    public StoreSettings Store => new(Table, Bucket, SealingKey);

    public static StepSettings FromEnvironment() =>
        new(Read("RELEASE_ENVIRONMENT"), Read("RELEASE_BUCKET"), Read("RELEASE_TABLE"), Read("TARGET_PREFIX"))
        {
            TriggerPrefix = Find("TRIGGER_PREFIX") ?? "",
            NotificationTopic = Find("NOTIFICATION_TOPIC"),
            AlarmTopic = Find("ALARM_TOPIC"),
            SealingKey = Find("SEALING_KEY"),
        };

    /// <summary>Whether messages quote what functions say of their failures.</summary>
    internal static bool QuotesLogs => Find("QUOTE_LOGS") != "false";

    /// <summary>How many processes share a quota: see <see cref="CallPace"/>.</summary>
    internal static int SideBySide => Find("SIDE_BY_SIDE") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 1;

    internal static string Read(string name) =>
        Find(name) ?? throw new InvalidOperationException($"Environment variable {name} is not set; template.yaml sets it.");

    private static string? Find(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
