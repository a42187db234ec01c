using System.IO.Compression;
using System.Text;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// Unpacks packages and layers as Lambda does: unix modes and links kept, later files over earlier ones, nothing outside the folder.
/// </summary>
internal static class ZipPackage
{
    private const int TypeMask = 0xF000,
        Link = 0xA000,
        Permissions = 0x1FF;

    /// <exception cref="InvalidDataException">Not a zip, or an entry that points out of it.</exception>
    public static void Unpack(Stream zip, string folder)
    {
        var root = Path.GetFullPath(folder);
        Directory.CreateDirectory(root);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
            Unpack(entry, root);
    }

    private static void Unpack(ZipArchiveEntry entry, string root)
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
        var unix = entry.ExternalAttributes >> 16;
        if ((unix & TypeMask) == Link)
            File.CreateSymbolicLink(target, Text(entry));
        else
            WriteFile(entry, target, (UnixFileMode)(unix & Permissions));
    }

    private static void WriteFile(ZipArchiveEntry entry, string target, UnixFileMode mode)
    {
        // Archives from Windows carry no modes.
        if (mode == UnixFileMode.None)
            mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
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
