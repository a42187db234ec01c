using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Runs the smoke tests of a function against one of its versions.</summary>
public sealed class SmokeTests(LambdaInvocations invocations)
{
    /// <exception cref="FunctionSwitchedOffException">Nothing can invoke the function.</exception>
    internal async Task<SmokeTestRun> RunAsync(FunctionRequest function, string version)
    {
        var failures = new List<string>();
        double? coldStart = null;
        foreach (var test in function.SmokeTests)
        {
            var invocation = await invocations.InvokePatientlyAsync(function.Name, version, test.Event);
            coldStart ??= invocation.ColdStart;
            if (invocation.FindProblem(test.Expect) is { } problem)
                failures.Add($"- \"{test.Name}\": {problem}{Tail(invocation)}");
        }

        return new SmokeTestRun(function, version, failures, coldStart);
    }

    private static string Tail(Invocation invocation) =>
        invocation.FunctionError is null || invocation.LogEnd.Length == 0 ? "" : $"\n  Log: {invocation.LogEnd.ReplaceLineEndings("\n  ")}";
}

/// <summary>What came of the smoke tests of one version.</summary>
/// <param name="ColdStart">How long the version took to start, in milliseconds; null when no test was a cold start.</param>
internal sealed record SmokeTestRun(FunctionRequest Function, string Version, IReadOnlyList<string> Failures, double? ColdStart)
{
    public int Passed => Function.SmokeTests.Count - Failures.Count;

    /// <summary>Every difference of every test; null when all have passed.</summary>
    public string? Problem =>
        Failures.Count == 0
            ? null
            : $"Function {Function.Name} version {Version} failed {Failures.Count} of {Function.SmokeTests.Count} smoke tests:\n{string.Join("\n", Failures)}";
}
