using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Invokes the exact new version before it gets any traffic.</summary>
public sealed class SmokeTestStep(ReleaseBucket bucket, ReleaseLedger ledger, LambdaFunctions functions, SmokeTests smokeTests)
{
    /// <exception cref="SmokeTestFailedException">An answer was not as expected; the message has every difference.</exception>
    /// <exception cref="FunctionSwitchedOffException">Nothing can invoke the function.</exception>
    [LambdaFunction]
    public async Task<ItemResult> SmokeTest(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var function = plan.Request.Function(input.Name);
        var version = await ledger.VersionAsync(input.Release, input.Name);
        await functions.FindReadyAsync(input.Name, version);
        // Somebody has accepted that it is released without a test.
        if (plan.Functions.Any(f => f.Name == input.Name && f.IsSwitchedOff))
            return new ItemResult(input.Name, $"version {version}: skipped, the function is switched off");
        var run = await smokeTests.RunAsync(function, version);
        if (run.Problem is { } problem)
            throw new SmokeTestFailedException(problem);
        if (run.ColdStart is { } coldStart)
            await ledger.RecordColdStartAsync(input.Release, input.Name, coldStart);
        return new ItemResult(input.Name, $"version {version}: {run.Passed} passed");
    }
}
