using CodeRipple.Workflow.Client.Packages;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>The stack of the release machine itself: template.yaml of the checkout.</summary>
internal static class ReleaseStack
{
    /// <summary>The output that says which version is installed.</summary>
    public const string VersionOutput = "Version";

    /// <summary>What this program is, and the stack must be: Version in src/Client/Client.csproj and template.yaml.</summary>
    public static string Version { get; } = typeof(ReleaseStack).Assembly.GetName().Version!.ToString(3);

    /// <summary>The same names as in samconfig.toml.</summary>
    public static string NameFor(string environment) => $"release-machine-{environment}";

    /// <summary>The code of the steps.</summary>
    public static BuildTarget Steps(StepRuntime runtime) => new(Path.Combine(RepositoryRoot.Find(), "src", "Steps"), runtime.Name);

    public static Task<PackagedTemplate> PackageAsync(StepRuntime runtime, CancellationToken cancellationToken) =>
        PackagedTemplate.BuildAsync(Path.Combine(RepositoryRoot.Find(), "template.yaml"), cancellationToken, runtime);
}
