using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.S3;
using CodeRipple.Agents;
using CodeRipple.Documents;

namespace CodeRipple.Functions.Deliverer;

/// <summary>Assembles the agents' results of a push into one document.</summary>
public sealed class Function(IAnalyses analyses, IDocuments documents)
{
    public Function()
        : this(
            new AnalysisTable(new AmazonDynamoDBClient(), Variables.Required("CODERIPPLE_ANALYSES_TABLE")),
            new DocumentBucket(new AmazonS3Client(), Variables.Required("CODERIPPLE_DOCUMENTS_BUCKET"))
        ) { }

    /// <param name="received">
    /// <c>repository</c> and <c>commit</c>, by themselves or as an event's <c>detail</c>; with <c>reports</c> these are delivered,
    /// otherwise those the orchestrator kept.
    /// </param>
    /// <exception cref="NothingToDeliverException">The push is not named, or was not analysed.</exception>
    public async Task<JsonNode> HandleAsync(JsonElement received, ILambdaContext context)
    {
        if (Health.IsAsked(received))
            return JsonSerializer.SerializeToNode(
                Health.Of(typeof(Function), "deliverer", typeof(AmazonDynamoDBClient), typeof(AmazonS3Client)),
                CodeRippleJson.Default.Health
            )!;

        var analysis = await FindAsync(
            received.ValueKind == JsonValueKind.Object && received.TryGetProperty("detail", out var detail) ? detail : received
        );
        var document = DocumentationUpdate.Write(analysis);
        var place = await documents.PutAsync(DocumentationUpdate.KeyOf(analysis), document);
        context.Logger.LogInformation("Delivered {place}", place);
        return new JsonObject
        {
            ["status"] = "delivered",
            ["document"] = place.ToString(),
            ["bytes"] = Encoding.UTF8.GetByteCount(document),
            ["proposals"] = analysis.Reports.Sum(report => report.Proposals.Count),
        };
    }

    private async Task<Analysis> FindAsync(JsonElement request)
    {
        var repository = Text(request, "repository");
        var commit = Text(request, "commit");
        if (request.TryGetProperty("reports", out _))
            return request.Deserialize(CodeRippleJson.Default.Analysis)!;

        return await analyses.FindAsync(repository, commit)
            ?? throw new NothingToDeliverException(
                $"No analysis of {repository} at {commit} is known. The orchestrator keeps one for every push it receives."
            );
    }

    private static string Text(JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new NothingToDeliverException($"The request does not name the '{name}'.");
}
