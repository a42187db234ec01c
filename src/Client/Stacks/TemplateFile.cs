using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>Reads a CloudFormation template in YAML as JSON, short forms of the intrinsic functions written out.</summary>
internal static partial class TemplateFile
{
    public static JsonObject Read(string path)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = File.OpenText(path);
            yaml.Load(reader);
        }
        catch (YamlException e)
        {
            throw new UserErrorException($"{path} is not valid YAML: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be read: {e.Message}", e);
        }

        return yaml.Documents.Count == 1 && Convert(yaml.Documents[0].RootNode) is JsonObject template
            ? template
            : throw new UserErrorException($"{path} is not a CloudFormation template.");
    }

    private static JsonNode? Convert(YamlNode node)
    {
        var value = node switch
        {
            YamlMappingNode map => new JsonObject(map.Select(e => KeyValuePair.Create(((YamlScalarNode)e.Key).Value!, Convert(e.Value)))),
            YamlSequenceNode list => new JsonArray([.. list.Select(Convert)]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => null,
        };
        return node.Tag is { IsEmpty: false, IsNonSpecific: false } tag && tag.Value.StartsWith('!') && tag.Value.Length > 1
            ? Intrinsic(tag.Value[1..], value)
            : value;
    }

    private static JsonObject Intrinsic(string name, JsonNode? value) =>
        name switch
        {
            "Ref" or "Condition" => new JsonObject { [name] = value },
            "GetAtt" when value is JsonValue text => new JsonObject
            {
                ["Fn::GetAtt"] = new JsonArray([.. text.GetValue<string>().Split('.', 2).Select(p => (JsonNode)p)]),
            },
            _ => new JsonObject { ["Fn::" + name] = value },
        };

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value!;
        if (scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty)
            return JsonValue.Create(text);
        return text switch
        {
            "" or "~" or "null" => null,
            "true" or "True" => JsonValue.Create(true),
            "false" or "False" => JsonValue.Create(false),
            _ when WholeNumber().IsMatch(text) && long.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(
                number
            ),
            _ when DecimalNumber().IsMatch(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(text),
        };
    }

    // A leading zero marks an account id or the like, not a number.
    [GeneratedRegex(@"^-?(0|[1-9]\d*)$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^-?\d+\.\d+$")]
    private static partial Regex DecimalNumber();
}
