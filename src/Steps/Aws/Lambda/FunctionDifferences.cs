namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>In what a function's <c>$LATEST</c> differs from one of its versions: names and digests, never values.</summary>
internal static class FunctionDifferences
{
    private const string Code = "code";
    private const string Architecture = "architecture";
    private const string Environment = "environment";

    /// <summary>Whether a name is of the code, not of the configuration.</summary>
    public static bool IsOfCode(string name) => name is Code or Architecture;

    /// <summary>Names of what differs; the description is the version's own.</summary>
    public static IReadOnlyList<string> Between(FunctionContent latest, FunctionContent version)
    {
        var names = new List<string>();
        if (latest.Code.Sha256 != version.Code.Sha256)
            names.Add(Code);
        if (latest.Code.Architecture != version.Code.Architecture)
            names.Add(Architecture);
        var (live, settings) = (latest.Settings.Environment, version.Settings);
        foreach (var setting in settings.DifferencesTo(latest.Settings))
            if (setting == Environment)
                names.AddRange(
                    settings
                        .Environment.Keys.Union(live.Keys)
                        .Where(name => settings.Environment.GetValueOrDefault(name) != live.GetValueOrDefault(name))
                        .Select(name => $"{Environment} variable {name}")
                );
            else
                names.Add(setting);
        return names;
    }

    /// <summary>The same for people.</summary>
    public static string Describe(IEnumerable<string> names, FunctionContent latest, FunctionContent version) =>
        string.Join(
            ", ",
            names.Select(name =>
                name == Code ? $"{Code} (SHA-256 {latest.Code.Digest.Prefix(12)} instead of {version.Code.Digest.Prefix(12)})" : name
            )
        );
}
