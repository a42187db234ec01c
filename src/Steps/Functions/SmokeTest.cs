using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Invokes the exact new version before it gets any traffic.</summary>
public sealed class SmokeTestStep(ReleaseBucket bucket, ReleaseLedger ledger, LambdaFunctions functions, SmokeTests smokeTests)
{
    [LambdaFunction]
    public async Task<ItemResult> SmokeTest(ItemInput input)
    {
        var function = (await bucket.ReadPlanAsync(input.Release)).Request.Function(input.Name);
        var version = await ledger.VersionAsync(input.Release, input.Name);
        await functions.FindReadyAsync(input.Name, version);
        if (await smokeTests.RunAsync(function, version) is { } coldStart)
            await ledger.RecordColdStartAsync(input.Release, input.Name, coldStart);
        return new ItemResult(input.Name, $"version {version}: {function.SmokeTests.Count} passed");
    }
}
