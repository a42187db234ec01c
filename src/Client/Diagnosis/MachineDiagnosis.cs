using System.Text.RegularExpressions;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>What this machine needs to build and install the release machine, and to build workloads.</summary>
internal sealed partial class MachineDiagnosis(IPrograms programs, bool isLinuxX64)
{
    // The first that knows dotnet10: https://github.com/aws/aws-sam-cli/pull/8508
    private static readonly Version LeastSam = new(1, 151, 0);
    private static readonly Version LeastPython = new(3, 10);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding> { await SdkAsync(cancellationToken), Compiler(), Packages() };
        findings.AddRange(await SamAsync(cancellationToken));
        findings.Add(await PythonAsync(cancellationToken));
        return findings;
    }

    private async Task<Finding> SdkAsync(CancellationToken cancellationToken)
    {
        const string subject = ".NET SDK";
        const string remedy = "Install .NET SDK 10: https://dot.net/download";
        var installed = (await programs.OutputAsync("dotnet", "--list-sdks", cancellationToken) ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')[0])
            .ToList();
        return installed.LastOrDefault(v => v.StartsWith("10.", StringComparison.Ordinal)) is { } fit ? Finding.Fine(subject, fit)
            : installed.Count == 0 ? Finding.Obstacle(subject, "not there", remedy)
            : Finding.Obstacle(subject, $"only {string.Join(", ", installed)}", remedy);
    }

    private Finding Compiler() =>
        StepRuntime.Choose(wanted: null, isLinuxX64, programs.Has) is { WhyManaged: { } reason }
            ? Finding.Advice(
                "Native steps",
                reason,
                isLinuxX64
                    ? "Install gcc or clang. Without, the steps are managed code (dotnet10) and releases take about twice as long."
                    : "The steps are managed code (dotnet10). For native ones build in AWS's image: docs/install.md."
            )
            : Finding.Fine("Native steps", "can be compiled here");

    private static Finding Packages() =>
        AwsPackages.Used == AwsPackages.Official
            ? Finding.Fine("AWS packages", "the official ones")
            : Finding.Advice(
                "AWS packages",
                "stand-ins for those that the package registry does not serve",
                "For the official ones build against a registry that serves them: AwsPackages=nuget dotnet build (compat/README.md)."
            );

    private async Task<IReadOnlyList<Finding>> SamAsync(CancellationToken cancellationToken)
    {
        const string subject = "SAM CLI";
        if (!programs.Has("sam"))
            return [Finding.Fine(subject, "not there, and not needed: coderipple install")];
        var said = await programs.OutputAsync("sam", "--version", cancellationToken);
        if (VersionIn(said) is not { } version || version < LeastSam)
            return
            [
                Finding.Advice(
                    subject,
                    said ?? "does not run",
                    $"Update it to {LeastSam} or newer, which knows dotnet10, or do without: coderipple install"
                ),
            ];
        return programs.Has("zip")
            ? [Finding.Fine(subject, $"{version}")]
            :
            [
                Finding.Advice(
                    subject,
                    $"{version}, but no zip, which sam build packs with",
                    "Install zip, or do without: coderipple install"
                ),
            ];
    }

    private async Task<Finding> PythonAsync(CancellationToken cancellationToken)
    {
        const string subject = "Python";
        var said = await programs.OutputAsync(
            Environment.GetEnvironmentVariable("CODERIPPLE_PYTHON") is { Length: > 0 } named ? named : "python3",
            "--version",
            cancellationToken
        );
        return VersionIn(said) is { } version && version >= LeastPython
            ? Finding.Fine(subject, $"{version}")
            : Finding.Advice(
                subject,
                said ?? "not there",
                $"For rehearsals only: install Python {LeastPython} or newer (on Debian: apt-get install python3 python3-venv)."
            );
    }

    private static Version? VersionIn(string? text) =>
        Version.TryParse(VersionPattern().Match(text ?? "").Value, out var version) ? version : null;

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex VersionPattern();
}
