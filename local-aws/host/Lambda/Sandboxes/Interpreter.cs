namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>A program of this machine that runs functions.</summary>
/// <param name="Name">For instance <c>python</c>.</param>
/// <param name="Version">For instance <c>3.11.7</c>.</param>
/// <param name="Folders">Where it has its files, and those of the packages that Lambda's runtime would bring.</param>
/// <param name="Packages">Folders of such packages; the bootstrap is told of them.</param>
/// <param name="Trial">Arguments that only show whether it runs.</param>
internal sealed record Interpreter(
    string Name,
    string Path,
    string Version,
    IReadOnlyList<string> Folders,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Trial
)
{
    /// <param name="version">As a runtime declares it: 3.13 or 22.</param>
    public bool IsOf(string version) => Version == version || Version.StartsWith(version + ".", StringComparison.Ordinal);
}
