using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts;

/// <summary>JSON in texts for people: without escapes for what only a browser would misread (<c>\u0022</c>, <c>\u002B</c>).</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>absent</c> for null.</summary>
    public static string Of(JsonNode? node)
    {
        if (node is null)
            return "absent";
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Readable))
            node.WriteTo(writer);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The beginning of it, when it is longer than that.</summary>
    public static string Of(JsonNode? node, int longest)
    {
        var text = Of(node);
        return text.Length <= longest ? text : text[..longest] + "…";
    }
}
