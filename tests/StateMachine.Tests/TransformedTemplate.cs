using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>
/// What SAM makes of template.yaml: resources of CloudFormation only, with the roles, rules and permissions that SAM adds.
/// </summary>
internal sealed class TransformedTemplate
{
    private static readonly Lazy<Task<TransformedTemplate>> Transformed = new(TransformAsync);

    private TransformedTemplate(JsonObject resources) =>
        Resources = [
            .. resources.Select(r => new TransformedResource(r.Key, (string)r.Value!["Type"]!, r.Value["Properties"]!.AsObject())),
        ];

    public IReadOnlyList<TransformedResource> Resources { get; }

    public static Task<TransformedTemplate> ReadAsync() => Transformed.Value;

    public IEnumerable<TransformedResource> OfType(string type) => Resources.Where(r => r.Type == type);

    public JsonObject PropertiesOf(string name) => Resources.Single(r => r.Name == name).Properties;

    private static async Task<TransformedTemplate> TransformAsync()
    {
        var resources = await PythonScript.RunAsync(
            """
            import json, os, sys
            os.environ["AWS_DEFAULT_REGION"] = "us-west-2"
            from samtranslator.translator.transform import transform
            from samtranslator.yaml_helper import yaml_parse
            class Policies:
                def load(self):
                    return {}
            template = yaml_parse(open(sys.argv[1]))
            for resource in template["Resources"].values():
                for member in ("CodeUri", "DefinitionUri"):
                    if member in resource.get("Properties", {}):
                        resource["Properties"][member] = "s3://bucket/key"
            template["Globals"]["Function"]["CodeUri"] = "s3://bucket/key"
            print(json.dumps(transform(template, {}, Policies())["Resources"]))
            """,
            Repository.Path("template.yaml")
        );
        return new TransformedTemplate(JsonNode.Parse(resources)!.AsObject());
    }
}

/// <param name="Name">The logical id.</param>
internal sealed record TransformedResource(string Name, string Type, JsonObject Properties);
