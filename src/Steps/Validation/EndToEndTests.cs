using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>
/// Tests the system as its users see it: through an API, or through the alias. What has just been changed takes seconds until callers
/// see it, so an answer of an old version, and a refusal that a new permission or deployment explains, are no answers yet.
/// </summary>
public sealed class EndToEndTests(LambdaInvocations invocations, StageCalls stages)
{
    private const string Waited = "Callers see such a change within a minute; if this stands after that, look at";

    /// <exception cref="EndToEndTestFailedException">The answer was not as expected; the message has every difference.</exception>
    /// <exception cref="ChangeNotVisibleException">It was not the expected version that answered, or not yet a permitted call.</exception>
    internal Task<EndToEndTestRun> RunAsync(EndToEndTest test, ReleasePlan plan, ExpectedSystem expected) =>
        test.Call is { } call ? CallAsync(test, call, plan, expected) : InvokeAsync(test, test.Function!, plan.Request.Alias, expected);

    /// <summary>The function that answers a test; null when the test calls an API that does not exist.</summary>
    internal static string? FunctionOf(EndToEndTest test, ReleasePlan plan) =>
        test.Call is { } call ? RouteOf(call, plan)?.Function : test.Function;

    private static PlannedRoute? RouteOf(ApiCall call, ReleasePlan plan)
    {
        var wanted = plan.Request.Api.First(call.Meets);
        return plan.Routes.FirstOrDefault(r => r.Api == wanted.Label() && r.Stage == wanted.Stage && call.Meets(r.Method, r.Path));
    }

    private async Task<EndToEndTestRun> InvokeAsync(EndToEndTest test, string function, string alias, ExpectedSystem expected)
    {
        var invocation = await AskAsync(test, function, alias, test.Event, await expected.VersionAsync(function));
        return invocation.FindProblem(test.Expect) is { } problem
            ? throw new EndToEndTestFailedException(
                $"End-to-end test \"{test.Name}\" through {function}:{alias} (version {invocation.Version} answered): {problem}"
            )
            : EndToEndTestRun.Passed($"answered by version {invocation.Version}");
    }

    private async Task<EndToEndTestRun> CallAsync(EndToEndTest test, ApiCall call, ReleasePlan plan, ExpectedSystem expected)
    {
        if (RouteOf(call, plan) is not { } route)
            return EndToEndTestRun.Skipped($"{plan.Request.Api.First(call.Meets).Label()} does not exist");
        // An API does not say which version answered: a smoke test, which may be repeated, shows where the alias leads.
        if (await expected.VersionAsync(route.Function) is { } version)
            await AskAsync(test, route.Function, plan.Request.Alias, plan.Request.Function(route.Function).SmokeTests[0].Event, version);
        var answer = await stages.CallAsync(route, call, test.Event);
        if (SubsetMatcher.Problem(test.Expect, answer, invocations.QuotesLogs) is not { } difference)
            return EndToEndTestRun.Passed($"{call} of {route.Api} answered with {answer["status"]}");
        var problem =
            $"End-to-end test \"{test.Name}\", {call} of {route.Api}, stage {route.Stage} (answered with {answer["status"]}): {difference}";
        // API Gateway refuses with these what it does not know yet, or may not invoke yet.
        throw expected.IsNewlyRouted(route) && (int)answer["status"]! is 403 or 500
            ? new ChangeNotVisibleException(
                $"{problem}. {Waited} the permissions of {route.Function}:{plan.Request.Alias} and the deployment of the stage."
            )
            : new EndToEndTestFailedException(problem);
    }

    /// <param name="version">Who must answer; null when any version may.</param>
    private async Task<Invocation> AskAsync(EndToEndTest test, string function, string alias, JsonNode? @event, string? version)
    {
        var what = $"End-to-end test \"{test.Name}\": {function}:{alias}";
        try
        {
            var invocation = await invocations.InvokePatientlyAsync(function, alias, @event);
            return version is null || invocation.Version == version
                ? invocation
                : throw new ChangeNotVisibleException(
                    $"{what} was answered by version {invocation.Version} and not by version {version}. {Waited} who moved the alias."
                );
        }
        catch (ResourceNotFoundException e)
        {
            throw new ChangeNotVisibleException($"{what} is not there: {e.Message}. {Waited} who deleted the alias.");
        }
    }
}

/// <summary>What came of an end-to-end test that did not fail.</summary>
/// <param name="HasRun">Whether anything was asked: a test that was skipped has not passed.</param>
/// <param name="What">Who answered, or why nobody was asked.</param>
internal sealed record EndToEndTestRun(bool HasRun, string What)
{
    public static EndToEndTestRun Passed(string what) => new(true, what);

    public static EndToEndTestRun Skipped(string why) => new(false, why);

    public override string ToString() => $"{(HasRun ? "passed" : "skipped")}, {What}";
}

/// <summary>What callers must find once they see all that was changed.</summary>
/// <param name="VersionAsync">The version behind a function's alias; null when any may answer.</param>
/// <param name="IsNewlyRouted">Whether the stage of a route was deployed, or its permissions were given, just now.</param>
public sealed record ExpectedSystem(Func<string, Task<string?>> VersionAsync, Func<PlannedRoute, bool> IsNewlyRouted);
