using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Steps.Tests.Layout;

/// <summary>The source of the steps, without comments and texts.</summary>
internal static partial class StepSource
{
    private static readonly string Root = Repository.Path("src/Steps");

    /// <summary>For each folder the others whose types it names.</summary>
    public static Dictionary<string, IReadOnlySet<string>> Arrows()
    {
        var code = Directory
            .EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Folder: FolderOf(file), Code: Ignored().Replace(File.ReadAllText(file), "")))
            .Where(file => file.Folder.Split('/')[0] is not ("obj" or "bin"))
            .ToList();
        var homes = code.SelectMany(file => Declaration().Matches(file.Code).Select(type => (Name: type.Groups["name"].Value, file.Folder)))
            .DistinctBy(type => type.Name)
            .ToDictionary(type => type.Name, type => type.Folder);
        return code.GroupBy(file => file.Folder)
            .ToDictionary(
                folder => folder.Key,
                folder =>
                    (IReadOnlySet<string>)
                        folder
                            .SelectMany(file => Names(file.Code))
                            .Where(homes.ContainsKey)
                            .Select(name => homes[name])
                            .Where(home => home != folder.Key)
                            .ToHashSet()
            );
    }

    private static IEnumerable<string> Names(string code) => Word().Matches(code).Select(word => word.Value);

    private static string FolderOf(string file) => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/');

    [GeneratedRegex("""//.*|@?\$?\"\"\"[\s\S]*?\"\"\"|@?\$?"(\\.|[^"\\])*"|^using .*;""", RegexOptions.Multiline)]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^(public|internal) [a-z ]*\b(class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    // A member is no type, nor is what a declaration or an argument is called.
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*(?!\w)(?!\s*(:[^:]|=>|=[^=]|\{ get|\{ init))")]
    private static partial Regex Word();
}
