using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>What a probe is asked about each of its layers, and what its answer means.</summary>
internal sealed class ProbeQuestions
{
    private const string Advice = "No function got the new code. Repair the layer, or what its probe declares, and release again.";

    private readonly PlannedProbe _probe;
    private readonly IReadOnlyList<AskedLayer> _layers;

    private ProbeQuestions(PlannedProbe probe, IReadOnlyList<AskedLayer> layers) => (_probe, _layers) = (probe, layers);

    /// <summary>How many entries are asked for, each once.</summary>
    public int Count => _layers.SelectMany(l => l.Entries).Distinct().Count();

    /// <summary>The layers and where they are proven, for people.</summary>
    public string Subject => $"{string.Join(", ", _layers)} on {Place}";

    private string Place => $"{_probe.Runtime}, {_probe.Architecture}";

    /// <param name="arns">The layer versions that the probe has attached, in the order of its layers.</param>
    public static ProbeQuestions For(ReleaseRequest request, PlannedProbe probe, IReadOnlyList<string> arns)
    {
        var family = ProbeFamilies.Of(probe.Runtime)!.Value;
        // Layers that are named by their ARN belong to another team: the request declares nothing of them.
        var asked = probe
            .Layers.Zip(arns)
            .SelectMany(l =>
                request.Layers.Where(own => own.Name == l.First).Select(own => new AskedLayer(own.Name, l.Second, own.Probe.For(family)))
            );
        return new ProbeQuestions(probe, [.. asked]);
    }

    public JsonObject ToEvent() =>
        new()
        {
            ["types"] = Union(p => p.Types),
            ["imports"] = Union(p => p.Imports),
            ["modules"] = Union(p => p.Modules),
            ["files"] = Union(p => p.Files),
        };

    /// <summary>The message for people when the layers are not proven; null when they are.</summary>
    public string? FindProblem(Invocation invocation)
    {
        if (invocation.FunctionError is not null || invocation.Answer is not JsonObject answer)
            return DescribeCrash(invocation);
        var loaded = Named(answer, "loaded").Select(e => (string?)e["name"]).ToHashSet();
        var failed = Named(answer, "failed").ToLookup(e => (string?)e["name"], e => (string?)e["error"]);
        var complaints = _layers
            .Select(l =>
                (
                    Layer: l,
                    Errors: l.Entries.Where(e => failed.Contains(e) || !loaded.Contains(e))
                        .Select(e => $"- {e}: {failed[e].FirstOrDefault() ?? "the probe said nothing of it"}")
                        .ToList()
                )
            )
            .Where(c => c.Errors.Count > 0)
            .Select(c => $"Layer {c.Layer} does not work on {Place}:\n{string.Join('\n', c.Errors)}\n")
            .ToList();
        return complaints.Count == 0 ? null : string.Concat(complaints) + Advice;
    }

    /// <summary>Interpreter and machine that the probe saw, for instance <c>python 3.13.2, arm64</c>; null when it did not say.</summary>
    public static string? RanOn(Invocation invocation) =>
        invocation.Answer is JsonObject answer && answer["interpreter"] is { } interpreter && answer["machine"] is { } machine
            ? $"{interpreter}, {((string?)machine is "aarch64" ? "arm64" : machine)}"
            : null;

    private string DescribeCrash(Invocation invocation)
    {
        var error = invocation.Answer as JsonObject;
        return $"Probe {_probe.Name} did not survive loading {Subject}: {error?["errorType"] ?? invocation.FunctionError}: {error?["errorMessage"]}\n"
            + $"The end of its log; what it loaded last stands last:\n{invocation.LogEnd}\n{Advice}";
    }

    private JsonArray Union(Func<LayerProbe, IReadOnlyList<string>> part) =>
        [.. _layers.SelectMany(l => part(l.Probe)).Distinct().Select(e => (JsonNode)e)];

    private static IEnumerable<JsonNode> Named(JsonObject answer, string list) => (answer[list] as JsonArray ?? []).OfType<JsonNode>();

    private sealed record AskedLayer(string Name, string Arn, LayerProbe Probe)
    {
        public IEnumerable<string> Entries => [.. Probe.Types, .. Probe.Imports, .. Probe.Modules, .. Probe.Files];

        public override string ToString() => $"{Name} ({Arn})";
    }
}
