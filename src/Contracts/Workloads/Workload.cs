using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// The layers and functions of an application with their local paths: the file that <c>coderipple</c> makes release requests from.
/// Every string may hold the placeholders <c>${environment}</c>, <c>${region}</c>, <c>${accountId}</c> and
/// <c>${outputs.NAME}</c> (an output of the base stack).
/// </summary>
public sealed record Workload
{
    [Description("The application that the layers and functions belong to.")]
    [RegularExpression(Patterns.Application, ErrorMessage = Patterns.ApplicationRule)]
    public required string Application { get; init; }

    [Description(
        "CloudFormation template of the infrastructure that the functions depend on (tables, rules, APIs, roles); a rehearsal installs it first."
    )]
    public string? BaseStack { get; set; }

    [Description("The alias that carries the traffic of every function.")]
    [RegularExpression(Patterns.Alias, ErrorMessage = Patterns.AliasRule)]
    public string Alias { get; set; } = "live";

    [Description("The layers to publish.")]
    [ItemCount(100)]
    public IReadOnlyList<WorkloadLayer> Layers { get; set; } = [];

    [Description("The functions to create or update.")]
    [ItemCount(1000)]
    public IReadOnlyList<WorkloadFunction> Functions { get; set; } = [];

    [Description("How the traffic moves to the new versions. Default: all at once.")]
    public TrafficRequest Traffic { get; set; } = new();

    [Description("Tests of the whole system, run after the traffic has shifted and again after a rollback.")]
    [ItemCount(50)]
    public IReadOnlyList<EndToEndTest> EndToEndTests { get; set; } = [];

    [Description(
        "The infrastructure that the functions depend on, as it must be found before and after the release and by the health check."
    )]
    public Infrastructure Infrastructure { get; set; } = new();

    [Description("REST APIs whose routes point to functions of the release.")]
    [ItemCount(20)]
    public IReadOnlyList<ApiRequest> Api { get; set; } = [];

    [Description(
        "Turn rules, schedules and event source mappings that invoke the functions past the alias to the alias. Default: such a release is rejected with the list."
    )]
    public bool Adopt { get; set; }

    [Description("Alarms and log retention of every function.")]
    public MonitoringRequest Monitoring { get; set; } = new();

    [Description("How fast the new versions must be.")]
    public PerformanceRequest Performance { get; set; } = new();

    /// <summary>The request for this workload.</summary>
    /// <param name="environment">Where to release to.</param>
    /// <param name="artifactOf">The uploaded artifact of a local path.</param>
    public ReleaseRequest ToRequest(string environment, Func<string, Artifact> artifactOf) =>
        new()
        {
            Application = Application,
            Environment = environment,
            Alias = Alias,
            Layers = [.. Layers.Select(l => l.ToRequest(artifactOf(l.Path)))],
            Functions = [.. Functions.Select(f => f.ToRequest(artifactOf(f.Path)))],
            Traffic = Traffic,
            EndToEndTests = EndToEndTests,
            Infrastructure = Infrastructure,
            Api = Api,
            Adopt = Adopt,
            Monitoring = Monitoring,
            Performance = Performance,
        };
}

/// <summary>A layer and where its content comes from.</summary>
public sealed record WorkloadLayer : LayerDeclaration
{
    [Description("A project (its `dotnet publish` output is the content), a folder to zip, or a zip file; relative to this file.")]
    public required string Path { get; init; }

    internal LayerRequest ToRequest(Artifact artifact) =>
        new()
        {
            Name = Name,
            Artifact = artifact,
            Description = Description,
            CompatibleRuntimes = CompatibleRuntimes,
            CompatibleArchitectures = CompatibleArchitectures,
            Probe = Probe,
        };
}

/// <summary>A function and where its code comes from.</summary>
public sealed record WorkloadFunction : FunctionDeclaration
{
    [Description("A project (its `dotnet publish` output is the code), a folder to zip, or a zip file; relative to this file.")]
    public required string Path { get; init; }

    internal FunctionRequest ToRequest(Artifact artifact) =>
        new()
        {
            Name = Name,
            Artifact = artifact,
            Runtime = Runtime,
            Handler = Handler,
            Role = Role,
            Architecture = Architecture,
            MemorySize = MemorySize,
            Timeout = Timeout,
            EphemeralStorage = EphemeralStorage,
            Description = Description,
            Environment = Environment,
            Layers = Layers,
            SmokeTests = SmokeTests,
        };
}
