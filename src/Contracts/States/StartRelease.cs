using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// What StartRelease reads of an event: <c>Release Requested</c>, <c>Rollback Requested</c>, or S3's <c>Object Created</c>.
/// An event has more members than these.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record RequestEvent
{
    public const string ReleaseRequested = "Release Requested";
    public const string RollbackRequested = "Rollback Requested";
    public const string ObjectCreated = "Object Created";

    /// <summary>The same for every delivery of the event.</summary>
    public required string Id { get; init; }

    [JsonPropertyName("detail-type")]
    public required string DetailType { get; init; }

    /// <summary>When it was sent first; a replay keeps it.</summary>
    public DateTimeOffset? Time { get; set; }

    public JsonNode? Detail { get; set; }
}

/// <summary>What StartRelease did.</summary>
/// <param name="Execution">Name of the execution; null when the event asks for nothing.</param>
/// <param name="Outcome"><c>started</c>, <c>duplicate</c> or <c>nothing to start</c>.</param>
public sealed record StartResult(string? Execution, string Outcome)
{
    public const string Started = "started";
    public const string Duplicate = "duplicate";
    public const string Nothing = "nothing to start";
}
