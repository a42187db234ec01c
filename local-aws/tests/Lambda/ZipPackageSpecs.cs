using System.IO.Compression;
using System.Text;
using CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class ZipPackageSpecs : IDisposable
{
    private const int LinkMode = 0xA1FF;
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
            Unpack(("lib", outside, LinkMode), ("lib/file", "x", 0));

            Assert.Empty(Directory.GetFiles(outside));
            Assert.Equal("x", File.ReadAllText(Path.Combine(_folder, "lib/file")));
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void Modes_and_links_are_kept()
    {
        Unpack(
            ("bin/tool", "#!", Convert.ToInt32("100755", 8)),
            ("data", "text", Convert.ToInt32("100640", 8)),
            ("link", "bin/tool", LinkMode)
        );

        Assert.Equal(Convert.ToInt32("755", 8), (int)new FileInfo(Path.Combine(_folder, "bin/tool")).UnixFileMode);
        Assert.Equal(Convert.ToInt32("640", 8), (int)new FileInfo(Path.Combine(_folder, "data")).UnixFileMode);
        Assert.Equal("bin/tool", new FileInfo(Path.Combine(_folder, "link")).LinkTarget);
        Assert.Equal("#!", File.ReadAllText(Path.Combine(_folder, "link")));
    }

    [Fact]
    public void A_later_package_wins_over_an_earlier_one()
    {
        Unpack(("a/b", "old", 0), ("c", "kept", 0));
        Unpack(("a/b", "new", 0));
        Unpack(("c/d", "a folder where a file was", 0));

        Assert.Equal("new", File.ReadAllText(Path.Combine(_folder, "a/b")));
        Assert.Equal("a folder where a file was", File.ReadAllText(Path.Combine(_folder, "c/d")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Unpack(params (string Name, string Text, int Mode)[] entries)
    {
        using var stream = new MemoryStream();
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

        ZipPackage.Unpack(stream, _folder);
    }
}
