using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// Tells a second delivery of a request from another request with the same id: two requests that would release the same have the same
/// digest, whoever asks and why.
/// </summary>
public static class RequestDigest
{
    /// <param name="request">As it was read, with its id.</param>
    public static Sha256 Of(ReleaseRequest request)
    {
        var content = request with { RequestedBy = null, Reason = null };
        return Sha256.Of(Sorted(JsonSerializer.SerializeToNode(content, ContractsJson.Default.ReleaseRequest))?.ToJsonString() ?? "");
    }

    // The order of members, such as variables, means nothing.
    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
