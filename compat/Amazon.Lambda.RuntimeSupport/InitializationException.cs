using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The function cannot start; <see cref="Error"/> is what the caller is told.</summary>
internal sealed class InitializationException(FunctionError error, string message) : Exception(message)
{
    public FunctionError Error { get; } = error;
}
