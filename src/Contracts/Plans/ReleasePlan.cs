using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>The validated request with everything resolved against what is live; written while the release holds the lock.</summary>
public sealed record ReleasePlan
{
    public required ReleaseReference Release { get; init; }

    public required ReleaseRequest Request { get; init; }

    /// <summary>ARN of the execution that runs the release.</summary>
    public string ExecutionArn => Release.ExecutionArn;

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The versions of the artifacts whose digests were compared with the request, by key in the release bucket.</summary>
    public IReadOnlyDictionary<string, string> ArtifactVersions { get; set; } = new Dictionary<string, string>();

    public IReadOnlyList<PlannedLayer> Layers { get; set; } = [];

    public IReadOnlyList<PlannedProbe> Probes { get; set; } = [];

    public IReadOnlyList<PlannedFunction> Functions { get; set; } = [];

    /// <summary>The tables whose names functions have in their environment, which is sealed afterwards.</summary>
    public IReadOnlyList<PlannedTable> Tables { get; set; } = [];

    /// <summary>The alarms that the request watches, as they stood before the release changed anything.</summary>
    public IReadOnlyList<WatchedAlarm> Alarms { get; set; } = [];

    public IReadOnlyList<PlannedRoute> Routes { get; set; } = [];

    /// <summary>What the routes need in the policies of the aliases.</summary>
    public IReadOnlyList<PlannedStatement> Statements { get; set; } = [];

    /// <summary>What they need no more.</summary>
    public IReadOnlyList<StaleStatement> StaleStatements { get; set; } = [];

    /// <summary>What invokes functions past the alias and is turned to it.</summary>
    public IReadOnlyList<PlannedTrigger> Triggers { get; set; } = [];

    /// <summary>What may invoke functions past the alias without the plan seeing it; null when it looked for nothing.</summary>
    public string? NotSeen { get; set; }

    /// <summary>Alarms and log groups that are not as wanted, with what changes.</summary>
    public IReadOnlyList<string> Monitoring { get; set; } = [];

    /// <summary>Names of alarms and log groups that stay as they are, although the request says something else.</summary>
    public IReadOnlyList<string> KeptMonitoring { get; set; } = [];

    /// <summary>Log groups that the release makes.</summary>
    public IReadOnlyList<string> NewLogGroups { get; set; } = [];

    /// <summary>Log groups of the functions whose retention this release or an earlier one set.</summary>
    public IReadOnlyList<string> LogGroups { get; set; } = [];

    /// <summary>What the release leaves out and why, for the record and the message.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>Id of the release that is current while this one runs; null when there is none.</summary>
    public string? Previous { get; set; }

    public PlannedFunction Planned(string function) => Functions.First(f => f.Name == function);

    /// <summary>The version of an artifact that Lambda is to read; null in a bucket without versions.</summary>
    public string? VersionOf(Artifact artifact) => ArtifactVersions.GetValueOrDefault(artifact.ObjectKey);

    [JsonIgnore]
    public IEnumerable<PlannedFunction> ChangedFunctions => Functions.Where(f => f.Change != FunctionChange.None);

    [JsonIgnore]
    public bool HasChanges =>
        Layers.Any(l => l.Publish)
        || ChangedFunctions.Any()
        || Routes.Any(r => r.Change)
        || Statements.Any(p => p.Change)
        || StaleStatements.Count > 0
        || Triggers.Count > 0
        || Monitoring.Count > 0;
}

/// <param name="UsedBy">Functions that have the name of the table in a variable.</param>
public sealed record PlannedTable(string Name, IReadOnlyList<string> UsedBy);

/// <param name="State">OK, ALARM or INSUFFICIENT_DATA.</param>
public sealed record WatchedAlarm(string Name, string State);

/// <param name="Publish">Whether a new version must be published.</param>
/// <param name="VersionArn">The newest version, when it already has the wanted content.</param>
public sealed record PlannedLayer(string Name, bool Publish, string? VersionArn);

/// <summary>A set of layers to be proven together, as functions use them.</summary>
/// <param name="Name">Name of the ephemeral function.</param>
/// <param name="Layers">Layers of the request or ARNs of layer versions, in order.</param>
public sealed record PlannedProbe(string Name, string Runtime, string Architecture, IReadOnlyList<string> Layers);

/// <param name="Reasons">What differs from what is live, for people.</param>
/// <param name="LiveVersion">The version that the alias points to now; null when there is no alias yet.</param>
public sealed record PlannedFunction(string Name, FunctionChange Change, IReadOnlyList<string> Reasons, string? LiveVersion)
{
    /// <summary>Whether nothing could invoke it before the release: its tests are skipped.</summary>
    public bool IsSwitchedOff { get; set; }

    /// <summary><c>$LATEST</c> as it was when this was planned; null when the function is new or stays as it is.</summary>
    public PlannedLatest? Latest { get; set; }

    /// <summary>What of <c>$LATEST</c> was changed outside the releases since the live version was published; names only.</summary>
    public IReadOnlyList<string> Edits { get; set; } = [];

    /// <summary>Whether the function exists without the alias and must be adopted first.</summary>
    [JsonIgnore]
    public bool Adopt => Change != FunctionChange.Create && LiveVersion is null;

    /// <summary>Whether the function exists and becomes this application's with this release.</summary>
    public bool Claim { get; init; }

    /// <summary>The tag that says whose the function is; null when none does.</summary>
    public string? Owner { get; init; }
}

/// <summary>Digests that tell whether <c>$LATEST</c> was changed since.</summary>
/// <param name="CodeSha256">SHA-256 of the zip, base64.</param>
/// <param name="SettingsSha256">SHA-256 of the settings that a release sets, hexadecimal.</param>
public sealed record PlannedLatest(string CodeSha256, string SettingsSha256);

[JsonConverter(typeof(JsonStringEnumConverter<FunctionChange>))]
public enum FunctionChange
{
    None,
    Create,
    Update,
}
