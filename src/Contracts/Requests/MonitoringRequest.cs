using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// The alarms and the log retention of every function of the release. What stands there and no release made is kept, unless it is
/// adopted by its name; so is a log group that keeps events for longer.
/// </summary>
public sealed record MonitoringRequest
{
    internal const string ToSet = "set";
    internal const string ToKeep = "keep";

    [Description("set: every function has the three alarms. keep: alarms are left as they are, and none is made.")]
    [AllowedValues(ToSet, ToKeep)]
    public string Alarms { get; set; } = ToSet;

    [Description("Alarm <function>-errors. Default: more than 5 errors in each of 2 periods of 300 seconds.")]
    public AlarmLimit? Errors { get; set; }

    [Description("Alarm <function>-duration. Default: more than 60000 milliseconds on average in each of 2 periods of 300 seconds.")]
    public AlarmLimit? Duration { get; set; }

    [Description("Alarm <function>-throttles. Default: 1 throttle or more in 1 period of 300 seconds.")]
    public AlarmLimit? Throttles { get; set; }

    [Description("set: the logs of the functions are kept for logRetentionDays. keep: log groups are left as they are, and none is made.")]
    [AllowedValues(ToSet, ToKeep)]
    public string LogRetention { get; set; } = ToSet;

    [Description("Days that the logs of the functions are kept. A log group that keeps them longer or for ever stays as it is.")]
    [AllowedValues(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public int LogRetentionDays { get; set; } = 90;

    [Description(
        "Alarms and log groups to be set although no release made them, by name: orders-errors, /aws/lambda/orders. Default: they are kept, and the plan warns of it. An adopted log group may lose events: its retention is set even if that is shorter."
    )]
    [ItemCount(4000)]
    public IReadOnlyList<string> Adopt { get; set; } = [];

    [Description("Alarms and log groups that are left as they are, there or not, by name.")]
    [ItemCount(4000)]
    public IReadOnlyList<string> Keep { get; set; } = [];

    [JsonIgnore]
    public bool SetsAlarms => Alarms == ToSet;

    /// <summary>Whether a release may make or change an alarm of this function.</summary>
    public bool SetsAlarmsOf(string function) => SetsAlarms && FunctionAlarmNames.Of(function).Except(Keep).Any();

    [JsonIgnore]
    public bool SetsLogRetention => LogRetention == ToSet;
}

/// <summary>Names of the alarms that releases set for a function.</summary>
public static class FunctionAlarmNames
{
    public static string Errors(string function) => $"{function}-errors";

    public static string Duration(string function) => $"{function}-duration";

    public static string Throttles(string function) => $"{function}-throttles";

    public static IReadOnlyList<string> Of(string function) => [Errors(function), Duration(function), Throttles(function)];
}

/// <summary>Name of the log group that Lambda writes a function's log to.</summary>
public static class FunctionLogGroup
{
    public static string Of(string function) => $"/aws/lambda/{function}";
}

/// <summary>When an alarm fires; what is left out is as by default.</summary>
public sealed record AlarmLimit
{
    [Description("The number that the metric is compared with.")]
    [Range(0, 1_000_000_000)]
    public double? Threshold { get; set; }

    [Description("How many periods in a row.")]
    [Range(1, 24)]
    public int? Periods { get; set; }

    [Description("Length of a period in seconds.")]
    [AllowedValues(60, 120, 180, 300, 600, 900, 1800, 3600)]
    public int? PeriodSeconds { get; set; }
}

/// <summary>How fast the new versions must be, measured after the traffic has shifted.</summary>
public sealed record PerformanceRequest
{
    [Description("Limit of the average duration of a function, in milliseconds.")]
    [Range(1, 900_000)]
    public int AverageDuration { get; set; } = 30_000;

    [Description("Limit of the 95th percentile of a function's duration, in milliseconds.")]
    [Range(1, 900_000)]
    public int P95Duration { get; set; } = 30_000;

    [Description(
        "Seconds to wait at most until CloudWatch has the duration of a call of every new version, which takes it one to three minutes."
    )]
    [Range(0, 900)]
    public int WaitSeconds { get; set; } = 240;

    [Description("What to do when it still has none of a new version after that: promote the release, and say so, or roll it back.")]
    [AllowedValues(Promote, RollBack)]
    public string OnNoMetrics { get; set; } = Promote;

    internal const string Promote = "promote";
    internal const string RollBack = "rollBack";

    [JsonIgnore]
    public bool DemandsMetrics => OnNoMetrics == RollBack;
}
