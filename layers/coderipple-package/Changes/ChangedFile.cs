namespace CodeRipple.Changes;

public enum ChangeKind
{
    Added,
    Modified,
    Removed,
}

/// <summary>A file and what happened to it in the push as a whole.</summary>
/// <param name="Component">The part of the system it belongs to.</param>
public sealed record ChangedFile(string Path, ChangeKind Kind, FileRole Role, string Component)
{
    public static ChangedFile Of(string path, ChangeKind kind) => new(path, kind, FileRoles.Of(path), ComponentOf(path));

    // src/auth/login.py belongs to auth, src/auth.py too; a file at the root belongs to the whole.
    private static string ComponentOf(string path)
    {
        var parts = path.Split('/');
        var container =
            parts[0] is "src" or "lib" or "app" or "apps" or "packages" or "services" or "functions" or "layers" or "tests" or "test";
        var name = container && parts.Length > 1 ? parts[1] : parts[0];
        if (parts.Length == 1)
            return "root";

        var isFile = container ? parts.Length == 2 : parts.Length == 1;
        return (isFile ? System.IO.Path.GetFileNameWithoutExtension(name) : name).ToLowerInvariant();
    }
}
