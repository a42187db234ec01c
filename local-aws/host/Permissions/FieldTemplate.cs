using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>
/// Text with fields of a request: <c>{Name}</c>, <c>{Name=when absent}</c>, <c>{Name|form}</c>; a part in brackets stays away when a field
/// of it is
/// absent. A field that holds an ARN replaces what stands before it: wherever AWS takes a name it takes an ARN, too.
/// </summary>
internal static partial class FieldTemplate
{
    /// <returns>Null when a field without a default is absent.</returns>
    public static string? Render(string template, RequestFields fields)
    {
        var text = OptionalPart().Replace(template, part => Fill(part.Groups[1].Value, fields) ?? "");
        return Fill(text, fields);
    }

    private static string? Fill(string template, RequestFields fields)
    {
        var text = "";
        var position = 0;
        foreach (Match field in Field().Matches(template))
        {
            if (Value(field, fields) is not { } value)
                return null;
            var isArn = value.StartsWith("arn:", StringComparison.Ordinal);
            text = isArn ? value : text + template[position..field.Index] + value;
            position = field.Index + field.Length;
        }

        return text + template[position..];
    }

    private static string? Value(Match field, RequestFields fields)
    {
        var found = fields.Values(field.Groups["name"].Value);
        var value = found.Count > 0 ? Shape(field.Groups["form"].Value, found[0]) : null;
        return value ?? (field.Groups["default"].Success ? field.Groups["default"].Value : null);
    }

    private static string? Shape(string form, string value) =>
        form switch
        {
            // The ARN of a rule names its bus unless that is the default one.
            "bus" => LastPart(value) is "default" ? null : LastPart(value),
            "last" => LastPart(value),
            _ => value,
        };

    private static string LastPart(string value) => value[(value.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"\[((?:[^\[\]{}]*\{[^{}]*\})+[^\[\]{}]*)\]")]
    private static partial Regex OptionalPart();

    [GeneratedRegex(@"\{(?<name>[^{}=|]+)(\|(?<form>\w+))?(=(?<default>[^{}]*))?\}")]
    private static partial Regex Field();
}
