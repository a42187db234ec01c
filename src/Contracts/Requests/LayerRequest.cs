using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CodeRipple.Workflow.Contracts;

/// <summary>What a request and a workload both say of a layer.</summary>
public abstract record LayerDeclaration
{
    [Description("Name of the layer, without version.")]
    [RegularExpression(Patterns.LayerName, ErrorMessage = Patterns.LayerNameRule)]
    public required string Name { get; init; }

    [Description("Description of the layer version.")]
    [StringLength(200)]
    public string? Description { get; set; }

    [Description("Runtimes that the layer works with; it is proven on each of them.")]
    [ItemCount(15, Minimum = 1)]
    public required IReadOnlyList<string> CompatibleRuntimes { get; init; }

    [Description("Instruction sets that the layer works with; it is proven on each of them.")]
    [ItemCount(2, Minimum = 1)]
    public IReadOnlyList<string> CompatibleArchitectures { get; set; } = ["x86_64"];

    [Description("What an ephemeral function loads to prove the layer.")]
    public required LayerProbe Probe { get; init; }
}

/// <summary>A layer to publish, and how to prove that it works.</summary>
public sealed record LayerRequest : LayerDeclaration
{
    [Description("The zip file with the layer's content.")]
    public required Artifact Artifact { get; init; }
}
