using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// Compares a JSON document with a record type and collects every difference: the deserializer would stop at the first.
/// The limits are the DataAnnotations attributes of the record's properties, the same that the published schema shows.
/// </summary>
public static class JsonShape
{
    public static IReadOnlyList<RequestError> Check(JsonNode? document, JsonTypeInfo type)
    {
        var errors = new List<RequestError>();
        Check(document, type, attributes: null, path: "", errors);
        return errors;
    }

    private static void Check(
        JsonNode? node,
        JsonTypeInfo type,
        ICustomAttributeProvider? attributes,
        string path,
        List<RequestError> errors
    )
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(node, type, path, errors);
                break;
            case JsonTypeInfoKind.Enumerable when node is JsonArray array:
                CheckLength(array.Count, attributes, path, errors);
                for (var i = 0; i < array.Count; i++)
                    Check(array[i], type.Options.GetTypeInfo(type.ElementType!), attributes: null, $"{path}/{i}", errors);
                break;
            case JsonTypeInfoKind.Dictionary when node is JsonObject map:
                foreach (var (key, value) in map)
                    Check(
                        value,
                        type.Options.GetTypeInfo(type.ElementType!),
                        IsConfidential(attributes) ? attributes : null,
                        $"{path}/{key}",
                        errors
                    );
                break;
            case JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary:
                errors.Add(WrongKind(path, node, type.Kind == JsonTypeInfoKind.Enumerable ? "an array" : "an object", attributes));
                break;
            default:
                CheckValue(node, type, attributes, path, errors);
                break;
        }
    }

    private static void CheckObject(JsonNode? node, JsonTypeInfo type, string path, List<RequestError> errors)
    {
        if (node is not JsonObject members)
        {
            errors.Add(WrongKind(path, node, "an object", attributes: null));
            return;
        }

        var known = type.Properties.ToDictionary(p => p.Name);
        foreach (var (name, value) in members)
        {
            if (!known.TryGetValue(name, out var property))
                errors.Add(new RequestError($"{path}/{name}", $"unknown member; known here: {string.Join(", ", known.Keys)}"));
            else if (value is null && property.IsSetNullable)
                continue;
            else
                Check(value, type.Options.GetTypeInfo(property.PropertyType), property.AttributeProvider, $"{path}/{name}", errors);
        }

        foreach (var missing in type.Properties.Where(p => p.IsRequired && !members.ContainsKey(p.Name)))
            errors.Add(new RequestError($"{path}/{missing.Name}", "is missing"));
    }

    private static void CheckValue(
        JsonNode? node,
        JsonTypeInfo type,
        ICustomAttributeProvider? attributes,
        string path,
        List<RequestError> errors
    )
    {
        if (type.Type == typeof(JsonNode))
            return;
        object? value;
        try
        {
            value = node.Deserialize(type);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            errors.Add(WrongKind(path, node, Expected(type.Type), attributes));
            return;
        }

        if (value is null)
        {
            errors.Add(WrongKind(path, node, Expected(type.Type), attributes));
            return;
        }

        foreach (var limit in Limits(attributes))
            if (!limit.IsValid(value))
                errors.Add(new RequestError(path, $"{Sentence(limit)}, but is {Text(node!)}"));
    }

    private static void CheckLength(int count, ICustomAttributeProvider? attributes, string path, List<RequestError> errors)
    {
        foreach (var limit in Limits(attributes).OfType<ItemCountAttribute>())
        {
            if (count < limit.Minimum)
                errors.Add(
                    new RequestError(path, $"must have at least {limit.Minimum} item{(limit.Minimum == 1 ? "" : "s")}, but has {count}")
                );
            if (count > limit.Maximum)
                errors.Add(new RequestError(path, $"must have at most {limit.Maximum} items, but has {count}"));
        }
    }

    private static IEnumerable<ValidationAttribute> Limits(ICustomAttributeProvider? attributes) =>
        attributes?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>() ?? [];

    private static string Sentence(ValidationAttribute limit) =>
        limit switch
        {
            RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"must be {range.Minimum} to {range.Maximum}"),
            StringLengthAttribute { MinimumLength: > 0 } length => $"must have {length.MinimumLength} to {length.MaximumLength} characters",
            StringLengthAttribute length => $"must have at most {length.MaximumLength} characters",
            AllowedValuesAttribute allowed => $"must be one of {string.Join(", ", allowed.Values)}",
            _ => limit.ErrorMessage ?? "is not valid",
        };

    private static RequestError WrongKind(string path, JsonNode? node, string expected, ICustomAttributeProvider? attributes) =>
        new(path, $"must be {expected}, but is {Kind(node, IsConfidential(attributes))}");

    private static bool IsConfidential(ICustomAttributeProvider? attributes) =>
        attributes?.IsDefined(typeof(ConfidentialAttribute), inherit: true) == true;

    private static string Kind(JsonNode? node, bool isConfidential) =>
        node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String when isConfidential => "a string",
            JsonValueKind.Number when isConfidential => "a number",
            JsonValueKind.True or JsonValueKind.False when isConfidential => "true or false",
            _ => Text(node!),
        };

    private static string Text(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.String ? $"\"{node.GetValue<string>()}\"" : JsonText.Of(node);

    private static string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return $"one of {string.Join(", ", Enum.GetNames(type))}";
        if (type == typeof(string))
            return "a string";
        if (type == typeof(bool))
            return "true or false";
        return typeof(IEnumerable).IsAssignableFrom(type) ? "an array"
            : type == typeof(double) ? "a number"
            : "a whole number";
    }
}
