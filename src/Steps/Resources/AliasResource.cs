using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>Where an alias points to.</summary>
public sealed class AliasResource(LambdaAliases aliases)
    : JournaledResource<AliasTarget>(ResourceKinds.Alias, AliasTargetJson.Default.AliasTarget)
{
    public override async Task<Snapshot<AliasTarget>> ReadAsync(string name)
    {
        var (function, alias) = AliasName.Parse(name);
        if (await aliases.FindAsync(function, alias) is not { } live)
            return default;
        var target = LambdaAliases.TargetOf(live);
        // So Lambda shows an alias with provisioned concurrency until that of its new version is there; no release splits traffic so.
        if (target.Weights.FirstOrDefault(weight => weight.Value >= 1).Key is { } old)
            throw new ResourceNotStabilizedException(
                $"Alias {name} is on its way to version {target.Version}: all calls still go to version {old}, as long as Lambda prepares "
                    + "provisioned concurrency. If the weight was set by hand, remove it"
            );
        return new(target, live.RevisionId);
    }

    /// <summary>Moves the alias, or makes it when there was none; fails when it was moved since it was read.</summary>
    public override Task UpdateAsync(string name, AliasTarget state, string? revision)
    {
        var (function, alias) = AliasName.Parse(name);
        return aliases.PointAsync(function, alias, state, revision);
    }

    public override Task DeleteAsync(string name)
    {
        var (function, alias) = AliasName.Parse(name);
        return aliases.DeleteAsync(function, alias);
    }
}
