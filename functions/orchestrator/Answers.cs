using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeRipple.Functions.Orchestrator;

internal sealed record WebhookAnswer(
    string Status,
    string? Repository,
    string? Commit,
    IReadOnlyList<string> AgentsInvoked,
    bool AiPowered,
    int DocumentationUpdates,
    IReadOnlyList<ProposedUpdate> Updates,
    bool Stored,
    string? Message
);

internal sealed record ProposedUpdate(string Agent, string Action, string Path, string Reason, int Quality);

internal sealed record LayerAnswer(
    string Status,
    bool LayersFunctional,
    IReadOnlyList<string> CoderippleAgents,
    IReadOnlyDictionary<string, LoadedAssembly> Assemblies,
    string? Error
);

internal sealed record LoadedAssembly(string Version, string Location);

internal sealed record ErrorAnswer(string Status, string Error);

/// <summary>Answers in the form that API Gateway's proxy integration asks for: a status and a body that is JSON as text.</summary>
[JsonSerializable(typeof(WebhookAnswer))]
[JsonSerializable(typeof(LayerAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class Answers : JsonSerializerContext
{
    // The body travels as JSON inside JSON; every character that is escaped once is escaped twice.
    private static readonly Answers Readable = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        }
    );

    public static JsonNode Ok(WebhookAnswer answer) => Proxy(200, JsonSerializer.Serialize(answer, Readable.WebhookAnswer));

    public static JsonNode Layers(LayerAnswer answer) =>
        Proxy(answer.LayersFunctional ? 200 : 500, JsonSerializer.Serialize(answer, Readable.LayerAnswer));

    public static JsonNode BadRequest(string error) =>
        Proxy(400, JsonSerializer.Serialize(new ErrorAnswer("error", error), Readable.ErrorAnswer));

    private static JsonObject Proxy(int status, string body) =>
        new()
        {
            ["statusCode"] = status,
            ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
            ["body"] = body,
        };
}
