using System.Text;

namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>What the gateway knows about a request before it does anything with it.</summary>
internal sealed record AwsRequest
{
    /// <summary>The operation of a request that no table knows.</summary>
    public const string UnknownOperation = "Unknown";

    public required string Id { get; init; }
    public required AwsProtocol Protocol { get; init; }

    /// <summary>As IAM writes it: <c>cloudwatch</c>, not <c>monitoring</c>.</summary>
    public required string Service { get; init; }

    public required string Operation { get; init; }
    public required string Method { get; init; }

    /// <summary>Path and query exactly as the caller sent them: escapes matter to S3 keys and to ARNs in paths.</summary>
    public required string RawTarget { get; init; }

    /// <summary>Null for an unsigned request.</summary>
    public string? AccessKey { get; init; }

    /// <summary>
    /// The function whose sandbox called, <c>states</c> for an execution, or the access key of someone else; null for an unsigned request.
    /// </summary>
    public string? Caller { get; init; }

    /// <summary>What the calling function is handling; empty when no function calls.</summary>
    public ReadOnlyMemory<byte> CallersEvent { get; init; }

    /// <summary>The role that the caller uses, when it is a function or an execution.</summary>
    public Principal? Principal { get; init; }

    /// <summary>Parameters of the path, unescaped.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, inflated; null when it is streamed through (S3).</summary>
    public byte[]? Body { get; init; }

    /// <summary>The action that a policy would have to allow.</summary>
    public string Action => $"{Service}:{Operation}";

    /// <summary>The function that a call to Lambda names.</summary>
    public string? Function => Service == "lambda" ? Parameters.GetValueOrDefault("FunctionName") : null;

    public bool Concerns(string text) => Mentions(text) || CallersEvent.Span.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    public bool Mentions(string text) =>
        RawTarget.Contains(text, StringComparison.Ordinal)
        || Uri.UnescapeDataString(RawTarget).Contains(text, StringComparison.Ordinal)
        || (Body is not null && Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
