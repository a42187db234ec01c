using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Probe;

/// <param name="Types">Simple names of assemblies, or assembly-qualified type names.</param>
/// <param name="Files">Paths below /opt.</param>
internal sealed record ProbeEvent(IReadOnlyList<string>? Types, IReadOnlyList<string>? Files);

/// <param name="Interpreter">What runs this program: .NET and its version.</param>
/// <param name="Machine">The processor, as Lambda names it.</param>
internal sealed record ProbeAnswer(
    IReadOnlyList<LoadedEntry> Loaded,
    IReadOnlyList<FailedEntry> Failed,
    string Interpreter,
    string Machine
);

/// <param name="Version">Version of the assembly; null for a file.</param>
internal sealed record LoadedEntry(string Name, string? Version, string Path);

internal sealed record FailedEntry(string Name, string Error);

/// <summary>A failure of the probe itself, in the form that Lambda reports.</summary>
internal sealed record ProbeError(string ErrorType, string ErrorMessage);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProbeEvent))]
[JsonSerializable(typeof(ProbeAnswer))]
[JsonSerializable(typeof(ProbeError))]
internal sealed partial class ProbeJson : JsonSerializerContext;
