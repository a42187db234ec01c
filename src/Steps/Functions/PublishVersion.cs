using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>
/// Freezes <c>$LATEST</c> as a version. Versions are immutable and get no traffic by themselves, so nothing has to be undone.
/// </summary>
public sealed class PublishVersionStep(
    ReleaseBucket bucket,
    ReleaseLedger ledger,
    LambdaFunctions functions,
    ChangeLog log,
    StepSettings settings
)
{
    [LambdaFunction]
    public async Task<ItemResult> PublishVersion(ItemInput input)
    {
        var wanted = CodeIdentity.Of((await bucket.ReadPlanAsync(input.Release)).Request.Function(input.Name));
        // Before anything gets traffic: nobody else has claimed it since.
        if (await functions.FindReadyOwnedAsync(input.Name) is { Owner: { } owner })
            FunctionOwnership.EnsureOwner(input.Name, owner, FunctionOwner.Of(input.Release, settings));
        var resource = new ResourceId(ResourceKinds.Function, input.Name);
        // Lambda does not say whether it made the version or had it.
        var version = await log.FollowAsync(
            input.Release,
            ChangeLog.VersionPublication,
            resource,
            async () => (await functions.PublishAsync(input.Name, wanted.Sha256, $"Release {input.Release.Id}"), ChangeEnd.Changed)
        );
        await ledger.RecordVersionAsync(input.Release, input.Name, version);
        return new ItemResult(input.Name, version);
    }
}
