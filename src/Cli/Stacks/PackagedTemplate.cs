using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Packages;

namespace CodeRipple.Workflow.Cli.Stacks;

/// <summary>A template with the local code and documents that it names, ready to be uploaded: what <c>sam package</c> does, in two halves.</summary>
internal sealed class PackagedTemplate
{
    private readonly JsonObject _template;
    private readonly Dictionary<string, byte[]> _content = [];

    private PackagedTemplate(JsonObject template) => _template = template;

    /// <exception cref="UserErrorException">The template cannot be read, or its code cannot be built.</exception>
    public static async Task<PackagedTemplate> BuildAsync(string path, CancellationToken cancellationToken)
    {
        var packaged = new PackagedTemplate(TemplateFile.Read(path));
        foreach (var local in packaged.LocalPaths().Select(p => p.Path).Distinct())
            packaged._content[local] = await BuildAsync(Path.GetDirectoryName(path)!, local, cancellationToken);
        return packaged;
    }

    /// <summary>Uploads what the template names.</summary>
    /// <returns>The template with the addresses of the uploaded objects in place of the local paths.</returns>
    public async Task<JsonObject> UploadAsync(ArtifactStore artifacts, CancellationToken cancellationToken)
    {
        foreach (var (properties, member, path) in LocalPaths().ToList())
            properties[member] = await artifacts.UploadAsync(_content[path], Extension(path), cancellationToken);
        return _template;
    }

    public bool Declares(string parameter) => _template["Parameters"]?[parameter] is not null;

    private IEnumerable<(JsonObject Properties, string Member, string Path)> LocalPaths()
    {
        var places = _template["Resources"]!.AsObject()
            .Select(resource => (Properties: resource.Value!["Properties"] as JsonObject, Member: MemberOf((string?)resource.Value["Type"])))
            .Append((_template["Globals"]?["Function"] as JsonObject, "CodeUri"));
        foreach (var (properties, member) in places)
            if (member is not null && properties?[member] is JsonValue value && value.TryGetValue<string>(out var path) && !path.StartsWith("s3://", StringComparison.Ordinal))
                yield return (properties, member, path);
    }

    private static string? MemberOf(string? resourceType) => resourceType switch
    {
        "AWS::Serverless::Function" => "CodeUri",
        "AWS::Serverless::LayerVersion" => "ContentUri",
        "AWS::Serverless::StateMachine" => "DefinitionUri",
        _ => null,
    };

    private static Task<byte[]> BuildAsync(string folder, string path, CancellationToken cancellationToken) => Extension(path) == ".json"
        ? File.ReadAllBytesAsync(Path.Combine(folder, path), cancellationToken)
        : CodePackage.BuildAsync(Path.Combine(folder, path), cancellationToken);

    private static string Extension(string path) => path.EndsWith(".json", StringComparison.Ordinal) ? ".json" : ".zip";
}
