using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>What must load, inside a function that has the layer attached, before any function of the release may use it.</summary>
public sealed record LayerProbe
{
    [Description(
        ".NET: simple names of assemblies, or assembly-qualified type names (Namespace.Type, Assembly). Of a type, all that its own code mentions must be there too."
    )]
    [ItemCount(100)]
    public IReadOnlyList<string> Types { get; set; } = [];

    [Description("Python: modules, or module:attribute.")]
    [ItemCount(100)]
    public IReadOnlyList<string> Imports { get; set; } = [];

    [Description("Node.js: modules.")]
    [ItemCount(100)]
    public IReadOnlyList<string> Modules { get; set; } = [];

    [Description("Any runtime: files below /opt that must be there and not be empty.")]
    [ItemCount(100)]
    public IReadOnlyList<string> Files { get; set; } = [];

    [JsonIgnore]
    public bool IsEmpty => Types.Count + Imports.Count + Modules.Count + Files.Count == 0;

    /// <summary>The part that a runtime can be asked.</summary>
    public LayerProbe For(ProbeFamily family) =>
        new()
        {
            Types = family == ProbeFamily.Dotnet ? Types : [],
            Imports = family == ProbeFamily.Python ? Imports : [],
            Modules = family == ProbeFamily.Node ? Modules : [],
            Files = Files,
        };
}
