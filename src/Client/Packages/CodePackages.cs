namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Makes the zips for local code paths: a project is published, a folder is zipped, a zip is taken as it is.</summary>
internal static class CodePackages
{
    private const int MostNames = 10;

    /// <summary>Builds all of them; projects together, which is much faster than one by one.</summary>
    /// <param name="note">Is told what is left out of folders.</param>
    /// <returns>The zip of each path.</returns>
    /// <exception cref="UserErrorException">One is nothing that can be packaged, or does not build.</exception>
    public static async Task<IReadOnlyDictionary<string, byte[]>> BuildAsync(
        IEnumerable<BuildTarget> targets,
        CancellationToken cancellationToken,
        Action<string>? note = null
    )
    {
        var projects = new Dictionary<string, BuildTarget>();
        var zips = new Dictionary<string, byte[]>();
        foreach (var target in targets.Distinct())
            if (FindProject(target.Path) is { } project)
                projects[target.Path] = target with { Path = project };
            else
                zips[target.Path] = await ZipAsync(target.Path, note, cancellationToken);

        foreach (var repository in projects.Values.Distinct().GroupBy(project => SourceTree.RootOf(project.Path)))
        {
            var published = await new PublishedProjects(repository.Key).ZipAsync([.. repository], cancellationToken);
            foreach (var (path, project) in projects)
                if (published.TryGetValue(project, out var zip))
                    zips[path] = zip;
        }

        return zips;
    }

    private static async Task<byte[]> ZipAsync(string path, Action<string>? note, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && Path.GetExtension(path) == ".zip")
            return await File.ReadAllBytesAsync(path, cancellationToken);
        return Directory.Exists(path)
            ? ZipFolder(path, note)
            : throw new UserErrorException($"{path} is neither a project, a folder nor a zip file.");
    }

    private static byte[] ZipFolder(string path, Action<string>? note)
    {
        var content = FolderContent.Read(path, IgnoreRules.Of(path));
        if (content.LeftOut.Count > 0)
            note?.Invoke($"Left out of {path}: {Some(content.LeftOut)}");
        // Lambda: "Uploaded file must be a non-empty zip".
        return content.Entries.Count > 0
            ? ReproducibleZip.Create(content)
            : throw new UserErrorException($"{path} has no files that could be packaged. Put the code there, or correct the path.");
    }

    private static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private static string? FindProject(string path) =>
        File.Exists(path) && Path.GetExtension(path) == ".csproj" ? Path.GetFullPath(path)
        : Directory.Exists(path) && Directory.EnumerateFiles(path, "*.csproj").FirstOrDefault() is { } project ? Path.GetFullPath(project)
        : null;
}
