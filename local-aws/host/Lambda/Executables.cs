namespace CodeRipple.Workflow.LocalAws.Lambda;

internal static class Executables
{
    /// <param name="path">Null means this process's own.</param>
    public static string? OnPath(string name, string? path = null) =>
        (path ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
