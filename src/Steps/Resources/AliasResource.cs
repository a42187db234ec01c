using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>Where an alias points to; the name is <c>function:alias</c>.</summary>
public sealed class AliasResource(LambdaAliases aliases) : IJournaledResource
{
    public string Kind => ResourceKinds.Alias;

    public bool HasRevision => true;

    public static string NameOf(string function, string alias) => $"{function}:{alias}";

    public async Task<JsonNode?> ReadAsync(string name)
    {
        var (function, alias) = Split(name);
        return await aliases.FindAsync(function, alias) is { } live ? LambdaAliases.TargetOf(live).ToJson() : null;
    }

    public async Task RestoreAsync(string name, JsonNode? before)
    {
        var (function, alias) = Split(name);
        if (before is null)
            await aliases.DeleteAsync(function, alias);
        else
            await PointAsync(name, AliasTarget.FromJson(before), await RevisionAsync(name));
    }

    /// <summary>To be read before the change is journaled, so that a rollback that came in between is not undone; null = there is no alias.</summary>
    public async Task<string?> RevisionAsync(string name)
    {
        var (function, alias) = Split(name);
        return (await aliases.FindAsync(function, alias))?.RevisionId;
    }

    /// <summary>Moves the alias, or makes it; fails when somebody else has moved it since its revision was read.</summary>
    /// <param name="revision">From <see cref="RevisionAsync"/>.</param>
    public Task PointAsync(string name, AliasTarget target, string? revision)
    {
        var (function, alias) = Split(name);
        return aliases.PointAsync(function, alias, target, revision);
    }

    private static (string Function, string Alias) Split(string name) => (name[..name.IndexOf(':')], name[(name.IndexOf(':') + 1)..]);
}
