using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>Takes the function out of <c>arn:aws:apigateway:…:lambda:path/2015-03-31/functions/{arn}/invocations</c>.</summary>
internal static partial class FunctionUri
{
    /// <returns>Function ARN, qualified or not; null when the URI names no function.</returns>
    public static string? FunctionOf(string uri, IReadOnlyDictionary<string, string> stageVariables)
    {
        var filled = StageVariable().Replace(uri, match => stageVariables.GetValueOrDefault(match.Groups[1].Value, ""));
        return Function().Match(filled) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <summary>Splits a qualifier off: <c>…:function:f:live</c> is f and live.</summary>
    public static (string Arn, string? Qualifier) Split(string functionArn)
    {
        var parts = functionArn.Split(':');
        return parts.Length == 8 ? (string.Join(':', parts[..7]), parts[7]) : (functionArn, null);
    }

    [GeneratedRegex(@"\$\{stageVariables\.([A-Za-z0-9_]+)\}")]
    private static partial Regex StageVariable();

    [GeneratedRegex("/functions/(.+)/invocations$")]
    private static partial Regex Function();
}
