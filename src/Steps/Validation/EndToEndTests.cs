using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>Tests the system as its users see it: through an API, or through the alias.</summary>
public sealed class EndToEndTests(LambdaInvocations invocations, StageCalls stages)
{
    /// <returns>What came of it, in words.</returns>
    /// <exception cref="EndToEndTestFailedException">The answer was not as expected; the message has every difference.</exception>
    public Task<string> RunAsync(EndToEndTest test, ReleasePlan plan) =>
        test.Call is { } call ? CallAsync(test, call, plan) : InvokeAsync(test, test.Function!, plan.Request.Alias);

    private async Task<string> InvokeAsync(EndToEndTest test, string function, string alias)
    {
        var invocation = await invocations.InvokePatientlyAsync(function, alias, test.Event);
        return invocation.FindProblem(test.Expect) is { } problem
            ? throw new EndToEndTestFailedException(
                $"End-to-end test \"{test.Name}\" through {function}:{alias} (version {invocation.Version} answered): {problem}"
            )
            : $"passed, answered by version {invocation.Version}";
    }

    private async Task<string> CallAsync(EndToEndTest test, ApiCall call, ReleasePlan plan)
    {
        var wanted = plan.Request.Api.First(call.Meets);
        if (
            plan.Routes.FirstOrDefault(r => r.Api == wanted.Label() && r.Stage == wanted.Stage && call.Meets(r.Method, r.Path))
            is not { } route
        )
            return $"skipped, {wanted.Label()} does not exist";
        var answer = await stages.CallAsync(route, call, test.Event);
        var differences = test.Expect is null ? [] : SubsetMatcher.Differences(test.Expect, answer);
        return differences.Count > 0
            ? throw new EndToEndTestFailedException(
                $"End-to-end test \"{test.Name}\", {call} of {route.Api}, stage {route.Stage} (answered with {answer["status"]}): {string.Join("; ", differences)}"
            )
            : $"passed, {call} of {route.Api} answered with {answer["status"]}";
    }
}
