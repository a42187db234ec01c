using System.IO.Compression;
using System.Text;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// Unpacks packages and layers as Lambda does: links kept, later files over earlier ones, nothing outside the folder. On Lambda the
/// files belong to somebody else than the function's user; so what others may do is here what the owner may do.
/// </summary>
internal static class ZipPackage
{
    private const int TypeMask = 0xF000,
        Link = 0xA000,
        OthersMask = 7;

    private const UnixFileMode OthersPass = UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <returns>Folders that the function must not enter. Close them when no further package comes into this folder.</returns>
    /// <exception cref="InvalidDataException">Not a zip, or an entry that points out of it.</exception>
    public static IReadOnlyList<ClosedFolder> Unpack(Stream zip, string folder)
    {
        var root = Path.GetFullPath(folder);
        Directory.CreateDirectory(root);
        var origins = ZipOrigins.Read(zip);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        List<ClosedFolder> closed = [];
        foreach (var entry in archive.Entries)
        {
            var mode = ModeOf(entry, origins.IsUnix(entry.FullName));
            Unpack(entry, root, mode);
            if (Path.EndsInDirectorySeparator(entry.FullName) && mode is { } others && (others & OthersPass) != OthersPass)
                closed.Add(new ClosedFolder(Path.Combine(root, entry.FullName), others));
        }

        return closed;
    }

    /// <summary>Null: the archive knows no modes, because it comes from Windows.</summary>
    private static UnixFileMode? ModeOf(ZipArchiveEntry entry, bool isUnix)
    {
        var unix = entry.ExternalAttributes >> 16;
        if (unix == 0 && !isUnix)
            return null;
        var others = unix & OthersMask;
        return (UnixFileMode)((others << 6) | (others << 3) | others);
    }

    private static void Unpack(ZipArchiveEntry entry, string root, UnixFileMode? mode)
    {
        var target = Path.GetFullPath(Path.Combine(root, entry.FullName));
        if (!Path.EndsInDirectorySeparator(root))
            root += Path.DirectorySeparatorChar;
        if (!(target + Path.DirectorySeparatorChar).StartsWith(root, StringComparison.Ordinal))
            throw new InvalidDataException($"{entry.FullName} points out of the package");
        if (Path.EndsInDirectorySeparator(entry.FullName))
        {
            MakeFolder(target.TrimEnd(Path.DirectorySeparatorChar), root);
            return;
        }

        MakeFolder(Path.GetDirectoryName(target)!, root);
        if (Directory.Exists(target) && !IsLink(target))
            Directory.Delete(target, recursive: true);
        File.Delete(target);
        if (((entry.ExternalAttributes >> 16) & TypeMask) == Link)
            File.CreateSymbolicLink(target, Text(entry));
        else
            WriteFile(entry, target, mode ?? UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static void WriteFile(ZipArchiveEntry entry, string target, UnixFileMode mode)
    {
        using (var content = entry.Open())
        using (var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write))
            content.CopyTo(file);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, mode);
    }

    /// <summary>A link on the way would lead the next write out of the folder; a folder takes its place.</summary>
    private static void MakeFolder(string folder, string root)
    {
        if (folder.Length < root.Length)
            return;
        MakeFolder(Path.GetDirectoryName(folder)!, root);
        if (IsLink(folder) || File.Exists(folder))
            File.Delete(folder);
        Directory.CreateDirectory(folder);
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A folder of a package whose mode keeps the function out.</summary>
internal sealed record ClosedFolder(string Path, UnixFileMode Mode)
{
    public void Close() => Set(Mode);

    /// <summary>So that it can be removed.</summary>
    public void Open() => Set(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private void Set(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows() && Directory.Exists(Path))
            File.SetUnixFileMode(Path, mode);
    }
}
