using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// Functions that nothing can invoke, because their reserved concurrency is 0. A new version of one cannot be proven, so a person decides;
/// one that the release does not change stays as it is.
/// </summary>
internal static class SwitchedOffFunctions
{
    public static IEnumerable<PlannedRisk> FindRisks(IEnumerable<PlannedFunction> functions) =>
        functions
            .Where(f => f is { IsSwitchedOff: true, Change: not FunctionChange.None })
            .Select(f => new PlannedRisk(
                $"switched-off:{f.Name}",
                $"Function {f.Name} is switched off: its reserved concurrency is 0. Its new version would be released without a test, "
                    + $"and a canary could not be judged. To switch it on first: {Remedy(f)}"
            ));

    public static IEnumerable<string> FindWarnings(IEnumerable<PlannedFunction> functions) =>
        functions
            .Where(f => f is { IsSwitchedOff: true, Change: FunctionChange.None })
            .Select(f => $"Function {f.Name} is switched off and stays so: its reserved concurrency is 0. To switch it on: {Remedy(f)}");

    private static string Remedy(PlannedFunction function) => $"aws lambda delete-function-concurrency --function-name {function.Name}";
}
