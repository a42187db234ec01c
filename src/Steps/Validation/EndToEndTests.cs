using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>Tests the system as its users see it: through the alias.</summary>
public sealed class EndToEndTests(LambdaInvocations invocations)
{
    /// <returns>The version that answered.</returns>
    /// <exception cref="EndToEndTestFailedException">The answer was not as expected; the message has every difference.</exception>
    public async Task<string> RunAsync(EndToEndTest test, string alias)
    {
        var invocation = await invocations.InvokeAsync(test.Function, alias, test.Event);
        return invocation.FindProblem(test.Expect) is { } problem
            ? throw new EndToEndTestFailedException($"End-to-end test \"{test.Name}\" through {test.Function}:{alias} (version {invocation.Version} answered): {problem}")
            : invocation.Version;
    }
}
