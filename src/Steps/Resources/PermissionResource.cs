using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>A statement in the policy of an alias; the name is <c>function:alias/statement</c>.</summary>
public sealed class PermissionResource(FunctionPolicies permissions) : IJournaledResource
{
    public string Kind => ResourceKinds.AliasPermission;

    public static string NameOf(string function, string alias, PermissionStatement statement) => $"{function}:{alias}/{statement.Id}";

    public async Task<JsonNode?> ReadAsync(string name)
    {
        var (function, alias, id) = Split(name);
        return (await permissions.ListAsync(function, alias)).FirstOrDefault(s => s.Id == id)?.ToJson();
    }

    public async Task RestoreAsync(string name, JsonNode? before)
    {
        var (function, alias, id) = Split(name);
        await permissions.RemoveAsync(function, alias, id);
        if (before is not null)
            await permissions.AddAsync(function, alias, PermissionStatement.FromJson(before));
    }

    private static (string Function, string Alias, string Statement) Split(string name)
    {
        var (colon, slash) = (name.IndexOf(':'), name.IndexOf('/'));
        return (name[..colon], name[(colon + 1)..slash], name[(slash + 1)..]);
    }
}
