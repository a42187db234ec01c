namespace CodeRipple.Workflow.LocalAws.Python;

/// <summary>Where a Python interpreter may be, in the order in which they are tried.</summary>
internal static class PythonInterpreters
{
    /// <summary>Environment variable that names the interpreter to use; no other is tried then.</summary>
    public const string Override = "CODERIPPLE_PYTHON";

    private static readonly string[] Names = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];

    public static IEnumerable<string> All()
    {
        if (Environment.GetEnvironmentVariable(Override) is { Length: > 0 } chosen)
            return [chosen];
        return Names.Concat(Pyenv());
    }

    // pyenv's shims follow the folder's .python-version, which may name another Python than the one that has moto.
    private static IEnumerable<string> Pyenv()
    {
        var root =
            Environment.GetEnvironmentVariable("PYENV_ROOT")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pyenv");
        var versions = Path.Combine(root, "versions");
        return Directory.Exists(versions)
            ? Directory
                .EnumerateDirectories(versions)
                .OrderDescending(StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "bin", "python"))
            : [];
    }
}
