namespace CodeRipple.Workflow.Client.Packages;

/// <summary>A file or a symbolic link of a package.</summary>
/// <param name="Name">In the package, with forward slashes.</param>
/// <param name="Source">The file.</param>
/// <param name="LinkTarget">What the link says; null for a file.</param>
internal sealed record PackageEntry(string Name, string Source, string? LinkTarget);

/// <summary>
/// What of a folder goes into its package. Symbolic links inside of it stay links, as Lambda keeps them: what a package of pnpm needs lies
/// beside its real folder. What a link outside leads to is packed in its place.
/// </summary>
internal sealed class FolderContent
{
    // These are there in Lambda, whatever they are here: a link to a layer is good.
    private static readonly string[] PlacesInLambda = ["/opt", "/var/task", "/var/runtime", "/var/lang", "/tmp"];

    private readonly IgnoreRules _rules;
    private readonly List<PackageEntry> _entries = [];
    private readonly List<string> _leftOut = [];
    private readonly List<string> _badLinks = [];

    private FolderContent(IgnoreRules rules) => _rules = rules;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<PackageEntry> Entries => [.. _entries.OrderBy(e => e.Name, StringComparer.Ordinal)];

    /// <summary>Names of the files and folders that the rules leave out.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <exception cref="UserErrorException">Links lead nowhere or in a circle; all of them are named.</exception>
    public static FolderContent Read(string folder, IgnoreRules rules)
    {
        var content = new FolderContent(rules);
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        content.Walk(root, "", root, [root]);
        if (content._badLinks.Count > 0)
            throw new UserErrorException(
                $"{folder} cannot be packaged because of its symbolic links:\n{string.Join('\n', content._badLinks.Select(l => $"- {l}"))}\n"
                    + $"Remove them, or list them in {Path.Combine(folder, IgnoreRules.FileName)}."
            );
        return content;
    }

    /// <param name="name">Of the folder in the package.</param>
    /// <param name="root">The folder whose links may stay links: the package's, or one that a link outside leads to.</param>
    /// <param name="open">The real folders that this one was reached through, itself included.</param>
    private void Walk(string folder, string name, string root, IReadOnlyList<string> open)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var entry = name.Length == 0 ? Path.GetFileName(path) : $"{name}/{Path.GetFileName(path)}";
            var link = new FileInfo(path).LinkTarget;
            var isFolder = link is null && Directory.Exists(path);
            if (_rules.Ignores(entry, isFolder))
                _leftOut.Add(isFolder ? entry + "/" : entry);
            else if (link is not null)
                Follow(path, entry, link, root, open);
            else if (isFolder)
                Walk(path, entry, root, [.. open, path]);
            else
                _entries.Add(new PackageEntry(entry, path, null));
        }
    }

    private void Follow(string path, string name, string link, string root, IReadOnlyList<string> open)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(link, Path.GetDirectoryName(path)!));
        if (!Leads(target) && !IsInLambda(link))
            _badLinks.Add($"{name} leads to {link}, which is not there");
        else if (IsIn(target, root))
            _entries.Add(new PackageEntry(name, path, Slashes(Path.GetRelativePath(Path.GetDirectoryName(path)!, target))));
        else if (IsInLambda(link))
            _entries.Add(new PackageEntry(name, path, link));
        else if (!Directory.Exists(target))
            _entries.Add(new PackageEntry(name, target, null));
        else if (RealPath(target) is var real && open.Any(o => IsIn(o, real)))
            _badLinks.Add($"{name} leads to {link}, which contains it");
        else
            Walk(real, name, real, [.. open, real]);
    }

    private static bool IsInLambda(string link) => PlacesInLambda.Any(place => IsIn(link, place));

    /// <summary>Whether something is there, at the end of all links; to .NET a link that leads nowhere exists.</summary>
    private static bool Leads(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } final
                ? Path.Exists(final.FullName)
                : Path.Exists(path);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string RealPath(string folder) =>
        Path.TrimEndingDirectorySeparator(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder);

    private static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Slashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
