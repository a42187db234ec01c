using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// Metrics of a health check for each type of component, and for all together: how many there are, how many fail anything, how many
/// are not even there. The alarms of the template divide them.
/// </summary>
internal static class HealthMetrics
{
    public const string Namespace = "CodeRipple/Health";

    // The first question to a component of each type.
    private static readonly HashSet<string> Presence =
    [
        CheckCatalog.FunctionActive.Id,
        CheckCatalog.TableAccessible.Id,
        CheckCatalog.RuleEnabled.Id,
        CheckCatalog.ApiStage.Id,
    ];

    public static void Write(EmbeddedMetrics output, ReleaseReference release, DateTimeOffset at, IReadOnlyList<CheckResult> results)
    {
        foreach (var type in results.GroupBy(r => r.Component.Split(':')[0]))
            output.Write(LineOf(release, at, type.Key, [.. type]));
        output.Write(LineOf(release, at, "all", results));
    }

    private static MetricLine LineOf(ReleaseReference release, DateTimeOffset at, string type, IReadOnlyList<CheckResult> results)
    {
        var components = results.GroupBy(r => r.Component).ToList();
        var line = new MetricLine(Namespace, at, ["Environment", "Component"], ["Environment", "Application", "Component"]);
        line.Say("Environment", release.Environment);
        line.Say("Application", release.Application);
        line.Say("Component", type);
        line.Add("Components", "Count", components.Count);
        line.Add("FailedComponents", "Count", components.Count(c => c.Any(r => r.Verdict == CheckVerdict.Failed)));
        line.Add(
            "UnavailableComponents",
            "Count",
            components.Count(c => c.Any(r => r.Verdict == CheckVerdict.Failed && Presence.Contains(r.Id)))
        );
        line.Add("Checks", "Count", results.Count(r => r.Verdict != CheckVerdict.Skipped));
        line.Add("FailedChecks", "Count", results.Count(r => r.Verdict == CheckVerdict.Failed));
        return line;
    }
}
