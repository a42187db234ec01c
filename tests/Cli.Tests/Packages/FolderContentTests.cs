using System.IO.Compression;
using System.Text;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Packages;

namespace CodeRipple.Workflow.Cli.Tests.Packages;

/// <summary>A folder becomes the package that people mean.</summary>
public sealed class FolderContentTests
{
    [Fact]
    public void Links_inside_stay_links_so_that_what_pnpm_puts_beside_a_real_folder_is_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write("node_modules/.pnpm/outer@1/node_modules/outer/index.js", "require('inner')");
        folder.Write("node_modules/.pnpm/inner@1/node_modules/inner/index.js", "");
        Link(folder, "node_modules/.pnpm/outer@1/node_modules/inner", "../../inner@1/node_modules/inner");
        Link(folder, "node_modules/outer", ".pnpm/outer@1/node_modules/outer");

        var links = Links(folder.Path);

        Assert.Equal(".pnpm/outer@1/node_modules/outer", links["node_modules/outer"]);
        Assert.Equal("../../inner@1/node_modules/inner", links["node_modules/.pnpm/outer@1/node_modules/inner"]);
    }

    [Fact]
    public void A_chain_of_native_libraries_is_stored_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib/libx.so.1.2", "machine code");
        Link(folder, "lib/libx.so.1", "libx.so.1.2");
        Link(folder, "lib/libx.so", "libx.so.1");

        using var zip = Zip(folder.Path);

        Assert.Equal("machine code".Length, zip.Entries.Where(e => (e.ExternalAttributes >>> 28) == 8).Sum(e => e.Length));
        Assert.Equal(3, zip.Entries.Count);
    }

    [Fact]
    public void A_link_to_its_own_parent_stays_a_link()
    {
        using var folder = new TemporaryFolder();
        folder.Write("index.js", "");
        Link(folder, "node_modules/self", "..");

        Assert.Equal("..", Links(folder.Path)["node_modules/self"]);
    }

    [Fact]
    public void A_link_to_where_a_layer_will_be_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("index.js", "");
        Link(folder, "node_modules", "/opt/nodejs/node_modules");

        Assert.Equal("/opt/nodejs/node_modules", Links(folder.Path)["node_modules"]);
    }

    [Fact]
    public void What_a_link_outside_leads_to_is_packed_in_its_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("packages/shared/index.js", "shared");
        folder.Write("packages/shared/lib/a.js", "");
        Link(folder, "packages/shared/latest", "lib");
        folder.Write("function/index.js", "");
        Link(folder, "function/node_modules/shared", "../../packages/shared");

        using var zip = Zip(Path.Combine(folder.Path, "function"));

        Assert.Equal(
            ["index.js", "node_modules/shared/index.js", "node_modules/shared/latest", "node_modules/shared/lib/a.js"],
            zip.Entries.Select(e => e.FullName)
        );
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_a_circle_are_all_named_with_the_remedy()
    {
        using var folder = new TemporaryFolder();
        folder.Write("function/index.js", "");
        Link(folder, "function/gone", "not-there");
        Link(folder, "function/self", "self");
        Link(folder, "function/node_modules/workspace", "../..");

        var error = Assert.Throws<UserErrorException>(() => Zip(Path.Combine(folder.Path, "function")));

        Assert.Contains("- gone leads to not-there, which is not there\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("- self leads to self, which is not there\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("- node_modules/workspace leads to ../.., which contains it\n", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".coderippleignore.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_caches_and_the_files_of_tools_are_left_out_and_named()
    {
        using var folder = new TemporaryFolder();
        foreach (
            var file in new[]
            {
                ".env",
                ".env.production",
                ".git/HEAD",
                "app.py",
                "pkg/__pycache__/a.cpython-313.pyc",
                "pkg/.DS_Store",
                "pkg/environment.py",
                "node_modules/.cache/x",
            }
        )
            folder.Write(file, "x");

        var content = Read(folder.Path);

        Assert.Equal(["app.py", "pkg/environment.py"], content.Entries.Select(e => e.Name));
        Assert.Equal([".env", ".env.production", ".git/", "node_modules/.cache/", "pkg/.DS_Store", "pkg/__pycache__/"], content.LeftOut);
    }

    [Fact]
    public void An_ignore_file_leaves_out_more_and_takes_back_what_is_left_out_by_default()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".coderippleignore", "# not for Lambda\ntests/\n*.md\n!.env.example\n!/docs/keep.md\n");
        foreach (var file in new[] { ".env", ".env.example", "app.py", "tests/a.py", "README.md", "docs/keep.md" })
            folder.Write(file, "x");

        Assert.Equal([".env.example", "app.py", "docs/keep.md"], Read(folder.Path).Entries.Select(e => e.Name));
    }

    [Fact]
    public async Task What_is_left_out_is_said_and_a_folder_without_code_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".env", "PASSWORD=x");
        List<string> notes = [];

        var error = await Assert.ThrowsAsync<UserErrorException>(() =>
            CodePackages.BuildAsync([new BuildTarget(folder.Path)], CancellationToken.None, notes.Add)
        );

        Assert.Equal([$"Left out of {folder.Path}: .env"], notes);
        Assert.Equal($"{folder.Path} has no files that could be packaged. Put the code there, or correct the path.", error.Message);
    }

    private static void Link(TemporaryFolder folder, string name, string target)
    {
        var path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, target);
    }

    private static FolderContent Read(string folder) => FolderContent.Read(folder, IgnoreRules.Of(folder));

    private static ZipArchive Zip(string folder) => new(new MemoryStream(ReproducibleZip.Create(Read(folder))));

    private static Dictionary<string, string> Links(string folder)
    {
        using var zip = Zip(folder);
        return zip.Entries.Where(e => (e.ExternalAttributes >>> 28) == 0xA).ToDictionary(e => e.FullName, Text);

        static string Text(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
