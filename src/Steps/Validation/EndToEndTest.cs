using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>Runs one of the request's end-to-end tests after the traffic has shifted.</summary>
public sealed class EndToEndTestStep(ReleaseBucket bucket, ReleaseLedger ledger, EndToEndTests endToEndTests)
{
    [LambdaFunction]
    public async Task<ItemResult> EndToEndTest(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var test = plan.Request.EndToEndTests.First(t => t.Name == input.Name);
        if (EndToEndTests.FunctionOf(test, plan) is { } name && plan.Functions.Any(f => f.Name == name && f.IsSwitchedOff))
            return new ItemResult(test.Name, EndToEndTestRun.Skipped($"function {name} was switched off before the release").ToString());
        var expected = new ExpectedSystem(
            function => VersionAsync(plan, function),
            route =>
                plan.Routes.Any(r => r.Change && r.ApiId == route.ApiId && r.Stage == route.Stage)
                || plan.Statements.Any(s => s.Change && s.Function == route.Function)
        );
        return new ItemResult(test.Name, (await endToEndTests.RunAsync(test, plan, expected)).ToString());
    }

    private async Task<string?> VersionAsync(ReleasePlan plan, string function) =>
        plan.Functions.First(f => f.Name == function) is { Change: FunctionChange.None, LiveVersion: var live }
            ? live
            : await ledger.VersionAsync(plan.Release, function);
}
