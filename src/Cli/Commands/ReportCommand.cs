using System.CommandLine;
using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Reports;
using CodeRipple.Workflow.Cli.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Writes one page about one release.</summary>
internal sealed class ReportCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Argument<string> _release = new("release") { Description = "Id of the release." };
    private readonly Option<string?> _output = new("--output") { Description = "The file to write. [default: <release>.html]" };
    private readonly Option<string?> _application = Shared.Application();
    private readonly Option<string> _environment = Shared.Environment();
    private readonly Option<string?> _region = Shared.Region();

    public ReportCommand(Screen screen)
        : base(
            "report",
            "Write an HTML page about a release: verdict, timeline, checks, what was restored. One file, nothing else needed.",
            "coderipple report shop-20261121-101500",
            "coderipple report shop-20261121-101500 --environment production --output report.html")
    {
        _screen = screen;
        Arguments.Add(_release);
        foreach (var option in new Option[] { _output, _application, _environment, _region })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var application = WorkloadFile.ApplicationOr(input.GetValue(_application));
        var id = input.GetValue(_release)!;
        using var clients = AwsClients.FromEnvironment(input.GetValue(_region));
        var machine = await ReleaseMachine.FindAsync(clients, input.GetValue(_environment)!, cancellationToken);
        var store = machine.Store;
        var record = await store.Ledger.FindRecordAsync(new ReleaseKey(application, id), cancellationToken)
            ?? throw new UserErrorException($"There is no release {id} of {application} in {machine.Environment}. See: coderipple history");
        var page = new ReleasePage(
            record,
            await store.FindManifestAsync(record, cancellationToken),
            await store.ReadChecksAsync(record, cancellationToken),
            await new ExecutionFollower(clients.StepFunctions, TimeProvider.System).ReadAsync(record.ExecutionArn, cancellationToken));
        var file = Path.GetFullPath(input.GetValue(_output) ?? $"{id}.html");
        await File.WriteAllTextAsync(file, page.ToHtml(), cancellationToken);
        _screen.ReportWritten(file);
        return ExitCode.Done;
    }
}
