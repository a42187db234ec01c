using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>What is deployed on a stage: the answer of the launcher's route <c>stage</c>.</summary>
internal sealed record StageSnapshot(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<StageResource> Resources)
{
    public static StageSnapshot Parse(JsonNode json) =>
        new(
            (json["Variables"] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => (string?)pair.Value ?? ""),
            [.. (json["Resources"] as JsonArray ?? []).Select(resource => StageResource.Parse(resource!))]
        );

    /// <summary>The resource that takes the path, as API Gateway chooses it: literal before {parameter} before {proxy+}.</summary>
    public ResourceMatch? Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Resources
            .Select(resource => resource.Match(method, segments))
            .Where(match => match is not null)
            .OrderByDescending(match => match!.Weight, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}

/// <param name="Methods">By HTTP method, <c>ANY</c> included.</param>
internal sealed record StageResource(string Path, IReadOnlyDictionary<string, StageIntegration> Methods)
{
    public static StageResource Parse(JsonNode json) =>
        new(
            (string)json["Path"]!,
            (json["Methods"] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => StageIntegration.Parse(pair.Value!))
        );

    public ResourceMatch? Match(string method, string[] segments)
    {
        if ((Methods.GetValueOrDefault(method) ?? Methods.GetValueOrDefault("ANY")) is not { } integration)
            return null;
        var template = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parameters = new Dictionary<string, string>();
        var weight = "";
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i].EndsWith("+}", StringComparison.Ordinal))
            {
                if (segments.Length <= i)
                    return null;
                parameters[template[i][1..^2]] = string.Join('/', segments[i..]);
                return new ResourceMatch(this, integration, parameters, weight + "0");
            }

            if (i >= segments.Length)
                return null;
            if (template[i][0] == '{')
                parameters[template[i][1..^1]] = segments[i];
            else if (template[i] != segments[i])
                return null;
            weight += template[i][0] == '{' ? "1" : "2";
        }

        return template.Length == segments.Length ? new ResourceMatch(this, integration, parameters, weight) : null;
    }
}

/// <param name="Credentials">Role that API Gateway invokes with; null means the function's own policy must allow it.</param>
internal sealed record StageIntegration(string Type, string Uri, string? Credentials)
{
    /// <summary>By content type; only a MOCK needs them here.</summary>
    public IReadOnlyDictionary<string, string> RequestTemplates { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<MockResponse> Responses { get; init; } = [];

    public static StageIntegration Parse(JsonNode json) =>
        new((string?)json["Type"] ?? "", (string?)json["Uri"] ?? "", (string?)json["Credentials"])
        {
            RequestTemplates = Texts(json["RequestTemplates"]),
            Responses = [.. (json["Responses"] as JsonObject ?? []).Select(r => MockResponse.Parse(r.Key, r.Value!))],
        };

    public static IReadOnlyDictionary<string, string> Texts(JsonNode? json) =>
        (json as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => (string?)pair.Value ?? "");
}

/// <param name="Weight">Orders matches, segment by segment: 2 literal, 1 parameter, 0 greedy.</param>
internal sealed record ResourceMatch(
    StageResource Resource,
    StageIntegration Integration,
    IReadOnlyDictionary<string, string> Parameters,
    string Weight
);
