using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.Tests.Layout;

/// <summary>
/// Which folder's types are named in which folder, read from the source. A folder's name is its path below the host; the root's is empty.
/// </summary>
internal sealed partial class FolderGraph
{
    private const string RootNamespace = "CodeRipple.Workflow.LocalAws";
    private readonly Dictionary<string, SortedSet<string>> _arrows = [];

    private FolderGraph() { }

    public static FolderGraph Read(string root)
    {
        var files = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Folder: FolderOf(path, root), Text: File.ReadAllText(path)))
            .Where(file => !file.Folder.Split('/').Intersect(["bin", "obj"]).Any())
            .ToList();
        var declared = files
            .SelectMany(file => TopLevelType().Matches(file.Text).Select(type => (Type: type.Groups[1].Value, file.Folder)))
            .DistinctBy(type => type.Type)
            .ToDictionary(type => type.Type, type => type.Folder);
        var graph = new FolderGraph();
        foreach (var (folder, text) in files)
        {
            var named = NamedTypes(text).Select(declared.GetValueOrDefault).OfType<string>();
            graph.Arrows(folder).UnionWith(named.Where(target => target != folder && IsVisible(target, folder, text)));
        }

        return graph;
    }

    public IReadOnlyCollection<string> Folders => _arrows.Keys;

    /// <summary>The folders that the types in one folder name.</summary>
    public SortedSet<string> Arrows(string folder) =>
        _arrows.TryGetValue(folder, out var targets) ? targets : _arrows[folder] = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>The way from a folder back to itself, such as <c>A -> B -> A</c>; null when there is none.</summary>
    public string? CircleThrough(string folder)
    {
        var ways = new Queue<string[]>([
            [folder],
        ]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in Arrows(way[^1]))
            {
                if (next == folder)
                    return string.Join(" -> ", way.Append(next));
                if (seen.Add(next))
                    ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }

    private static string FolderOf(string path, string root) =>
        Path.GetRelativePath(root, Path.GetDirectoryName(path)!).Replace('\\', '/').TrimStart('.');

    /// <summary>A name counts where the compiler could take it for the type: its namespace is imported or encloses the file.</summary>
    private static bool IsVisible(string target, string folder, string text) =>
        target.Length == 0
        || folder.StartsWith(target + "/", StringComparison.Ordinal)
        || text.Contains($"using {RootNamespace}.{target.Replace('/', '.')};", StringComparison.Ordinal);

    private static IEnumerable<string> NamedTypes(string text)
    {
        var code = Comment().Replace(Literal().Replace(text, "\"\""), "");
        return Word()
            .Matches(code)
            .Where(word => !IsDeclaration().IsMatch(word.Groups["before"].Value))
            .Select(word => word.Groups["name"].Value);
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|static|abstract|partial|readonly) )*(?:class|record struct|record|struct|enum|interface) (\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TopLevelType();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|(?<!\\$)\"(?:\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex Literal();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    // Not a member (after a dot), and not the name of something that is declared or set.
    [GeneratedRegex(@"(?<before>[\w>\])?]+ +)?(?<![.\w])(?<name>[A-Z]\w*)(?! *(?:=[^=>]|=>))")]
    private static partial Regex Word();

    // Before a declared name stands its type; before a type stands nothing or one of these.
    [GeneratedRegex(
        @"^(?!(?:new|is|as|return|public|private|internal|protected|static|readonly|required|override|async|await|out|in|ref|case|not"
            + @"|or|and|class|record|partial|params|where|throw|else|yield|event|const)\b)[\w>\])?]+ +$"
    )]
    private static partial Regex IsDeclaration();
}
