using System.Text.RegularExpressions;

namespace CodeRipple.Changes;

/// <summary>What the author of a commit meant to do, by the words of the message's first line.</summary>
public enum Intent
{
    Other,
    Feature,
    Fix,
    Replacement,
    Removal,
    Upkeep,
}

public static partial class Intents
{
    private static readonly (Regex Pattern, Intent Intent)[] Patterns =
    [
        (Upkeep(), Intent.Upkeep),
        (Replacement(), Intent.Replacement),
        (Removal(), Intent.Removal),
        (Feature(), Intent.Feature),
        (Fix(), Intent.Fix),
    ];

    public static Intent Of(Commit commit) => Patterns.FirstOrDefault(one => one.Pattern.IsMatch(commit.Subject)).Intent;

    /// <summary>Conventional Commits mark what breaks users with "!" or a footer.</summary>
    public static bool Breaks(Commit commit) =>
        Breaking().IsMatch(commit.Subject) || commit.Message.Contains("BREAKING CHANGE", StringComparison.Ordinal);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(chore|docs?|style|test|ci|build)(\(|:|!)|^(bump|format|reformat|typo|merge)\b", Options)]
    private static partial Regex Upkeep();

    [GeneratedRegex(
        @"\b(replace[sd]?|migrat(e|es|ed|ion)|switch(es|ed)?|mov(e|es|ed) (from|to)|rewrit(e|es|ten)|redesign|adopt(s|ed)?)\b",
        Options
    )]
    private static partial Regex Replacement();

    [GeneratedRegex(@"\b(remov(e|es|ed)|drop(s|ped)?|delet(e|es|ed)|deprecat(e|es|ed)|retire[sd]?)\b", Options)]
    private static partial Regex Removal();

    [GeneratedRegex(@"^feat\b|\b(add(s|ed)?|introduc(e|es|ed)|implement(s|ed)?|support(s|ed)?|new|allow(s|ed)?|creat(e|es|ed))\b", Options)]
    private static partial Regex Feature();

    [GeneratedRegex(@"\b(fix(es|ed)?|repair(s|ed)?|correct(s|ed)?|bug|hotfix)\b", Options)]
    private static partial Regex Fix();

    [GeneratedRegex(@"^[a-z]+(\([^)]*\))?!:", Options)]
    private static partial Regex Breaking();
}
