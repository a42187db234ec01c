using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Events;

/// <summary>A matched event on its way to one target of one rule, as the launcher hands it over.</summary>
/// <param name="RuleArn">Rule or schedule.</param>
/// <param name="Target">As PutTargets took it: Arn, RetryPolicy, DeadLetterConfig…</param>
/// <param name="Input">What the target gets: JSON text after Input, InputPath or InputTransformer.</param>
internal sealed record EventForTarget(string RuleArn, JsonObject Target, string Input)
{
    // PutTargets: RetryPolicy defaults are 185 attempts and 24 hours.
    private const int DefaultRetries = 185;
    private const int DefaultAgeSeconds = 86_400;

    public string TargetArn => (string?)Target["Arn"] ?? "";
    public int Retries => (int?)Target["RetryPolicy"]?["MaximumRetryAttempts"] ?? DefaultRetries;
    public TimeSpan MaximumAge => TimeSpan.FromSeconds((int?)Target["RetryPolicy"]?["MaximumEventAgeInSeconds"] ?? DefaultAgeSeconds);
    public string? DeadLetterQueueArn => (string?)Target["DeadLetterConfig"]?["Arn"];

    public bool IsSchedule => RuleArn.Split(':')[2] == "scheduler";

    public string Service => IsSchedule ? "scheduler.amazonaws.com" : "events.amazonaws.com";

    /// <summary>
    /// For aws:SourceArn: Scheduler acts for the group of a schedule, not for the schedule (user guide, "confused deputy prevention").
    /// </summary>
    public string SourceArn =>
        IsSchedule ? RuleArn[..RuleArn.LastIndexOf('/')].Replace(":schedule/", ":schedule-group/", StringComparison.Ordinal) : RuleArn;

    public static EventForTarget Parse(JsonNode message) =>
        new(
            (string)message["RuleArn"]!,
            message["Target"]!.AsObject(),
            (string?)message["Input"] ?? message["Event"]?.ToJsonString() ?? "{}"
        );
}
