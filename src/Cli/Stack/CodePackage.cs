namespace CodeRipple.Workflow.Cli.Stack;

/// <summary>Makes the zip for a local code path: a project is published, a folder is zipped, a zip is taken as it is.</summary>
internal static class CodePackage
{
    public static async Task<byte[]> BuildAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && Path.GetExtension(path) == ".zip")
            return await File.ReadAllBytesAsync(path, cancellationToken);
        if (FindProject(path) is { } project)
            return await PublishAsync(project, cancellationToken);
        return Directory.Exists(path)
            ? ReproducibleZip.Create(path)
            : throw new UserErrorException($"{path} is neither a project, a folder nor a zip file.");
    }

    private static string? FindProject(string path) =>
        File.Exists(path) && Path.GetExtension(path) == ".csproj" ? path
        : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csproj").FirstOrDefault()
        : null;

    private static async Task<byte[]> PublishAsync(string project, CancellationToken cancellationToken)
    {
        var output = Directory.CreateTempSubdirectory("coderipple-publish-");
        try
        {
            await ChildProcess.RunAsync(
                "dotnet",
                ["publish", project, "--configuration", "Release", "--output", output.FullName, "--nologo", "--verbosity", "quiet"],
                Path.GetDirectoryName(project)!,
                cancellationToken);
            return ReproducibleZip.Create(output.FullName);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
