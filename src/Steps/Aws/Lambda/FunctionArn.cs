using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A function as a trigger names it.</summary>
/// <param name="Qualifier">Alias or version; null = the function itself.</param>
public sealed partial record FunctionArn(string Function, string? Qualifier)
{
    /// <summary>Whether a call gets <c>$LATEST</c> or a fixed version, whatever the alias says.</summary>
    public bool BypassesAlias => Qualifier is null or "$LATEST" || Qualifier.All(char.IsAsciiDigit);

    /// <summary>The function in an ARN, or in the URI of an integration; null when there is none.</summary>
    public static FunctionArn? Find(string? text) =>
        text is not null && Arn().Match(text) is { Success: true } match
            ? new FunctionArn(
                match.Groups["name"].Value,
                match.Groups["qualifier"] is { Success: true, Value: var qualifier } ? qualifier : null
            )
            : null;

    /// <summary>
    /// The function in a parameter <c>FunctionName</c>: an ARN, the end of one, or a name, each with or without a qualifier.
    /// </summary>
    public static FunctionArn? FindName(string text) =>
        Find(text)
        ?? (
            Name().Match(text) is { Success: true } match
                ? new FunctionArn(
                    match.Groups["name"].Value,
                    match.Groups["qualifier"] is { Success: true, Value: var qualifier } ? qualifier : null
                )
                : null
        );

    public override string ToString() => Qualifier is null ? Function : $"{Function}:{Qualifier}";

    [GeneratedRegex(@"arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:(?<name>[A-Za-z0-9_-]+)(:(?<qualifier>[^/:]+))?")]
    private static partial Regex Arn();

    [GeneratedRegex(@"^(\d{12}:(function:)?|function:)?(?<name>[A-Za-z0-9_-]+)(:(?<qualifier>[$A-Za-z0-9_-]+))?$")]
    private static partial Regex Name();
}
