using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Runs the smoke tests of a function against one of its versions.</summary>
public sealed class SmokeTests(LambdaInvocations invocations)
{
    /// <returns>How long the version took to start, in milliseconds; null when no test was a cold start.</returns>
    /// <exception cref="SmokeTestFailedException">An answer was not as expected; the message has every difference.</exception>
    public async Task<double?> RunAsync(FunctionRequest function, string version)
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

        return failures.Count == 0
            ? coldStart
            : throw new SmokeTestFailedException(
                $"Function {function.Name} version {version} failed {failures.Count} of {function.SmokeTests.Count} smoke tests:\n{string.Join("\n", failures)}"
            );
    }

    private static string Tail(Invocation invocation) =>
        invocation.FunctionError is null || invocation.LogEnd.Length == 0 ? "" : $"\n  Log: {invocation.LogEnd.ReplaceLineEndings("\n  ")}";
}
