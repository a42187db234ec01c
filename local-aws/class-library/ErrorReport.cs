using System.Reflection;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.LocalAws.ClassLibrary;

/// <summary>What is wrong with a function's handler; Lambda's runtime gives such an exception this name.</summary>
internal sealed class LambdaValidationException(string message) : Exception(message);

/// <summary>The function did what Lambda does not take.</summary>
internal sealed class FunctionException(string message) : Exception(message);

/// <summary>An exception as Lambda's .NET runtime reports it.</summary>
internal sealed record ErrorReport(
    [property: JsonPropertyName("errorType")] string ErrorType,
    [property: JsonPropertyName("errorMessage")] string ErrorMessage,
    [property: JsonPropertyName("stackTrace")] IReadOnlyList<string> StackTrace,
    [property: JsonPropertyName("cause"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ErrorReport? Cause
)
{
    public static ErrorReport Of(Exception exception)
    {
        // What reflection and tasks wrap around it is not the function's.
        while (
            exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 }
            && exception.InnerException is { } inner
        )
            exception = inner;
        return new ErrorReport(
            exception.GetType().Name,
            exception.Message,
            exception.StackTrace?.Split('\n').Select(line => line.TrimEnd('\r')).ToArray() ?? [],
            exception.InnerException is { } cause ? Of(cause) : null
        );
    }
}
