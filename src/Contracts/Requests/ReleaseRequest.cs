using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CodeRipple.Workflow.Contracts;

/// <summary>What a person or a pipeline asks for: these layers and functions, in this environment, all or nothing.</summary>
public sealed record ReleaseRequest
{
    [Description("Identifies the release; the same id is never released twice. Default: the name of the execution.")]
    [RegularExpression(Patterns.ReleaseId, ErrorMessage = Patterns.ReleaseIdRule)]
    public string? Id { get; set; }

    [Description("The application that the layers and functions belong to; one release at a time for each application and environment.")]
    [RegularExpression(Patterns.Application, ErrorMessage = Patterns.ApplicationRule)]
    public required string Application { get; init; }

    [Description("The environment to release to; it must be the one that the stack was installed for.")]
    [RegularExpression(Patterns.Environment, ErrorMessage = Patterns.EnvironmentRule)]
    public required string Environment { get; init; }

    [Description("Who asks, for the record and the messages.")]
    [StringLength(128)]
    public string? RequestedBy { get; set; }

    [Description("Why, for the record and the messages.")]
    [StringLength(1024)]
    public string? Reason { get; set; }

    [Description("The alias that carries the traffic of every function.")]
    [RegularExpression(Patterns.Alias, ErrorMessage = Patterns.AliasRule)]
    public string Alias { get; set; } = "live";

    [Description("The layers to publish.")]
    [ItemCount(100)]
    public IReadOnlyList<LayerRequest> Layers { get; set; } = [];

    [Description("The functions to create or update.")]
    [ItemCount(1000)]
    public IReadOnlyList<FunctionRequest> Functions { get; set; } = [];

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

    [Description("Risks of the plan that are accepted, by name. Default: a release with a risk is rejected, and says the name.")]
    [ItemCount(1000)]
    public IReadOnlyList<string> Accept { get; set; } = [];

    [Description("Alarms and log retention of every function.")]
    public MonitoringRequest Monitoring { get; set; } = new();

    [Description("How fast the new versions must be.")]
    public PerformanceRequest Performance { get; set; } = new();

    public LayerRequest Layer(string name) => Layers.First(l => l.Name == name);

    public FunctionRequest Function(string name) => Functions.First(f => f.Name == name);
}
