using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>How many functions releases deployed, and how many of them were put back.</summary>
internal static class FunctionDeployments
{
    public const string Namespace = "CodeRipple/Releases";

    public static void Succeeded(Metrics metrics, Manifest manifest) => Put(metrics, manifest.Environment, manifest.Functions.Count(f => f.Changed), failed: 0);

    public static void RolledBack(Metrics metrics, ReleaseReference release, IReadOnlyList<RevertResult>? verification)
    {
        var functions = (verification ?? []).Select(r => r.Resource.Split(':')).Where(r => r[0] is ResourceKinds.Function or ResourceKinds.FunctionCode).Select(r => r[1]).Distinct().Count();
        Put(metrics, release.Environment, functions, failed: functions);
    }

    private static void Put(Metrics metrics, string environment, int deployed, int failed) => metrics.Put(
        Namespace,
        [["Environment"]],
        new Dictionary<string, string> { ["Environment"] = environment },
        new Dictionary<string, double> { ["FunctionDeployments"] = deployed, ["FailedFunctionDeployments"] = failed });
}
