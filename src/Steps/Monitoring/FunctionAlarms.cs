using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Monitoring;

/// <summary>The three alarms of a function: errors, duration and throttles, with the numbers of the request.</summary>
public sealed class FunctionAlarms(MonitoringSettings settings)
{
    /// <summary>
    /// How the description of every alarm that a release sets ends. PutMetricAlarm replaces a definition as a whole: whoever takes an
    /// alarm over with it takes this mark away, too, while a tag would stay. And DescribeAlarms shows it without another call.
    /// </summary>
    private const string Mark = "; set by its releases";

    /// <summary>Whether a release set this alarm last, of whichever version of the release machine.</summary>
    public static bool IsOurs(AlarmDefinition live) => live.Description?.EndsWith(Mark, StringComparison.Ordinal) == true;

    /// <summary>The alarms that the request wants set, by their names.</summary>
    public IEnumerable<KeyValuePair<string, AlarmDefinition>> Of(ReleaseRequest request) =>
        request.Monitoring.SetsAlarms
            ? request.Functions.SelectMany(f => Of(f.Name, request.Monitoring)).ExceptBy(request.Monitoring.Keep, alarm => alarm.Key)
            : [];

    /// <summary>All alarms of a function by their names.</summary>
    public IEnumerable<KeyValuePair<string, AlarmDefinition>> Of(string function, MonitoringRequest wanted)
    {
        yield return new(
            FunctionAlarmNames.Errors(function),
            Alarm(function, "Errors", "Sum", "GreaterThanThreshold", wanted.Errors, threshold: 5, periods: 2)
        );
        yield return new(
            FunctionAlarmNames.Duration(function),
            Alarm(function, "Duration", "Average", "GreaterThanThreshold", wanted.Duration, threshold: 60_000, periods: 2)
        );
        yield return new(
            FunctionAlarmNames.Throttles(function),
            Alarm(function, "Throttles", "Sum", "GreaterThanOrEqualToThreshold", wanted.Throttles, threshold: 1, periods: 1)
        );
    }

    private AlarmDefinition Alarm(
        string function,
        string metric,
        string statistic,
        string comparison,
        AlarmLimit? limit,
        double threshold,
        int periods
    ) =>
        new()
        {
            Description = $"{metric} of function {function}{Mark}",
            Namespace = "AWS/Lambda",
            MetricName = metric,
            Dimensions = new(StringComparer.Ordinal) { ["FunctionName"] = function },
            Statistic = statistic,
            Period = limit?.PeriodSeconds ?? 300,
            EvaluationPeriods = limit?.Periods ?? periods,
            Threshold = limit?.Threshold ?? threshold,
            Comparison = comparison,
            // No invocations is not a fault.
            MissingData = "notBreaching",
            AlarmActions = [settings.TopicArn],
        };
}

/// <summary>What the template passes to the steps that configure or compare alarms.</summary>
/// <param name="TopicArn">The stack's notification topic.</param>
public sealed record MonitoringSettings(string TopicArn)
{
    public static MonitoringSettings FromEnvironment() => new(StepSettings.Read("NOTIFICATION_TOPIC"));
}
