using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Cli.Tests.Layout;

/// <summary>Which folder of a project names the types of which other one: never in a circle.</summary>
public sealed partial class FolderArrowTests
{
    [Theory]
    [InlineData("src/Cli")]
    [InlineData("src/Client")]
    [InlineData("src/Rehearsal")]
    public void No_folders_need_each_other(string project)
    {
        var files = Directory
            .EnumerateFiles(Repository.Path(project), "*.cs", SearchOption.AllDirectories)
            .Select(path =>
                (
                    Folder: FolderOf(Path.GetRelativePath(Repository.Path(project), path)),
                    Text: NoType().Replace(File.ReadAllText(path), " ")
                )
            )
            .Where(file => file.Folder is not ("bin" or "obj"))
            .ToList();
        var declared = files
            .SelectMany(f => Declaration().Matches(f.Text).Select(m => (Type: m.Groups["name"].Value, f.Folder)))
            .ToLookup(d => d.Type, d => d.Folder);
        // A name that two folders declare says nothing of either.
        var homes = declared.Where(d => d.Distinct().Count() == 1).ToDictionary(d => d.Key, d => d.First());
        var arrows = files
            .SelectMany(f =>
                Name()
                    .Matches(f.Text)
                    .Where(m => homes.TryGetValue(m.Value, out var home) && home != f.Folder)
                    .Select(m => (From: f.Folder, To: homes[m.Value], Type: m.Value))
            )
            .Distinct()
            .ToList();

        Assert.NotEmpty(homes);
        Assert.Equal([], InCircles(arrows));
    }

    /// <summary>What is left when folders are taken away that need no other one, or that no other one needs, again and again.</summary>
    private static IEnumerable<string> InCircles(List<(string From, string To, string Type)> arrows)
    {
        int before;
        do
        {
            before = arrows.Count;
            var (from, to) = (arrows.Select(a => a.From).ToHashSet(), arrows.Select(a => a.To).ToHashSet());
            arrows.RemoveAll(a => !from.Contains(a.To) || !to.Contains(a.From));
        } while (arrows.Count < before);

        return arrows.Select(a => $"{a.From} -> {a.To}: {a.Type}").Order(StringComparer.Ordinal);
    }

    private static string FolderOf(string path) =>
        path.Contains(Path.DirectorySeparatorChar) ? path.Split(Path.DirectorySeparatorChar)[0] : "(root)";

    /// <summary>Text, comments and what follows a dot.</summary>
    [GeneratedRegex("""//.*|\"{3,}[\s\S]*?\"{3,}|"(?:\\.|[^"\\\n{])*["{]|\.\s*[A-Z]\w*""")]
    private static partial Regex NoType();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Name();
}
