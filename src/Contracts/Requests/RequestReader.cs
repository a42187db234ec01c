using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts;

/// <summary>Turns JSON into a <see cref="ReleaseRequest"/>, or says everything that is wrong with it.</summary>
public static class RequestReader
{
    /// <exception cref="InvalidReleaseRequestException">With every error at once; nothing was changed.</exception>
    public static ReleaseRequest Read(JsonNode? document)
    {
        if (document is JsonObject root)
            root.Remove("$schema");
        var errors = JsonShape.Check(document, ContractsJson.Default.ReleaseRequest);
        if (errors.Count > 0)
            throw new InvalidReleaseRequestException(errors);

        var request = document.Deserialize(ContractsJson.Default.ReleaseRequest)!;
        errors = RequestRules.Check(request);
        return errors.Count == 0 ? request : throw new InvalidReleaseRequestException(errors);
    }

    /// <summary>Reads JSON text; comments and trailing commas are allowed, as in the samples.</summary>
    /// <exception cref="InvalidReleaseRequestException">The text is not JSON.</exception>
    public static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(
                json,
                documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
        }
        catch (JsonException e)
        {
            throw new InvalidReleaseRequestException([new RequestError("", $"is not JSON: {e.Message}")]);
        }
    }
}
