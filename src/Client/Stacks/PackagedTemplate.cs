using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Packages;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>
/// A template with the local code and documents that it names, ready to be uploaded: what <c>sam package</c> does, in two halves.
/// </summary>
internal sealed class PackagedTemplate
{
    private readonly JsonObject _template;
    private readonly Dictionary<string, byte[]> _content = [];

    private PackagedTemplate(JsonObject template) => _template = template;

    /// <exception cref="UserErrorException">The template cannot be read, or its code cannot be built.</exception>
    public static async Task<PackagedTemplate> BuildAsync(string path, CancellationToken cancellationToken, StepRuntime? steps = null)
    {
        var packaged = new PackagedTemplate(TemplateFile.Read(path));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var locals = packaged
            .LocalPaths()
            .Select(p => p.Path)
            .Distinct()
            .ToLookup(IsDocument, p => (Path: p, FullPath: Path.GetFullPath(p, folder)));
        foreach (var document in locals[true])
            packaged._content[document.Path] = await File.ReadAllBytesAsync(document.FullPath, cancellationToken);
        var zips = await CodePackages.BuildAsync(locals[false].Select(p => new BuildTarget(p.FullPath, steps?.Name)), cancellationToken);
        foreach (var code in locals[false])
            packaged._content[code.Path] = zips[code.FullPath];
        return packaged;
    }

    /// <summary>Uploads what the template names.</summary>
    /// <returns>The template with the addresses of the uploaded objects in place of the local paths.</returns>
    public async Task<JsonObject> UploadAsync(ArtifactStore artifacts, CancellationToken cancellationToken)
    {
        foreach (var (properties, member, path) in LocalPaths().ToList())
            properties[member] = await artifacts.UploadAsync(_content[path], IsDocument(path) ? ".json" : ".zip", cancellationToken);
        return _template;
    }

    public bool Declares(string parameter) => _template["Parameters"]?[parameter] is not null;

    public IEnumerable<string> DeclaredParameters => (_template["Parameters"] as JsonObject ?? []).Select(p => p.Key);

    private IEnumerable<(JsonObject Properties, string Member, string Path)> LocalPaths()
    {
        var places = _template["Resources"]!
            .AsObject()
            .Select(resource =>
                (Properties: resource.Value!["Properties"] as JsonObject, Member: MemberOf((string?)resource.Value["Type"]))
            )
            .Append((_template["Globals"]?["Function"] as JsonObject, "CodeUri"));
        foreach (var (properties, member) in places)
            if (
                member is not null
                && properties?[member] is JsonValue value
                && value.TryGetValue<string>(out var path)
                && !path.StartsWith("s3://", StringComparison.Ordinal)
            )
                yield return (properties, member, path);
    }

    private static string? MemberOf(string? resourceType) =>
        resourceType switch
        {
            "AWS::Serverless::Function" => "CodeUri",
            "AWS::Serverless::LayerVersion" => "ContentUri",
            "AWS::Serverless::StateMachine" => "DefinitionUri",
            _ => null,
        };

    private static bool IsDocument(string path) => path.EndsWith(".json", StringComparison.Ordinal);
}
