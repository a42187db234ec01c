using CodeRipple.Workflow.Client.Diagnosis;

namespace CodeRipple.Workflow.Cli.Tests.Diagnosis;

public sealed class MachineDiagnosisTests
{
    private static readonly (string, string)[] Complete =
    [
        ("dotnet", "8.0.100 [/usr/share/dotnet/sdk]\n10.0.401 [/usr/share/dotnet/sdk]"),
        ("gcc", ""),
        ("sam", "SAM CLI, version 1.151.0"),
        ("zip", ""),
        ("python3", "Python 3.11.7"),
    ];

    [Fact]
    public async Task A_machine_with_everything_is_told_nothing_but_which_AWS_packages_it_builds_with() =>
        Assert.Equal(["AWS packages"], (await LookAsync(Complete)).Where(f => !f.IsFine).Select(f => f.Subject));

    [Theory]
    [InlineData("dotnet", ".NET SDK", "not there", "Install .NET SDK 10", true)]
    [InlineData("gcc", "Native steps", "neither is on the PATH", "Install gcc or clang", false)]
    [InlineData("zip", "SAM CLI", "no zip", "Install zip, or do without: coderipple install", false)]
    [InlineData("python3", "Python", "not there", "For rehearsals only: install Python 3.10", false)]
    public async Task What_is_missing_is_told_with_its_remedy(string missing, string subject, string found, string remedy, bool blocks)
    {
        var finding = (await LookAsync([.. Complete.Where(p => p.Item1 != missing)])).Single(f => f.Subject == subject);

        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.StartsWith(remedy, finding.Remedy, StringComparison.Ordinal);
        Assert.Equal(blocks, finding.Blocks);
    }

    [Theory]
    [InlineData("dotnet", "8.0.100 [/sdk]", ".NET SDK", "only 8.0.100", true)]
    [InlineData("sam", "SAM CLI, version 1.150.1", "SAM CLI", "1.150.1", false)]
    [InlineData("python3", "Python 3.9.2", "Python", "3.9.2", false)]
    public async Task What_is_too_old_is_told_with_its_remedy(string program, string says, string subject, string found, bool blocks)
    {
        var finding = (await LookAsync([.. Complete.Where(p => p.Item1 != program), (program, says)])).Single(f => f.Subject == subject);

        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.NotNull(finding.Remedy);
        Assert.Equal(blocks, finding.Blocks);
    }

    [Fact]
    public async Task The_SAM_CLI_is_not_needed()
    {
        var finding = (await LookAsync([.. Complete.Where(p => p.Item1 is not ("sam" or "zip"))])).Single(f => f.Subject == "SAM CLI");

        Assert.True(finding.IsFine);
        Assert.Contains("coderipple install", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_than_on_x64_Linux_native_steps_come_from_AWSs_build_image()
    {
        var findings = await new MachineDiagnosis(new FakePrograms(Complete), isLinuxX64: false).LookAsync(CancellationToken.None);

        Assert.Contains("AWS's image", findings.Single(f => f.Subject == "Native steps").Remedy, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Finding>> LookAsync((string, string)[] programs) =>
        new MachineDiagnosis(new FakePrograms(programs), isLinuxX64: true).LookAsync(CancellationToken.None);
}
