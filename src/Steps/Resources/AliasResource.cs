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
        return await aliases.FindAsync(function, alias) is { } live ? new(LambdaAliases.TargetOf(live), live.RevisionId) : default;
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
