using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// The strategies of AWS CodeDeploy for Lambda, as stages. Source: "Deployment configurations on an AWS Lambda compute platform" in
/// the CodeDeploy user guide; the names are those that SAM's DeploymentPreference uses.
/// </summary>
public static partial class TrafficStrategies
{
    public const string AllAtOnce = "AllAtOnce";

    private static readonly TrafficStage Last = new() { Percent = 100 };

    internal static IReadOnlyList<TrafficStage> StagesOf(TrafficRequest traffic) =>
        traffic.Stages switch
        {
            [.., { Percent: 100 }] => traffic.Stages,
            { Count: > 0 } => [.. traffic.Stages, Last],
            _ => [.. StagesOf(traffic.Strategy ?? AllAtOnce), Last],
        };

    // Canary: one step, then the rest. Linear: a step each time until all has moved.
    private static IEnumerable<TrafficStage> StagesOf(string strategy)
    {
        if (Name().Match(strategy) is not { Success: true } match)
            return [];
        var (percent, seconds) = (int.Parse(match.Groups["percent"].Value), 60 * int.Parse(match.Groups["minutes"].Value));
        var steps = match.Groups["kind"].Value == "Canary" ? 1 : (100 - 1) / percent;
        return Enumerable.Range(1, steps).Select(step => new TrafficStage { Percent = step * percent, BakeSeconds = seconds });
    }

    [GeneratedRegex("^(?<kind>Canary|Linear)(?<percent>[0-9]+)Percent(?:Every)?(?<minutes>[0-9]+)Minutes?$")]
    private static partial Regex Name();
}
