namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Makes the zips for local code paths: a project is published, a folder is zipped, a zip is taken as it is.</summary>
internal static class CodePackages
{
    /// <summary>Builds all of them; projects together, which is much faster than one by one.</summary>
    /// <returns>The zip of each path.</returns>
    /// <exception cref="UserErrorException">One is nothing that can be packaged, or does not build.</exception>
    public static async Task<IReadOnlyDictionary<string, byte[]>> BuildAsync(
        IEnumerable<BuildTarget> targets,
        CancellationToken cancellationToken
    )
    {
        var projects = new Dictionary<string, BuildTarget>();
        var zips = new Dictionary<string, byte[]>();
        foreach (var target in targets.Distinct())
            if (FindProject(target.Path) is { } project)
                projects[target.Path] = target with { Path = project };
            else
                zips[target.Path] = await ZipAsync(target.Path, cancellationToken);

        foreach (var repository in projects.Values.Distinct().GroupBy(project => SourceTree.RootOf(project.Path)))
        {
            var published = await new PublishedProjects(repository.Key).ZipAsync([.. repository], cancellationToken);
            foreach (var (path, project) in projects)
                if (published.TryGetValue(project, out var zip))
                    zips[path] = zip;
        }

        return zips;
    }

    private static async Task<byte[]> ZipAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && Path.GetExtension(path) == ".zip")
            return await File.ReadAllBytesAsync(path, cancellationToken);
        return Directory.Exists(path)
            ? ReproducibleZip.Create(path)
            : throw new UserErrorException($"{path} is neither a project, a folder nor a zip file.");
    }

    private static string? FindProject(string path) =>
        File.Exists(path) && Path.GetExtension(path) == ".csproj" ? Path.GetFullPath(path)
        : Directory.Exists(path) && Directory.EnumerateFiles(path, "*.csproj").FirstOrDefault() is { } project ? Path.GetFullPath(project)
        : null;
}
