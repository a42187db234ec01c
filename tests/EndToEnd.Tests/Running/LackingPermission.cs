using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Aws;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>A function whose role lacks one action until this is disposed of.</summary>
internal sealed class LackingPermission : IAsyncDisposable
{
    private readonly AwsClients _clients;
    private readonly string _role;
    private readonly string _policy;
    private readonly string _document;

    private LackingPermission(AwsClients clients, string role, string policy, string document) =>
        (_clients, _role, _policy, _document) = (clients, role, policy, document);

    public static async Task<LackingPermission> TakeAsync(AwsClients clients, string function, string action)
    {
        var configuration = (await clients.Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = function })).Configuration;
        var role = configuration.Role[(configuration.Role.LastIndexOf('/') + 1)..];
        var policy = Assert.Single((await clients.Iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = role })).PolicyNames);
        var document = (
            await clients.Iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = policy })
        ).PolicyDocument;
        var lacking = new LackingPermission(clients, role, policy, Uri.UnescapeDataString(document));
        await lacking.PutAsync(Without(lacking._document, action));
        return lacking;
    }

    public async ValueTask DisposeAsync() => await PutAsync(_document);

    private static string Without(string document, string action)
    {
        var policy = JsonNode.Parse(document)!;
        var statements = policy["Statement"]!.AsArray();
        foreach (var statement in statements.ToList())
        {
            var actions = statement!["Action"] is JsonArray many ? many.Select(a => (string)a!) : [(string)statement["Action"]!];
            var rest = actions.Where(a => a != action).ToList();
            if (rest.Count == 0)
                statements.Remove(statement);
            else
                statement["Action"] = new JsonArray([.. rest.Select(a => (JsonNode)a)]);
        }

        return policy.ToJsonString();
    }

    private Task PutAsync(string document) =>
        _clients.Iam.PutRolePolicyAsync(
            new PutRolePolicyRequest
            {
                RoleName = _role,
                PolicyName = _policy,
                PolicyDocument = document,
            }
        );
}
