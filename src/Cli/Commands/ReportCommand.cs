using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Reports;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Writes one page about one release.</summary>
internal sealed class ReportCommand : ApplicationCommand
{
    private readonly Screen _screen;
    private readonly Argument<string> _release = new("release") { Description = "Id of the release." };
    private readonly Option<string?> _output = new("--output") { Description = "The file to write. [default: <release>.html]" };

    public ReportCommand(Screen screen)
        : base(
            "report",
            "Write an HTML page about a release: verdict, timeline, checks, what was restored. One self-contained file.",
            "coderipple report shop-20261121-101500",
            "coderipple report shop-20261121-101500 --environment production --output report.html"
        )
    {
        _screen = screen;
        Arguments.Add(_release);
        AddOptions(_output, Application, Environment, Region);
    }

    protected override async Task<ExitCode> RunAsync(
        ReleaseMachine machine,
        string application,
        ParseResult input,
        CancellationToken cancellationToken
    )
    {
        var id = input.GetValue(_release)!;
        var store = machine.Store;
        var record =
            await store.Ledger.FindRecordAsync(new ReleaseKey(application, id), cancellationToken)
            ?? throw new UserErrorException($"There is no release {id} of {application} in {machine.Environment}. See: coderipple history");
        var executions = new ExecutionFollower(machine.Clients.StepFunctions, TimeProvider.System);
        var page = new ReleasePage(
            record,
            await store.FindManifestAsync(record, cancellationToken),
            await store.ReadChecksAsync(record, cancellationToken),
            await executions.ReadAsync(record.ExecutionArn, cancellationToken)
        );
        var file = Path.GetFullPath(input.GetValue(_output) ?? $"{id}.html");
        await File.WriteAllTextAsync(file, page.ToHtml(), cancellationToken);
        _screen.Output.ReportWritten(file);
        return ExitCode.Done;
    }
}
