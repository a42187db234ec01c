using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Validation;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// Runs the tests of the release that is live again, as that release declared them. Without an earlier release no tests are known:
/// the functions were not this machine's before.
/// </summary>
public sealed class TestRestoredStep(ReleaseBucket bucket, LambdaAliases aliases, SmokeTests smokeTests, EndToEndTests endToEndTests)
{
    private const int AtOnce = 4;

    [LambdaFunction]
    public async Task<ItemResult> TestRestored(TestRestoredInput input)
    {
        if (input.TestPlanUri is not { } uri)
            return new ItemResult("tests", "no earlier release, so no tests are known");

        var plan = await bucket.ReadPlanAsync(uri);
        var request = plan.Request;
        var versions = await Concurrently.SelectAsync(
            request.Functions,
            AtOnce,
            async function =>
            {
                var live =
                    await aliases.FindAsync(function.Name, request.Alias)
                    ?? throw new SmokeTestFailedException($"Function {function.Name} has no alias {request.Alias} any more");
                await smokeTests.RunAsync(function, live.FunctionVersion);
                return KeyValuePair.Create(function.Name, live.FunctionVersion);
            }
        );
        var live = new Dictionary<string, string>(versions);
        // Any stage may have been turned back just now.
        var expected = new ExpectedSystem(function => Task.FromResult(live.GetValueOrDefault(function)), _ => true);
        foreach (var test in request.EndToEndTests)
            await endToEndTests.RunAsync(test, plan, expected);
        return new ItemResult(
            "tests",
            $"{request.Functions.Sum(f => f.SmokeTests.Count)} smoke tests and {request.EndToEndTests.Count} end-to-end tests of release {plan.Release.Id} passed"
        );
    }
}
