using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>Reads what somebody wants to be rolled back.</summary>
internal static class RollbackRequests
{
    // What a Catch of a state machine passes on is spelt Error and Cause.
    private static readonly JsonTypeInfo<RollbackRequest> Type =
        (JsonTypeInfo<RollbackRequest>)
            new JsonSerializerOptions(ContractsJson.Default.Options) { PropertyNameCaseInsensitive = true }.GetTypeInfo(
                typeof(RollbackRequest)
            );

    /// <exception cref="InvalidRollbackRequestException">It is no such request.</exception>
    public static RollbackRequest Read(JsonNode? input, string environment)
    {
        var request = Parse(input);
        if (request.Release is not null)
            return request;
        if (request.Application is null)
            throw new InvalidRollbackRequestException(
                """The input must name an application and its environment: { "application": "shop", "environment": "production", "to": "the release to roll back to" }. Without "to" it is the release before."""
            );
        if (request.Environment != environment)
            throw new InvalidRollbackRequestException(
                $"/environment is \"{request.Environment}\", but this stack releases to \"{environment}\"."
            );
        return request;
    }

    private static RollbackRequest Parse(JsonNode? input)
    {
        try
        {
            return input?.Deserialize(Type) ?? throw new JsonException("The input is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidRollbackRequestException($"The input is not a rollback request: {e.Message}");
        }
    }
}
