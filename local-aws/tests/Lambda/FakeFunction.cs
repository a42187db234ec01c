using System.Globalization;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>A function as the launcher would describe it.</summary>
internal sealed record FakeFunction(string Name, byte[] Zip)
{
    public string Runtime { get; init; } = "python3.12";
    public string Handler { get; init; } = "dummy.echo";
    public int Timeout { get; init; } = 20;
    public int MemorySize { get; init; } = 128;
    public int EphemeralStorage { get; init; } = 512;
    public string Architecture { get; init; } = "x86_64";
    public Dictionary<string, string> Environment { get; init; } = [];
    public string[] Layers { get; init; } = [];
    public string State { get; init; } = "Active";
    public int? ReservedConcurrency { get; init; }
    public string? DeadLetterArn { get; init; }
    public string Generation { get; init; } = "1";

    /// <summary>Alias name to versions and weights.</summary>
    public Dictionary<string, (string Version, double Weight)[]> Aliases { get; init; } = [];

    /// <summary>Packages of published versions that differ from <see cref="Zip"/>.</summary>
    public Dictionary<string, byte[]> Versions { get; init; } = [];

    public static string BareName(string id) => id[(id.LastIndexOf(':') + 1)..];

    public byte[] Code(string version) => Versions.GetValueOrDefault(version) ?? Zip;

    public JsonObject? Route(string qualifier)
    {
        (string Version, double Weight)[]? routes = [(qualifier.Length == 0 ? "$LATEST" : qualifier, 1)];
        if (
            qualifier.Length > 0
            && qualifier != "$LATEST"
            && !char.IsAsciiDigit(qualifier[0])
            && !Aliases.TryGetValue(qualifier, out routes)
        )
            return null;
        return new JsonObject
        {
            ["FunctionName"] = Name,
            ["FunctionArn"] = FakeLauncher.Arn + Name,
            ["Routes"] = new JsonArray([
                .. routes.Select(JsonNode (route) => new JsonObject { ["Version"] = route.Version, ["Weight"] = route.Weight }),
            ]),
        };
    }

    public JsonObject Version(string version) =>
        new()
        {
            ["FunctionName"] = Name,
            ["FunctionArn"] = FakeLauncher.Arn + Name,
            ["Version"] = version,
            ["Runtime"] = Runtime,
            ["Handler"] = Handler,
            ["Timeout"] = Timeout,
            ["MemorySize"] = MemorySize,
            ["EphemeralStorage"] = EphemeralStorage,
            ["Architectures"] = new JsonArray(Architecture),
            ["Environment"] = new JsonObject(Environment.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
            ["Layers"] = new JsonArray([.. Layers.Select(JsonNode (layer) => layer)]),
            ["State"] = State,
            ["ReservedConcurrency"] = ReservedConcurrency,
            ["DeadLetterArn"] = DeadLetterArn,
            ["Generation"] = string.Create(CultureInfo.InvariantCulture, $"{version}-{Generation}"),
        };
}
