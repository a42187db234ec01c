using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using CodeRipple.Agents;
using CodeRipple.Changes;

namespace CodeRipple.Functions.BuildingInspector;

/// <summary>Proposes changes to the documents that say what the system is.</summary>
public sealed class Function
{
    private static readonly IAgent Agent = new Agents.BuildingInspector();

    /// <param name="received">A push, as GitHub's webhook sends it or inside API Gateway's proxy event.</param>
    /// <exception cref="InvalidWebhookException">It is no push.</exception>
    public Task<JsonNode> HandleAsync(JsonElement received, ILambdaContext context)
    {
        if (Health.IsAsked(received))
            return Task.FromResult(
                JsonSerializer.SerializeToNode(Health.Of(typeof(Function), "building-inspector"), CodeRippleJson.Default.Health)!
            );

        var push = Webhook.Read(received) ?? throw new InvalidWebhookException("The event is none of a push.");
        var report = Agent.Analyze(ChangeSet.Of(push));
        context.Logger.LogInformation(
            "{agent} proposes {proposals} documents for {repository}",
            report.Agent,
            report.Proposals.Count,
            push.Repository.Title
        );
        return Task.FromResult(JsonSerializer.SerializeToNode(report, CodeRippleJson.Default.AgentReport)!);
    }
}
