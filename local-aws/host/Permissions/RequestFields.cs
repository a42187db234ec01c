using System.Formats.Cbor;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.WebUtilities;

namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>
/// What a request says, by name: <c>Name</c> of the path or query, <c>x-amz-…</c> of the headers, <c>.Name.Part</c> of the body.
/// <c>.List[].Part</c> are the parts of all elements, <c>.Map~</c> the keys of a map, <c>.Map^</c> is the map as JSON. Absent fields have
/// no values.
/// </summary>
internal sealed class RequestFields(AwsRequest request, string region, Func<string, string?> header)
{
    private const string Account = "123456789012";
    private readonly Lazy<JsonNode?> _body = new(() => ReadBody(request));

    public IReadOnlyList<string> Values(string name) =>
        name switch
        {
            "region" => [region],
            "account" => [Account],
            "method" => [request.Method],
            "path" => [Unversioned(request.RawTarget.Split('?')[0])],
            "x-amz-copy-source" => One(header(name) is { } source ? Uri.UnescapeDataString(source).TrimStart('/').Split('?')[0] : null),
            _ when name.StartsWith("x-amz-", StringComparison.Ordinal) => One(header(name)),
            _ when name[0] == '.' => InBody(name),
            _ => One(request.Parameters.GetValueOrDefault(name) ?? request.Query.GetValueOrDefault(name)),
        };

    /// <summary>The paths of a list's elements: <c>.List[0]</c>, <c>.List[1]</c>…</summary>
    public IEnumerable<string> Elements(string list) =>
        Find(_body.Value, list.TrimStart('.').Split('.')).FirstOrDefault() is JsonArray array
            ? array.Select((_, index) => $"{list}[{index}]")
            : [];

    // HTTP APIs are /v2/apis/… on the wire and /apis/… in policies.
    private static string Unversioned(string path) => path.StartsWith("/v2/", StringComparison.Ordinal) ? path[3..] : path;

    private static string[] One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private List<string> InBody(string name)
    {
        var found = Find(_body.Value, name.Trim('.', '~', '^').Split('.'));
        var texts = name[^1] switch
        {
            '~' => found.OfType<JsonObject>().SelectMany(map => map.Select(pair => pair.Key)),
            '^' => found.OfType<JsonObject>().Select(map => map.ToJsonString()),
            _ => found.OfType<JsonValue>().Select(value => value.ToString()),
        };
        return [.. texts.Where(text => text.Length > 0)];
    }

    private static IEnumerable<JsonNode?> Find(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return [node];
        var (name, index) = Step(path[0]);
        var child = (node as JsonObject)?[name];
        var rest = path[1..];
        if (index is null)
            return child is null ? [] : Find(child, rest);
        if (child is not JsonArray array)
            return [];
        var found = new List<JsonNode?>();
        foreach (
            var element in index.Length == 0
                ? array
                : (IEnumerable<JsonNode?>)[array[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)]]
        )
            found.AddRange(Find(element, rest));
        return found;
    }

    private static (string Name, string? Index) Step(string text) =>
        text.IndexOf('[', StringComparison.Ordinal) is var open and >= 0 ? (text[..open], text[(open + 1)..^1]) : (text, null);

    private static JsonNode? ReadBody(AwsRequest request)
    {
        if (request.Body is not { Length: > 0 } body)
            return null;
        try
        {
            return request.Protocol switch
            {
                AwsProtocol.Query => FormTree.Of(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body))),
                AwsProtocol.Cbor => CborJson.ToJson(body),
                _ => JsonNode.Parse(body),
            };
        }
        catch (Exception malformed) when (malformed is JsonException or CborContentException)
        {
            // The service will say so.
            return null;
        }
    }
}
