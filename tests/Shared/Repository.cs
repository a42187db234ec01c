namespace CodeRipple.Workflow;

/// <summary>Files of the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "CodeRipple.Workflow.sln"))
            ? folder
            : FindRoot(
                System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside a checkout.")
            );
}
