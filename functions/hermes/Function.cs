using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using CodeRipple.Events;

namespace CodeRipple.Functions.Hermes;

/// <summary>Writes down what happens on the bus.</summary>
public sealed class Function(IEventStore store)
{
    public Function()
        : this(new EventTable(new AmazonDynamoDBClient(), Variables.Required("CODERIPPLE_EVENTS_TABLE"))) { }

    /// <param name="received">A custom event, as EventBridge delivers it.</param>
    /// <exception cref="InvalidEventException">It is no event of a bus.</exception>
    public async Task<JsonNode> HandleAsync(JsonElement received, ILambdaContext context)
    {
        if (Health.IsAsked(received))
            return JsonSerializer.SerializeToNode(
                Health.Of(typeof(Function), "hermes", typeof(AmazonDynamoDBClient)),
                CodeRippleJson.Default.Health
            )!;

        var recorded = RecordedEvent.From(received);
        var added = await store.AddAsync(recorded);
        context.Logger.LogInformation(
            "{type} of {repository} {outcome}",
            recorded.Type,
            recorded.Repository,
            added ? "recorded" : "was recorded already"
        );
        return new JsonObject
        {
            ["status"] = added ? "recorded" : "known",
            ["id"] = recorded.Id,
            ["day"] = recorded.Day,
        };
    }
}
