using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>What starts a release: the request itself, or where it lies, and the execution that runs it.</summary>
public sealed record PrepareReleaseInput
{
    /// <summary>A <see cref="ReleaseRequest"/>, or <c>{ "requestUri": "s3://bucket/requests/…", "versionId": … }</c>.</summary>
    public JsonNode? Request { get; set; }

    public required string ExecutionName { get; init; }

    public required string ExecutionArn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>The small document that travels through the states; everything large is in the plan.</summary>
public sealed record PreparedRelease
{
    public required ReleaseReference Release { get; init; }

    /// <summary>ARN of the execution that already has this release id; null when this one owns it.</summary>
    public string? DuplicateOf { get; set; }
}

/// <summary>What every state knows of the release.</summary>
public sealed record ReleaseReference
{
    public required string Id { get; init; }

    public required string Application { get; init; }

    public required string Environment { get; init; }

    /// <summary><c>s3://…</c> of the <see cref="ReleasePlan"/>; null when there never will be one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonConverter(typeof(EmptyTextConverter))]
    public required string? PlanUri { get; init; }

    /// <summary>ARN of the execution that runs the release: the owner of the lock.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Fencing token of the lock; 0 before the lock is taken.</summary>
    public long Token { get; set; }

    /// <summary>What identifies this release.</summary>
    [JsonIgnore]
    public ReleaseKey Key => new(Application, Id);
}
