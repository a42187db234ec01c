using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Traffic;

/// <summary>Where an alias points to; the name is <c>function:alias</c>.</summary>
public sealed class AliasResource(LambdaAliases aliases) : IJournaledResource
{
    public string Kind => ResourceKinds.Alias;

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
            await PointAsync(name, AliasTarget.FromJson(before));
    }

    /// <summary>Moves the alias, or makes it; fails when somebody else moves it in between.</summary>
    public async Task PointAsync(string name, AliasTarget target)
    {
        var (function, alias) = Split(name);
        var live = await aliases.FindAsync(function, alias);
        await aliases.PointAsync(function, alias, target, live?.RevisionId);
    }

    private static (string Function, string Alias) Split(string name) => (name[..name.IndexOf(':')], name[(name.IndexOf(':') + 1)..]);
}
