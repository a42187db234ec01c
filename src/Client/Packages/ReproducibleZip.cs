using System.IO.Compression;

namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Zips a folder so that the same content gives the same bytes: ordinal order, one time stamp, modes 755 and 644.</summary>
internal static class ReproducibleZip
{
    // The earliest time that the zip format can hold.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The upper half holds the Unix mode of a regular file.
    private const int Mode755 = unchecked((int)0x81ED_0000);
    private const int Mode644 = unchecked((int)0x81A4_0000);

    public static byte[] Create(string folder)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).OrderBy(f => f, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(
                    Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'),
                    CompressionLevel.Optimal
                );
                entry.LastWriteTime = Stamp;
                entry.ExternalAttributes = IsExecutable(file) ? Mode755 : Mode644;
                using var content = entry.Open();
                using var source = File.OpenRead(file);
                source.CopyTo(content);
            }
        }

        return bytes.ToArray();
    }

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;
}
