using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>
/// Brings the configuration of <c>$LATEST</c>, layers included, to what the request wants. New layers that do not fit beside the old code
/// follow after the new code, by another call.
/// </summary>
public sealed class UpdateConfigurationStep(
    ReleaseBucket bucket,
    ReleasedLayers layers,
    FunctionConfigurationResource configuration,
    LambdaFunctions functions,
    Changes changes
)
{
    /// <summary>The state machine knows it by this word.</summary>
    public const string LayersFollow = "layers follow";

    /// <exception cref="PackageTooLargeException">The new layers do not fit beside the new code either.</exception>
    [LambdaFunction]
    public async Task<ItemResult> UpdateConfiguration(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var function = plan.Request.Function(input.Name);
        var wanted = FunctionSettings.Of(function, await layers.ResolveAsync(plan, function.Layers));
        var planned = plan.Planned(input.Name);
        try
        {
            return new ItemResult(input.Name, await ApplyAsync(input, planned, wanted) ? "updated" : "unchanged");
        }
        catch (PackageTooLargeException)
        {
            var isNewCode = await functions.FindReadyAsync(input.Name) is { } live && CodeIdentity.Of(live) == CodeIdentity.Of(function);
            if (wanted.Layers.Count == 0 || isNewCode)
                throw;
            await ApplyAsync(input, planned, wanted with { Layers = [] });
            return new ItemResult(input.Name, LayersFollow);
        }
    }

    private Task<bool> ApplyAsync(ItemInput input, PlannedFunction planned, FunctionSettings wanted)
    {
        var change = configuration.ChangeBy(
            JournalPhase.Functions,
            input.Name,
            isMade: state => state?.Digest == wanted.Digest,
            make: current =>
            {
                // Its layers may be to follow, from this release.
                if (current.State!.Digest != (wanted with { Layers = [] }).Digest)
                    PlannedState.Ensure(planned.Latest?.SettingsSha256, current.State.Digest.Hex, "configuration", input);
                return configuration.UpdateAsync(input.Name, wanted, current.Revision);
            },
            wanted
        );
        return changes.ApplyAsync(input.Release, change with { ReplacesEdit = planned.Edits.Any(e => !FunctionDifferences.IsOfCode(e)) });
    }
}
