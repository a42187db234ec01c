using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Validation;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// Runs the tests of the release that is live again, as that release declared them. Without an earlier release no tests are known:
/// the functions were not this machine's before. A test that fails is an answer: whether everything is restored, the verification says.
/// </summary>
public sealed class TestRestoredStep(
    ReleaseBucket bucket,
    LambdaAliases aliases,
    SmokeTests smokeTests,
    EndToEndTests endToEndTests,
    BaselineOfTests baseline
)
{
    private const int AtOnce = 4;
    private const int ShownFailures = 20;
    private const int LongestFailure = 1_000;

    [LambdaFunction]
    public async Task<RestoredTests> TestRestored(TestRestoredInput input)
    {
        if (input.TestPlanUri is not { } uri)
            return new RestoredTests();

        var plan = await bucket.ReadPlanAsync(uri);
        var functions = await Concurrently.SelectAsync(plan.Request.Functions, AtOnce, f => SmokeTestAsync(f, plan.Request.Alias));
        var live = functions.Where(f => f.Version is not null).ToDictionary(f => f.Function, f => f.Version);
        // Any stage may have been turned back just now.
        var expected = new ExpectedSystem(function => Task.FromResult(live.GetValueOrDefault(function)), _ => true);
        var whole = new List<Tested>();
        foreach (var test in plan.Request.EndToEndTests)
            whole.Add(await EndToEndTestAsync(test, plan, expected));

        List<Tested> all = [.. functions, .. whole];
        var failed = all.Where(t => t.Problem is not null).ToList();
        HashSet<string> failedBefore = failed.Count == 0 ? [] : await baseline.FindFailedAsync(input.Release);
        return new RestoredTests
        {
            Release = plan.Release.Id,
            SmokeTests = functions.Sum(t => t.Passed),
            EndToEndTests = whole.Sum(t => t.Passed),
            Failed = failed.Sum(t => t.Failed),
            Skipped = [.. all.Select(t => t.Skipped).OfType<string>().Distinct()],
            Failures = Shown([.. failed.Select(t => Describe(t, failedBefore))]),
        };
    }

    private async Task<Tested> SmokeTestAsync(FunctionRequest function, string alias)
    {
        if (await aliases.FindAsync(function.Name, alias) is not { } live)
            return new Tested(function.Name, null, 0, function.SmokeTests.Count, $"Function {function.Name} has no alias {alias} any more");
        try
        {
            var run = await smokeTests.RunAsync(function, live.FunctionVersion);
            return new Tested(function.Name, live.FunctionVersion, run.Passed, run.Failures.Count, run.Problem);
        }
        catch (FunctionSwitchedOffException e)
        {
            return new Tested(function.Name, live.FunctionVersion, 0, 0, null, e.Message);
        }
    }

    private async Task<Tested> EndToEndTestAsync(EndToEndTest test, ReleasePlan plan, ExpectedSystem expected)
    {
        var function = EndToEndTests.FunctionOf(test, plan) ?? "";
        try
        {
            var run = await endToEndTests.RunAsync(test, plan, expected);
            return new Tested(
                function,
                null,
                run.HasRun ? 1 : 0,
                0,
                null,
                run.HasRun ? null : $"end-to-end test \"{test.Name}\", {run.What}"
            );
        }
        catch (EndToEndTestFailedException e)
        {
            return new Tested(function, null, 0, 1, e.Message);
        }
        catch (FunctionSwitchedOffException e)
        {
            return new Tested(function, null, 0, 0, null, e.Message);
        }
    }

    private static string Describe(Tested test, HashSet<string> failedBefore)
    {
        var problem = test.Problem!.Length <= LongestFailure ? test.Problem : test.Problem[..LongestFailure] + "…";
        return failedBefore.Contains(test.Function) ? $"failed before the release too: {problem}" : problem;
    }

    private static IReadOnlyList<string> Shown(IReadOnlyList<string> failures) =>
        failures.Count <= ShownFailures ? failures : [.. failures.Take(ShownFailures), $"and {failures.Count - ShownFailures} more"];

    /// <param name="Version">The version that is live; null when there is none, or when it is of no interest.</param>
    private sealed record Tested(string Function, string? Version, int Passed, int Failed, string? Problem, string? Skipped = null);
}
