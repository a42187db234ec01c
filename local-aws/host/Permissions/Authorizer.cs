using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>Asks the launcher, which knows all policies, whether they allow something. It also remembers which statements did.</summary>
internal sealed class Authorizer(MotoClient moto)
{
    /// <param name="optional">The call goes on without it, so it is no refusal that somebody has to see.</param>
    /// <returns>Null when everything is allowed, else the first need that is not.</returns>
    /// <exception cref="MotoException">A policy cannot be evaluated, for instance because of a condition that the local AWS does not
    /// know.</exception>
    public Task<Refusal?> RefuseAsync(
        Principal principal,
        IEnumerable<Need> needs,
        CancellationToken cancellationToken,
        bool optional = false
    ) =>
        AskAsync(
            "authorize",
            new JsonObject
            {
                ["Optional"] = optional,
                ["RoleArn"] = principal.RoleArn,
                ["Needs"] = new JsonArray([
                    .. needs.Select(need => new JsonObject
                    {
                        ["Action"] = need.Action,
                        ["Resource"] = need.Resource,
                        ["Context"] = new JsonObject(
                            need.Context.Select(pair =>
                                KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(value => (JsonNode)value)]))
                            )
                        ),
                    }),
                ]),
            },
            cancellationToken
        );

    /// <summary>
    /// Whether an AWS service may do something on behalf of one of its resources: by a role that it assumes, or by the target's own policy.
    /// </summary>
    /// <param name="service">For instance <c>events.amazonaws.com</c>.</param>
    /// <param name="sourceArn">The rule or schedule.</param>
    /// <param name="roleArn">Null: the policy of the target decides.</param>
    public Task<Refusal?> RefuseServiceAsync(
        string service,
        string sourceArn,
        string? roleArn,
        string action,
        string resource,
        CancellationToken cancellationToken
    ) =>
        AskAsync(
            "authorize/service",
            new JsonObject
            {
                ["Service"] = service,
                ["SourceArn"] = sourceArn,
                ["RoleArn"] = roleArn,
                ["Action"] = action,
                ["Resource"] = resource,
            },
            cancellationToken
        );

    private async Task<Refusal?> AskAsync(string route, JsonObject question, CancellationToken cancellationToken)
    {
        var refused = (await moto.PostLocalAsync(route, question, cancellationToken))?["Refused"];
        return refused is null ? null : new Refusal((string)refused["Action"]!, (string)refused["Resource"]!, (string)refused["Reason"]!);
    }
}
