using System.Globalization;
using System.IO.Compression;
using CodeRipple.Workflow.Bench.Steps;
using CodeRipple.Workflow.Client.Packages;
using CodeRipple.Workflow.Client.Stacks;

// dotnet run -c Release --project bench/Steps [starts of each form]
var starts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
using var folder = new PackageFolder();
var forms = new[] { StepRuntime.Native, StepRuntime.Managed };
var packages = new List<(StepRuntime Runtime, int ZipBytes, string[] Command)>();
foreach (var runtime in forms)
{
    var zip = (await CodePackages.BuildAsync([ReleaseStack.Steps(runtime)], CancellationToken.None)).Values.Single();
    packages.Add((runtime, zip.Length, folder.Unpack(runtime, zip)));
}

// In turn, so that whatever else the machine does strikes all alike.
var times = forms.ToDictionary(f => f, _ => new List<ColdStart>());
for (var i = 0; i < starts; i++)
    foreach (var package in packages)
        times[package.Runtime].Add(await ColdStart.MeasureAsync(package.Command));

Console.WriteLine(
    $"""

    | median of {starts} starts of StartRelease, in turn | until it asks for an event | first answer | CPU | memory | zip |
    |---|---|---|---|---|---|
    """
);
foreach (var (runtime, size, _) in packages)
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {runtime.Name} | {Median(runtime, t => t.AskedMs):0} ms | {Median(runtime, t => t.AnsweredMs):0} ms | {Median(runtime, t => t.CpuMs):0} ms | {Median(runtime, t => t.MemoryMb):0} MB | {size / 1e6:0.0} MB |"
        )
    );

var native = await ReleaseReports.MeasureAsync(StepRuntime.Native);
var managed = await ReleaseReports.MeasureAsync(StepRuntime.Managed);
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"""

        One release of coderipple.json: {native.Release.TotalSeconds:0.0} s native, {managed.Release.TotalSeconds:0.0} s managed.

        | step | native: memory | sum of durations | managed: memory | sum of durations |
        |---|---|---|---|---|
        """
    )
);
foreach (var (step, of) in native.Steps)
{
    var other = managed.Steps.GetValueOrDefault(step);
    Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"| {step} | {of.MemoryMb} MB | {of.Ms:0} ms | {other.MemoryMb} MB | {other.Ms:0} ms |")
    );
}

double Median(StepRuntime runtime, Func<ColdStart, double> value)
{
    var sorted = times[runtime].Select(value).Order().ToList();
    return sorted[sorted.Count / 2];
}

/// <summary>The unpacked forms of the steps; gone when disposed of.</summary>
internal sealed class PackageFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("coderipple-bench-").FullName;

    /// <returns>The command that starts a step.</returns>
    public string[] Unpack(StepRuntime runtime, byte[] zip)
    {
        var target = Path.Combine(_path, runtime.Name);
        ZipFile.ExtractToDirectory(new MemoryStream(zip), target);
        return runtime == StepRuntime.Native
            ? [Path.Combine(target, "bootstrap")]
            : ["dotnet", "exec", Path.Combine(target, "CodeRipple.Workflow.Steps.dll")];
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
