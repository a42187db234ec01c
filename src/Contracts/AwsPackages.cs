namespace CodeRipple.Workflow.Contracts;

/// <summary>Which AWS packages this was built with; see compat/README.md.</summary>
public static class AwsPackages
{
    public const string Official = "nuget";

    /// <summary>With a stand-in for each that the package registry does not serve.</summary>
    public const string StandIns = "compat";

    public static string Used =>
#if OFFICIAL_AWS_PACKAGES
        Official;
#else
        StandIns;
#endif
}
