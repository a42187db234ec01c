namespace CodeRipple.Workflow.Cli;

/// <summary>What a stream of text may do.</summary>
/// <param name="Moves">It is a terminal: lines may be drawn again, and long ones wrap.</param>
internal readonly record struct Look(bool Moves, bool Colours)
{
    public static Look Of(bool redirected) => Of(redirected, Environment.GetEnvironmentVariable);

    /// <param name="variable">Reads an environment variable.</param>
    internal static Look Of(bool redirected, Func<string, string?> variable)
    {
        var moves = !redirected && variable("TERM") != "dumb";
        // https://no-color.org: any value counts, but not an empty one.
        return new Look(moves, moves && string.IsNullOrEmpty(variable("NO_COLOR")));
    }
}
