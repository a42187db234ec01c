using System.Globalization;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>What users of other tools reported, run on this one. out/public-reports.md has the table.</summary>
[Collection(Machines.Reports)]
[Trait("Category", "PublicReports")]
public sealed class PublicReportSpecs(RunningMachine running, ReportTable table) : IClassFixture<ReportTable>
{
    public static TheoryData<string> Names => [.. All.Select(r => r.Name)];

    private static IEnumerable<PublicReport> All =>
        [.. PackageReports.All, .. RuntimeReports.All, .. ApiReports.All, .. AccountReports.All];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_reported_bug_of_others_ends_right(string name)
    {
        var report = All.Single(r => r.Name == name);
        var number = All.TakeWhile(r => r.Name != name).Count();
        using var workload = new ReportedWorkload(running, string.Create(CultureInfo.InvariantCulture, $"report{number}"));

        var got = await GotAsync(report, workload);

        table.Add(report, got);
        Assert.Equal(report.Expected, got);
    }

    private static async Task<string> GotAsync(PublicReport report, ReportedWorkload workload)
    {
        try
        {
            return await report.RunAsync(workload);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }
}

/// <summary>The reports that were run, as a table.</summary>
public sealed class ReportTable : IDisposable
{
    private readonly List<string> _lines = ["| report | source | expected | got |", "|---|---|---|---|"];

    public void Add(PublicReport report, string got) =>
        _lines.Add($"| {report.Name} | {report.Source} | {Cell(report.Expected)} | {(got == report.Expected ? "the same" : Cell(got))} |");

    public void Dispose()
    {
        Directory.CreateDirectory(Repository.Path("out"));
        File.WriteAllLines(Repository.Path("out/public-reports.md"), _lines);
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
