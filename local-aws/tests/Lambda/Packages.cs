using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>Zips as a build would make them: functions and layers.</summary>
internal static class Packages
{
    public static byte[] Of(params (string Name, string Text)[] files) =>
        Zip(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));

    /// <summary>The same zip with an executable file more.</summary>
    public static byte[] With(byte[] zip, string name, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.CreateEntry(name);
            entry.ExternalAttributes =
                (int)(UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute) << 16;
            using var target = entry.Open();
            target.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    /// <summary>The same zip with another mode, in octal, of one of its files.</summary>
    public static byte[] WithMode(byte[] zip, string name, string mode)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            archive.GetEntry(name)!.ExternalAttributes = Convert.ToInt32("100000", 8) + Convert.ToInt32(mode, 8) << 16;
        return stream.ToArray();
    }

    /// <summary>tests/Dummy for <c>python</c>, <c>node</c> or <c>dotnet</c>.</summary>
    public static byte[] Dummy(string language) =>
        Folder(language == "dotnet" ? Metadata("DummyOutput") : Path.Combine(Metadata("DummyFolder"), language));

    /// <summary>tests/DummyLibrary.</summary>
    public static byte[] DummyLibrary() => Folder(Metadata("DummyLibraryOutput"));

    private static byte[] Folder(string folder) =>
        Zip(Directory.EnumerateFiles(folder).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))));

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var target = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string Metadata(string key) =>
        typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
