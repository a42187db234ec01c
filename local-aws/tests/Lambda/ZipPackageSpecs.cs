using System.IO.Compression;
using System.Text;
using CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class ZipPackageSpecs : IDisposable
{
    private const int LinkMode = 0xA1FF,
        Readable = 0x81A4;
    private readonly string _folder = Directory.CreateTempSubdirectory("zip-").FullName;

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/outside")]
    public void An_entry_that_points_out_of_the_package_is_refused(string name) =>
        Assert.Throws<InvalidDataException>(() => Unpack((name, "x", 0)));

    [Fact]
    public void A_link_cannot_lead_a_later_entry_out_of_the_folder()
    {
        var outside = Directory.CreateTempSubdirectory("outside-").FullName;
        try
        {
            Unpack(("lib", outside, LinkMode), ("lib/file", "x", Readable));

            Assert.Empty(Directory.GetFiles(outside));
            Assert.Equal("x", File.ReadAllText(Path.Combine(_folder, "lib/file")));
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Theory]
    [InlineData("100755", "555")]
    [InlineData("100644", "444")]
    [InlineData("100640", "000")]
    [InlineData("100711", "111")]
    [InlineData("100000", "000")]
    [InlineData("000000", "000")]
    public void A_file_is_open_to_the_function_as_far_as_to_others(string mode, string expected)
    {
        Unpack(("file", "text", Convert.ToInt32(mode, 8)));

        Assert.Equal(Convert.ToInt32(expected, 8), (int)new FileInfo(Path.Combine(_folder, "file")).UnixFileMode);
    }

    [Fact]
    public void A_file_from_windows_has_no_mode_and_can_be_read()
    {
        using var stream = Zip(("file", "text", 0));
        // "Version made by" of the one entry in the central directory: its upper byte is the system.
        var directory = stream.ToArray().AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        stream.GetBuffer()[directory + 5] = 0;

        ZipPackage.Unpack(stream, _folder);

        Assert.Equal(Convert.ToInt32("444", 8), (int)new FileInfo(Path.Combine(_folder, "file")).UnixFileMode);
    }

    [Fact]
    public void Links_are_kept()
    {
        Unpack(("bin/tool", "#!", Convert.ToInt32("100755", 8)), ("link", "bin/tool", LinkMode));

        Assert.Equal("bin/tool", new FileInfo(Path.Combine(_folder, "link")).LinkTarget);
        Assert.Equal("#!", File.ReadAllText(Path.Combine(_folder, "link")));
    }

    [Fact]
    public void A_later_package_wins_over_an_earlier_one()
    {
        Unpack(("a/b", "old", Readable), ("c", "kept", Readable));
        Unpack(("a/b", "new", Readable));
        Unpack(("c/d", "a folder where a file was", Readable));

        Assert.Equal("new", File.ReadAllText(Path.Combine(_folder, "a/b")));
        Assert.Equal("a folder where a file was", File.ReadAllText(Path.Combine(_folder, "c/d")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Unpack(params (string Name, string Text, int Mode)[] entries)
    {
        using var stream = Zip(entries);
        ZipPackage.Unpack(stream, _folder);
    }

    private static MemoryStream Zip(params (string Name, string Text, int Mode)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text, mode) in entries)
            {
                var entry = zip.CreateEntry(name);
                entry.ExternalAttributes = mode << 16;
                using var target = entry.Open();
                target.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream;
    }
}
