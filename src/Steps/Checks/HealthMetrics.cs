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
    private static readonly HashSet<string> Presence = [CheckCatalog.FunctionActive.Id, CheckCatalog.TableAccessible.Id, CheckCatalog.RuleEnabled.Id, CheckCatalog.ApiStage.Id];

    public static void Put(Metrics metrics, ReleaseReference release, IReadOnlyList<CheckResult> results)
    {
        foreach (var type in results.GroupBy(r => r.Component.Split(':')[0]))
            Put(metrics, release, type.Key, [.. type]);
        Put(metrics, release, "all", results);
    }

    private static void Put(Metrics metrics, ReleaseReference release, string type, IReadOnlyList<CheckResult> results)
    {
        var components = results.GroupBy(r => r.Component).ToList();
        metrics.Put(
            Namespace,
            [["Environment", "Component"], ["Environment", "Application", "Component"]],
            new Dictionary<string, string> { ["Environment"] = release.Environment, ["Application"] = release.Application, ["Component"] = type },
            new Dictionary<string, double>
            {
                ["Components"] = components.Count,
                ["FailedComponents"] = components.Count(c => c.Any(r => r.Verdict == CheckVerdict.Failed)),
                ["UnavailableComponents"] = components.Count(c => c.Any(r => r.Verdict == CheckVerdict.Failed && Presence.Contains(r.Id))),
                ["Checks"] = results.Count(r => r.Verdict != CheckVerdict.Skipped),
                ["FailedChecks"] = results.Count(r => r.Verdict == CheckVerdict.Failed),
            });
    }
}
