using System.IO.Compression;
using CodeRipple.Workflow.Client.Packages;

namespace CodeRipple.Workflow.Cli.Tests.Packages;

public sealed class ReproducibleZipTests
{
    [Fact]
    public void The_same_content_gives_the_same_bytes_whenever_and_wherever_it_was_written()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        one.Write("b.py", "second");
        one.Write("a/a.py", "first");
        File.SetLastWriteTimeUtc(other.Write("a/a.py", "first"), DateTime.UnixEpoch.AddYears(20));
        other.Write("b.py", "second");

        Assert.Equal(ReproducibleZip.Create(one.Path), ReproducibleZip.Create(other.Path));
    }

    [Fact]
    public void Another_content_or_name_gives_other_bytes()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.py", "first");
        var before = ReproducibleZip.Create(folder.Path);
        File.WriteAllText(file, "other");
        var changed = ReproducibleZip.Create(folder.Path);
        File.Move(file, file + "c");

        Assert.NotEqual(before, changed);
        Assert.NotEqual(changed, ReproducibleZip.Create(folder.Path));
    }

    [Fact]
    public void Paths_have_forward_slashes_and_files_are_readable_by_all()
    {
        using var folder = new TemporaryFolder();
        folder.Write("python/lib/m.py", "x = 1");

        using var zip = new ZipArchive(new MemoryStream(ReproducibleZip.Create(folder.Path)));
        var entry = Assert.Single(zip.Entries);

        Assert.Equal("python/lib/m.py", entry.FullName);
        Assert.Equal(Convert.ToInt32("100644", 8), entry.ExternalAttributes >>> 16);
    }

    [Fact]
    public void An_executable_file_stays_executable()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Write("bootstrap", "#!/bin/sh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        using var zip = new ZipArchive(new MemoryStream(ReproducibleZip.Create(folder.Path)));

        Assert.Equal(Convert.ToInt32("100755", 8), Assert.Single(zip.Entries).ExternalAttributes >>> 16);
    }
}
