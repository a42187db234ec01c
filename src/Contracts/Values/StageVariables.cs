using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>URIs of integrations and authorizers that say only with the variables of a stage what they call.</summary>
public static partial class StageVariables
{
    public static bool In(string? uri) => uri is not null && Variable().IsMatch(uri);

    /// <summary>The names of the variables in a URI.</summary>
    public static IReadOnlyList<string> Names(string uri) => [.. Variable().Matches(uri).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>The URI as a stage sees it; a variable that the stage lacks is empty.</summary>
    public static string? Fill(string? uri, IReadOnlyDictionary<string, string>? variables) =>
        uri is null ? null : Variable().Replace(uri, m => variables?.GetValueOrDefault(m.Groups[1].Value) ?? "");

    [GeneratedRegex(@"\$\{stageVariables\.([A-Za-z0-9_]+)\}")]
    private static partial Regex Variable();
}
