using System.IO.Compression;
using System.Text;

namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Zips a folder so that the same content gives the same bytes: ordinal order, one time stamp, modes 755 and 644.</summary>
internal static class ReproducibleZip
{
    // The earliest time that the zip format can hold.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The upper half holds the Unix mode: of a regular file, or of a symbolic link.
    private const int Mode755 = unchecked((int)0x81ED_0000);
    private const int Mode644 = unchecked((int)0x81A4_0000);
    private const int Link = unchecked((int)0xA1FF_0000);

    /// <summary>Everything that lies in a folder.</summary>
    /// <exception cref="UserErrorException">Links of it lead nowhere or in a circle.</exception>
    public static byte[] Create(string folder) => Create(FolderContent.Read(folder, IgnoreRules.None));

    public static byte[] Create(FolderContent content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, source, linkTarget) in content.Entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Stamp;
                entry.ExternalAttributes = ModeOf(source, linkTarget);
                using var writer = entry.Open();
                if (linkTarget is not null)
                {
                    writer.Write(Encoding.UTF8.GetBytes(linkTarget));
                    continue;
                }

                using var reader = File.OpenRead(source);
                reader.CopyTo(writer);
            }
        }

        return bytes.ToArray();
    }

    private static int ModeOf(string source, string? linkTarget) =>
        linkTarget is not null ? Link
        : IsExecutable(source) ? Mode755
        : Mode644;

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;
}
