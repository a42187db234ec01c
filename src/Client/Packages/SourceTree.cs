using System.Globalization;
using System.IO.Enumeration;

namespace CodeRipple.Workflow.Client.Packages;

/// <summary>The files that a build in a repository may read.</summary>
internal static class SourceTree
{
    private static readonly string[] NotSources =
    [
        ".git",
        ".vs",
        ".idea",
        "bin",
        "obj",
        "out",
        "node_modules",
        "__pycache__",
        "TestResults",
    ];

    /// <summary>The repository that a file belongs to; the file's own folder when it is in none.</summary>
    public static string RootOf(string file)
    {
        var own = Path.GetDirectoryName(file)!;
        for (var folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Exists(Path.Combine(folder, ".git")) || Directory.EnumerateFiles(folder, "*.sln*").Any())
                return folder;
        return own;
    }

    /// <summary>Every source file below a folder with its size and time of change, a line each.</summary>
    public static string Describe(string root)
    {
        var files = new FileSystemEnumerable<string>(
            root,
            Line,
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !NotSources.Contains(entry.FileName.ToString()) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return string.Join('\n', files.Order(StringComparer.Ordinal));
    }

    private static string Line(ref FileSystemEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.ToSpecifiedFullPath()} {entry.Length} {entry.LastWriteTimeUtc.UtcTicks}");
}
