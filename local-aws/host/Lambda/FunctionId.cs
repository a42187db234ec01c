using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.Lambda;

/// <summary>A function as callers may name it: name, partial ARN or ARN, each with or without <c>:qualifier</c>.</summary>
internal sealed partial record FunctionId(string Function, string? Qualifier)
{
    /// <summary>Without account and region.</summary>
    public string Name => Function[(Function.LastIndexOf(':') + 1)..];

    /// <param name="text">As it stands in the path, url-decoded.</param>
    /// <param name="qualifier">The separate Qualifier parameter; must agree with the one in <paramref name="text"/>.</param>
    /// <exception cref="LambdaServiceException">400: not a function id, or two different qualifiers.</exception>
    public static FunctionId Parse(string text, string? qualifier)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            throw LambdaErrors.InvalidFunctionName(text);
        var derived = match.Groups["qualifier"] is { Success: true } group ? group.Value : null;
        if (derived is not null && !string.IsNullOrEmpty(qualifier) && derived != qualifier)
            throw LambdaErrors.QualifiersDiffer();
        return new FunctionId(match.Groups["function"].Value, derived ?? (string.IsNullOrEmpty(qualifier) ? null : qualifier));
    }

    // The pattern of FunctionName in the service model, with the qualifier set apart.
    [GeneratedRegex(
        @"^(?<function>(arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:|)(\d{12}:|)(function:|)[a-zA-Z0-9-_]+)(:(?<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?$"
    )]
    private static partial Regex Pattern();
}
