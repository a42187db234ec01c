namespace CodeRipple.Workflow.Cli.Stacks;

/// <summary>The stack of the release machine itself: template.yaml of the checkout.</summary>
internal static class ReleaseStack
{
    /// <summary>The same names as in samconfig.toml.</summary>
    public static string NameFor(string environment) => $"release-machine-{environment}";

    public static Task<PackagedTemplate> PackageAsync(CancellationToken cancellationToken) =>
        PackagedTemplate.BuildAsync(Path.Combine(RepositoryRoot.Find(), "template.yaml"), cancellationToken);
}
