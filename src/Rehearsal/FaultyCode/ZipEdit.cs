using System.IO.Compression;

namespace CodeRipple.Workflow.Rehearsal.FaultyCode;

/// <summary>Changes zip files in memory; the same change of the same file gives the same bytes.</summary>
internal static class ZipEdit
{
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const int Mode644 = unchecked((int)0x81A4_0000);

    /// <summary>Adds a file, or replaces the one of this name; its mode stays.</summary>
    public static byte[] Put(byte[] zip, string name, byte[] content) =>
        Change(
            zip,
            archive =>
            {
                var old = archive.GetEntry(name);
                var mode = old?.ExternalAttributes ?? Mode644;
                old?.Delete();
                Write(archive, name, content, mode);
            }
        );

    /// <summary>A zip with this file alone.</summary>
    public static byte[] Only(string name, byte[] content) => Change([], archive => Write(archive, name, content, Mode644));

    public static IReadOnlyList<string> Names(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(e => e.FullName)];
    }

    private static byte[] Change(byte[] zip, Action<ZipArchive> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new ZipArchive(bytes, zip.Length == 0 ? ZipArchiveMode.Create : ZipArchiveMode.Update, leaveOpen: true))
            change(archive);
        return bytes.ToArray();
    }

    private static void Write(ZipArchive archive, string name, byte[] content, int mode)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        entry.ExternalAttributes = mode;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
