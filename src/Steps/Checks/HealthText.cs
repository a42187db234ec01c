using System.Globalization;
using System.Text;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>The words of a health check: what fails and since when, what is new, what is well again.</summary>
internal sealed class HealthText(HealthState state, IReadOnlyList<CheckResult> failed, HealthState? before)
{
    // SNS takes 256 KB.
    private const int ShownFailures = 100;

    public string Subject
    {
        get
        {
            var where = $"{state.Application} in {state.Environment}";
            var fresh = state.Failing.Count(f => f.Since == state.At);
            return NotificationSubject.Of(
                failed.Count == 0
                    ? before is { Failing.Count: > 0 }
                        ? $"Recovered: {where}"
                        : $"Healthy: {where}"
                    : $"Unhealthy: {where} ({failed.Count} failed, {fresh} new)"
            );
        }
    }

    public string Message(string uri, string executionArn)
    {
        var text = new StringBuilder();
        text.AppendLine(
            failed.Count == 0
                ? $"The infrastructure of {state.Application} in {state.Environment} passes all {state.Passed} checks{(before is { Failing.Count: > 0 } ? " again" : "")}."
                : $"The infrastructure of {state.Application} in {state.Environment} fails {failed.Count} of {failed.Count + state.Passed} checks."
        );
        if (failed.Count > 0)
            text.AppendLine().AppendLine("What fails:");
        foreach (var failure in failed.Take(ShownFailures))
        {
            var since = state.Failing.First(f => (f.Id, f.Component) == (failure.Id, failure.Component)).Since;
            text.Append("- ").Append(since == state.At ? "NEW" : $"since {Time(since)}").Append(": ").AppendLine(failure.ToLine());
        }

        if (failed.Count > ShownFailures)
            text.AppendLine(CultureInfo.InvariantCulture, $"- and {failed.Count - ShownFailures} more, see the results");
        var recovered = before?.Failing.Where(o => !state.Failing.Any(f => (f.Id, f.Component) == (o.Id, o.Component))).ToList() ?? [];
        if (recovered.Count > 0)
            text.AppendLine().AppendLine("Recovered:");
        foreach (var open in recovered.Take(ShownFailures))
            text.AppendLine(CultureInfo.InvariantCulture, $"- {open.Id} of {open.Component}, failed since {Time(open.Since)}");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Live release: {state.Release}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Results: {uri}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Execution: {executionArn}");
        return text.ToString();
    }

    private static string Time(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
