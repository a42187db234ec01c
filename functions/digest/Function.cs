using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using CodeRipple.Events;

namespace CodeRipple.Functions.Digest;

/// <summary>Sums up a day; runs in the evening, Monday to Saturday.</summary>
public sealed class Function(IDigestStore store)
{
    public Function()
        : this(new DigestTable(new AmazonDynamoDBClient(), Variables.Required("CODERIPPLE_EVENTS_TABLE"))) { }

    /// <param name="received">A scheduled event, whose <c>time</c> gives the day; or the <c>day</c> itself.</param>
    /// <exception cref="InvalidEventException">It says neither.</exception>
    public async Task<JsonNode> HandleAsync(JsonElement received, ILambdaContext context)
    {
        if (Health.IsAsked(received))
            return JsonSerializer.SerializeToNode(
                Health.Of(typeof(Function), "digest", typeof(AmazonDynamoDBClient)),
                CodeRippleJson.Default.Health
            )!;

        var day = DayOf(received);
        var digest = DailyDigest.Of(day, await store.EventsOfAsync(day));
        await store.PutAsync(digest);
        context.Logger.LogInformation("{summary}", digest.Summary);
        return JsonSerializer.SerializeToNode(digest, CodeRippleJson.Default.DailyDigest)!;
    }

    private static string DayOf(JsonElement received)
    {
        if (
            Text(received, "day") is { } day
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
            return day;
        if (DateTimeOffset.TryParse(Text(received, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var fired))
            return RecordedEvent.DayOf(fired);

        throw new InvalidEventException("The event has neither a 'time' nor a 'day' in the form 2026-11-21.");
    }

    private static string? Text(JsonElement received, string name) =>
        received.ValueKind == JsonValueKind.Object
        && received.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
