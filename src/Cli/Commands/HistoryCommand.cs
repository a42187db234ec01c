using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Lists the releases of an application.</summary>
internal sealed class HistoryCommand : ApplicationCommand
{
    private readonly Screen _screen;
    private readonly Option<int> _count = new("--count") { Description = "How many, the newest first.", DefaultValueFactory = _ => 20 };

    public HistoryCommand(Screen screen)
        : base(
            "history",
            "List the releases of an application, and which one is live.",
            "coderipple history",
            "coderipple history --application shop --environment production --json"
        )
    {
        _screen = screen;
        _count.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, out var count) && count is < 1 or > 1000)
                result.AddError("--count must be 1 to 1000.");
        });
        AddOptions(Application, Environment, Region, _count);
    }

    protected override async Task<ExitCode> RunAsync(
        ReleaseMachine machine,
        string application,
        ParseResult input,
        CancellationToken cancellationToken
    )
    {
        var ledger = machine.Store.Ledger;
        var records = await ledger.HistoryAsync(application, machine.Environment, input.GetValue(_count), cancellationToken);
        var current = await ledger.FindCurrentAsync(application, machine.Environment, cancellationToken);
        _screen.Output.History(application, machine.Environment, records, current?.Id);
        return ExitCode.Done;
    }
}
