using System.Globalization;
using System.Text.Json;

namespace CodeRipple.Events;

/// <summary>An event of the bus as it is kept: what happened, when, and to which repository.</summary>
public sealed record RecordedEvent(string Id, string Source, string Type, DateTimeOffset At, string Repository, string Detail)
{
    /// <summary>The day, in UTC, that the event counts for.</summary>
    public string Day => DayOf(At);

    /// <summary>Unique within the day, and in the order of time.</summary>
    public string SortKey => $"{At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}#{Id}";

    public static string DayOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="received">An event as EventBridge delivers it.</param>
    /// <exception cref="InvalidEventException">Something that every event has is missing.</exception>
    public static RecordedEvent From(JsonElement received)
    {
        var time = Text(received, "time");
        if (!DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw new InvalidEventException($"The event's time '{time}' is no time.");

        var detail = received.TryGetProperty("detail", out var found) ? found : default;
        return new RecordedEvent(
            Text(received, "id"),
            Text(received, "source"),
            Text(received, "detail-type"),
            at,
            RepositoryOf(detail),
            detail.ValueKind == JsonValueKind.Undefined ? "{}" : detail.GetRawText()
        );
    }

    private static string RepositoryOf(JsonElement detail) =>
        detail.ValueKind == JsonValueKind.Object
        && detail.TryGetProperty("repository", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : "unknown";

    private static string Text(JsonElement received, string name) =>
        received.ValueKind == JsonValueKind.Object
        && received.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new InvalidEventException($"The event has no '{name}'; this function takes events of an EventBridge bus.");
}

/// <summary>What was received is no event of a bus; the message says why.</summary>
public sealed class InvalidEventException(string message) : Exception(message);
