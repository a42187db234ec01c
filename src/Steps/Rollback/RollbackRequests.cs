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

    // EventBridge and Lambda deliver an event within two hours; what is older comes from a replay.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <exception cref="InvalidRollbackRequestException">It is no such request.</exception>
    public static RollbackRequest Read(JsonNode? input, string environment, DateTimeOffset now)
    {
        var request = Parse(input);
        if (request.Release is { } release)
            return ReleaseKey.TryCreate(release.Application, release.Id) is not null && release.Environment == environment
                ? request
                : throw new InvalidRollbackRequestException(
                    "/release is not a release of this stack; name an application and an environment instead."
                );
        if (request.Application is null)
            throw new InvalidRollbackRequestException(
                """The input must name an application and its environment: { "application": "shop", "environment": "production", "to": "the release to roll back to" }. Without "to" it is the release before."""
            );
        if (request.Environment != environment)
            throw new InvalidRollbackRequestException(
                $"/environment is \"{request.Environment}\", but this stack releases to \"{environment}\"."
            );
        EnsureForm("application", request.Application, Patterns.Application, Patterns.ApplicationRule);
        EnsureForm("to", request.To, Patterns.ReleaseId, Patterns.ReleaseIdRule);
        EnsureLength("requestedBy", request.RequestedBy, 128);
        if (!request.StartedByGuardian)
            EnsureLength("reason", request.Reason, 1024);
        if (request is { To: null, AskedAt: { } asked } && now - asked > LongestDelay)
            throw new InvalidRollbackRequestException(
                $"The event asked for it at {asked:u}, {(now - asked).TotalDays:0} days ago, and does not say which release to go back to. "
                    + """Send a new event, or one with "to": another release may be live by now."""
            );
        return request;
    }

    private static void EnsureForm(string member, string? text, string pattern, string rule)
    {
        if (text is not null && !Patterns.Fits(text, pattern))
            throw new InvalidRollbackRequestException($"/{member} {rule}.");
    }

    private static void EnsureLength(string member, string? text, int longest)
    {
        if (text?.Length > longest)
            throw new InvalidRollbackRequestException($"/{member} has {text.Length} characters; {longest} are allowed.");
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
