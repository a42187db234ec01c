namespace CodeRipple.Workflow.Client;

/// <summary>Where template.yaml lies: this folder or one above it, else the checkout that the program was built from.</summary>
internal static class RepositoryRoot
{
    /// <exception cref="UserErrorException">There is no template.yaml to be found.</exception>
    public static string Find() =>
        FindAbove(Directory.GetCurrentDirectory())
        ?? FindAbove(AppContext.BaseDirectory)
        ?? throw new UserErrorException(
            $"No template.yaml in {Directory.GetCurrentDirectory()} or a folder above it. Run coderipple inside a checkout of CodeRipple.Workflow."
        );

    private static string? FindAbove(string? folder)
    {
        while (
            folder is not null
            && !(File.Exists(Path.Combine(folder, "template.yaml")) && Directory.Exists(Path.Combine(folder, "src", "StateMachine")))
        )
            folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
