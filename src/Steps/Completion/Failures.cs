using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Reads what a Catch of a state machine passed on.</summary>
internal static class Failures
{
    /// <summary>The message of the step's exception; for anything else the error's name and cause.</summary>
    public static string Describe(CaughtError error)
    {
        var message = ParseMessage(error.Cause);
        return message ?? (error.Cause is { Length: > 0 } cause ? $"{error.Error}: {cause}" : error.Error);
    }

    // The cause of a failed Lambda step is JSON text; of a failed nested execution JSON text with the inner cause.
    private static string? ParseMessage(string? cause)
    {
        try
        {
            return JsonNode.Parse(cause ?? "null") switch
            {
                JsonObject o when o["errorMessage"]?.GetValue<string>() is { } message => message,
                JsonObject o when o["Cause"]?.GetValue<string>() is { } inner => ParseMessage(inner) ?? inner,
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
