using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Cli.Stack;

/// <summary>Replaces the local paths of a SAM template by uploaded objects, as <c>sam package</c> does.</summary>
internal sealed class TemplatePackager(ArtifactStore artifacts, string templateFolder)
{
    private readonly Dictionary<string, string> _uploaded = [];

    public async Task<JsonObject> PackageAsync(JsonObject template, CancellationToken cancellationToken)
    {
        if (template["Globals"]?["Function"] is JsonObject globals)
            await ReplaceAsync(globals, "CodeUri", cancellationToken);
        foreach (var resource in template["Resources"]!.AsObject().Select(r => r.Value!.AsObject()))
        {
            var member = resource["Type"]?.GetValue<string>() switch
            {
                "AWS::Serverless::Function" => "CodeUri",
                "AWS::Serverless::LayerVersion" => "ContentUri",
                "AWS::Serverless::StateMachine" => "DefinitionUri",
                _ => null,
            };
            if (member is not null && resource["Properties"] is JsonObject properties)
                await ReplaceAsync(properties, member, cancellationToken);
        }

        return template;
    }

    private async Task ReplaceAsync(JsonObject properties, string member, CancellationToken cancellationToken)
    {
        if (properties[member] is not JsonValue value || value.GetValue<string>() is not { } path || path.StartsWith("s3://", StringComparison.Ordinal))
            return;
        if (!_uploaded.TryGetValue(path, out var uri))
            _uploaded[path] = uri = await UploadAsync(Path.Combine(templateFolder, path), cancellationToken);
        properties[member] = uri;
    }

    private async Task<string> UploadAsync(string path, CancellationToken cancellationToken) => path.EndsWith(".json", StringComparison.Ordinal)
        ? await artifacts.UploadAsync(await File.ReadAllBytesAsync(path, cancellationToken), ".json", cancellationToken)
        : await artifacts.UploadAsync(await CodePackage.BuildAsync(path, cancellationToken), ".zip", cancellationToken);
}
