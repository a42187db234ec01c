using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace CodeRipple.Workflow.Contracts;

/// <summary>The JSON schema of a record, with the descriptions and limits that its attributes give.</summary>
public static class JsonSchema
{
    public static JsonObject Of(JsonTypeInfo type, string title)
    {
        var schema = JsonSchemaExporter
            .GetJsonSchemaAsNode(
                type,
                new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe }
            )
            .AsObject();
        // Editors look for a "$schema" member in the document itself.
        schema["properties"]!["$schema"] = new JsonObject { ["type"] = "string" };
        return new JsonObject([
            KeyValuePair.Create("$schema", (JsonNode?)"https://json-schema.org/draft/2020-12/schema"),
            KeyValuePair.Create("title", (JsonNode?)title),
            .. schema.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())),
        ]);
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node || context.PropertyInfo?.AttributeProvider is not { } attributes)
            return schema;
        foreach (var attribute in attributes.GetCustomAttributes(inherit: true))
            Add(node, attribute);
        return node;
    }

    private static void Add(JsonObject node, object attribute)
    {
        switch (attribute)
        {
            case DescriptionAttribute description:
                node.Insert(0, "description", description.Description);
                break;
            case RegularExpressionAttribute expression:
                node["pattern"] = expression.Pattern;
                break;
            case RangeAttribute range:
                node["minimum"] = Number(range.Minimum);
                node["maximum"] = Number(range.Maximum);
                break;
            case StringLengthAttribute length:
                AddLimits(node, "Length", length.MinimumLength, length.MaximumLength);
                break;
            case ItemCountAttribute count:
                AddLimits(node, "Items", count.Minimum, count.Maximum);
                break;
            case AllowedValuesAttribute allowed:
                node["enum"] = new JsonArray([
                    .. allowed.Values.Select(v => (JsonNode)(v is int number ? JsonValue.Create(number) : JsonValue.Create((string)v!))),
                ]);
                break;
        }
    }

    private static void AddLimits(JsonObject node, string what, int minimum, int maximum)
    {
        if (minimum > 0)
            node[$"min{what}"] = minimum;
        node[$"max{what}"] = maximum;
    }

    private static JsonNode Number(object limit) => limit is double number ? JsonValue.Create(number) : JsonValue.Create((int)limit);
}
