namespace CodeRipple.Workflow.Client.Output;

/// <summary>What a stream of text may do.</summary>
/// <param name="IsInteractive">It is a terminal: lines may be drawn again, and long ones wrap.</param>
internal readonly record struct TerminalCapabilities(bool IsInteractive, bool SupportsColor)
{
    public static TerminalCapabilities Of(bool redirected) => Of(redirected, Environment.GetEnvironmentVariable);

    /// <param name="variable">Reads an environment variable.</param>
    internal static TerminalCapabilities Of(bool redirected, Func<string, string?> variable)
    {
        var isInteractive = !redirected && variable("TERM") != "dumb";
        // https://no-color.org: any value counts, but not an empty one.
        return new TerminalCapabilities(isInteractive, isInteractive && string.IsNullOrEmpty(variable("NO_COLOR")));
    }
}
