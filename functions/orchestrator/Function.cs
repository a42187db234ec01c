using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using CodeRipple.Agents;
using CodeRipple.Changes;

namespace CodeRipple.Functions.Orchestrator;

/// <summary>Receives GitHub's webhook, lets the agents look at the push and answers with what they would change.</summary>
public sealed class Function(Settings settings, IAnalysisStore? store)
{
    private readonly IReadOnlyList<IAgent> _agents = AllAgents.Enabled(settings.EnabledAgents);

    public Function()
        : this(Settings.Read(Environment.GetEnvironmentVariable)) { }

    private Function(Settings settings)
        : this(settings, settings.AnalysesTable is null ? null : new AnalysisTable(new AmazonDynamoDBClient(), settings.AnalysesTable)) { }

    public async Task<JsonNode> HandleAsync(JsonElement received, ILambdaContext context)
    {
        if (Health.IsAsked(received))
            return JsonSerializer.SerializeToNode(
                Health.Of(typeof(Function), "orchestrator", typeof(AmazonDynamoDBClient)),
                CodeRippleJson.Default.Health
            )!;
        if (LayerTest.IsAsked(received))
            return Answers.Layers(LayerTest.Run());

        try
        {
            return Webhook.Read(received) is { } push
                ? Answers.Ok(await AnalyzeAsync(push, context))
                : Answers.Ok(Nothing("Not a push; nothing to do."));
        }
        catch (InvalidWebhookException problem)
        {
            context.Logger.LogWarning("Webhook refused: {reason}", problem.Message);
            return Answers.BadRequest(problem.Message);
        }
    }

    private async Task<WebhookAnswer> AnalyzeAsync(Push push, ILambdaContext context)
    {
        if (push.Commits.Count == 0)
            return Nothing("The push has no commits; nothing to do.");

        var analysis = Analysis.Of(push, _agents, settings.LeastQuality);
        if (store is not null)
            await store.PutAsync(analysis);

        var updates = Updates(analysis);
        context.Logger.LogInformation(
            "{repository} {commit}: {updates} documentation updates by {agents} agents",
            analysis.Repository,
            analysis.Commit,
            updates.Count,
            analysis.Reports.Count
        );
        return new WebhookAnswer(
            "success",
            analysis.Repository,
            analysis.Commit,
            [.. analysis.Reports.Select(report => report.Agent)],
            analysis.AiPowered,
            updates.Count,
            updates,
            store is not null,
            null
        );
    }

    private static List<ProposedUpdate> Updates(Analysis analysis) =>
        [
            .. analysis.Reports.SelectMany(report =>
                report.Proposals.Select(proposal => new ProposedUpdate(
                    report.Agent,
                    proposal.Action.ToString().ToLowerInvariant(),
                    proposal.Path,
                    proposal.Reason,
                    proposal.Quality
                ))
            ),
        ];

    private static WebhookAnswer Nothing(string message) => new("ignored", null, null, [], false, 0, [], false, message);
}
