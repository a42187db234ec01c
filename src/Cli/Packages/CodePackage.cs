namespace CodeRipple.Workflow.Cli.Packages;

/// <summary>Makes the zip for a local code path: a project is published, a folder is zipped, a zip is taken as it is.</summary>
internal static class CodePackage
{
    /// <exception cref="UserErrorException">There is nothing to package, or it does not build.</exception>
    public static async Task<byte[]> BuildAsync(string path, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path) && Path.GetExtension(path) == ".zip")
            return await File.ReadAllBytesAsync(path, cancellationToken);
        if (FindProject(path) is { } project)
            return await PublishedProject.ZipAsync(project, cancellationToken);
        return Directory.Exists(path)
            ? ReproducibleZip.Create(path)
            : throw new UserErrorException($"{path} is neither a project, a folder nor a zip file.");
    }

    private static string? FindProject(string path) =>
        File.Exists(path) && Path.GetExtension(path) == ".csproj" ? path
        : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csproj").FirstOrDefault()
        : null;
}
