using System.Text.Json.Serialization;

namespace CodeRipple.Changes;

/// <summary>A push as GitHub's webhook describes it, as far as documentation is concerned.</summary>
public sealed record Push
{
    public Repository Repository { get; init; } = new();

    /// <summary>refs/heads/…</summary>
    public string? Ref { get; init; }

    public IReadOnlyList<Commit> Commits { get; init; } = [];

    public Commit? HeadCommit { get; init; }

    /// <summary>The id by which what follows from this push is found again.</summary>
    [JsonIgnore]
    public string CommitId => HeadCommit?.Id ?? (Commits is [.., var last] ? last.Id : "unknown");
}

public sealed record Repository
{
    public string Name { get; init; } = "unknown";

    public string? FullName { get; init; }

    [JsonIgnore]
    public string Title => FullName ?? Name;
}

public sealed record Commit
{
    public string Id { get; init; } = "unknown";

    public string Message { get; init; } = "";

    public DateTimeOffset? Timestamp { get; init; }

    public IReadOnlyList<string> Added { get; init; } = [];

    public IReadOnlyList<string> Modified { get; init; } = [];

    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>The first line of the message.</summary>
    [JsonIgnore]
    public string Subject => Message.Split('\n', 2)[0].Trim();
}
