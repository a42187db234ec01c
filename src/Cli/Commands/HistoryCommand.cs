using System.CommandLine;
using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Workloads;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Lists the releases of an application.</summary>
internal sealed class HistoryCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Option<string?> _application = Shared.Application();
    private readonly Option<string> _environment = Shared.Environment();
    private readonly Option<string?> _region = Shared.Region();
    private readonly Option<int> _count = new("--count") { Description = "How many, the newest first.", DefaultValueFactory = _ => 20 };

    public HistoryCommand(Screen screen)
        : base("history", "List the releases of an application, and which one is live.", "coderipple history", "coderipple history --application shop --environment production --json")
    {
        _screen = screen;
        _count.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, out var count) && count is < 1 or > 1000)
                result.AddError("--count must be 1 to 1000.");
        });
        foreach (var option in new Option[] { _application, _environment, _region, _count })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var application = WorkloadFile.ApplicationOr(input.GetValue(_application));
        using var clients = AwsClients.FromEnvironment(input.GetValue(_region));
        var machine = await ReleaseMachine.FindAsync(clients, input.GetValue(_environment)!, cancellationToken);
        var ledger = machine.Store.Ledger;
        var records = await ledger.HistoryAsync(application, machine.Environment, input.GetValue(_count), cancellationToken);
        var current = await ledger.FindCurrentAsync(application, machine.Environment, cancellationToken);
        _screen.History(application, machine.Environment, records, current?.Id);
        return ExitCode.Done;
    }
}
