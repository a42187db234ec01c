using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Runs the smoke tests of a function against one of its versions.</summary>
public sealed class SmokeTests(LambdaInvocations invocations)
{
    /// <exception cref="SmokeTestFailedException">An answer was not as expected; the message has every difference.</exception>
    public async Task RunAsync(FunctionRequest function, string version)
    {
        var failures = new List<string>();
        foreach (var test in function.SmokeTests)
        {
            var invocation = await invocations.InvokeAsync(function.Name, version, test.Event);
            if (invocation.FindProblem(test.Expect) is { } problem)
                failures.Add($"- \"{test.Name}\": {problem}{Tail(invocation)}");
        }

        if (failures.Count > 0)
            throw new SmokeTestFailedException(
                $"Function {function.Name} version {version} failed {failures.Count} of {function.SmokeTests.Count} smoke tests:\n{string.Join("\n", failures)}");
    }

    private static string Tail(Invocation invocation) =>
        invocation.FunctionError is null || invocation.Log.Length == 0 ? "" : $"\n  Log: {invocation.Log.Trim().ReplaceLineEndings("\n  ")}";
}
