using System.Text.RegularExpressions;

namespace CodeRipple.Agents;

/// <summary>A text as part of a file name.</summary>
internal static partial class Slug
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var slug = NotForNames().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return slug.Length <= Longest ? slug : slug[..Longest].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotForNames();
}
