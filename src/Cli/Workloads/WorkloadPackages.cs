using CodeRipple.Workflow.Cli.Packages;

namespace CodeRipple.Workflow.Cli.Workloads;

internal static class WorkloadPackages
{
    /// <summary>Builds the packages of a workload's layers and functions.</summary>
    /// <param name="progress">Hears which one is being built.</param>
    /// <returns>By path, as the workload has it.</returns>
    /// <exception cref="UserErrorException">One cannot be built.</exception>
    public static async Task<IReadOnlyDictionary<string, byte[]>> BuildAsync(WorkloadFile workload, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var packages = new Dictionary<string, byte[]>();
        foreach (var path in workload.Paths)
        {
            progress.Report(path);
            packages[path] = await CodePackage.BuildAsync(workload.FullPath(path), cancellationToken);
        }

        return packages;
    }
}
