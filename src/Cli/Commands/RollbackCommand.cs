using System.CommandLine;
using System.Text.Json;
using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Finishes the rollback of a release that did not end well, or goes back from a good one to an earlier one.</summary>
internal sealed class RollbackCommand : CliCommand
{
    private const int SearchDepth = 100;
    private readonly Screen _screen;
    private readonly Option<string?> _application = Shared.Application();
    private readonly Option<string> _environment = Shared.Environment();
    private readonly Option<string?> _region = Shared.Region();
    private readonly Option<string?> _to = new("--to") { Description = "The release to go back to. [default: the one before]" };

    public RollbackCommand(Screen screen)
        : base(
            "rollback",
            "Go back to the release before, or finish a rollback that did not end well.",
            "coderipple rollback",
            "coderipple rollback --to shop-20261120-090000 --environment production")
    {
        _screen = screen;
        foreach (var option in new Option[] { _application, _environment, _region, _to })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var application = WorkloadFile.ApplicationOr(input.GetValue(_application));
        using var clients = AwsClients.FromEnvironment(input.GetValue(_region));
        var machine = await ReleaseMachine.FindAsync(clients, input.GetValue(_environment)!, cancellationToken);
        var ledger = new ReleaseLedger(machine);
        var history = await ledger.HistoryAsync(application, SearchDepth, cancellationToken);
        var unfinished = history.FirstOrDefault(r => r.Status is ReleaseStatus.InProgress or ReleaseStatus.RollbackFailed);
        if (unfinished is not null && input.GetValue(_to) is null)
            return await FinishAsync(machine, ledger, unfinished, cancellationToken);

        var current = await ledger.FindCurrentAsync(application, cancellationToken)
            ?? throw new UserErrorException($"No release of {application} is live in {machine.Environment}, so there is nothing to go back from.");
        return await GoBackAsync(machine, ledger, current, input.GetValue(_to) ?? current.Previous, cancellationToken);
    }

    /// <summary>Runs the rollback of a release once more; it is made for that.</summary>
    private async Task<ExitCode> FinishAsync(ReleaseMachine machine, ReleaseLedger ledger, ReleaseRecord record, CancellationToken cancellationToken)
    {
        var releaser = new Releaser(machine, _screen);
        if (await releaser.Runs.IsRunningAsync(record.ExecutionArn, cancellationToken))
            throw new UserErrorException($"Release {record.Id} is still running. Watch it (coderipple watch {record.Id}), or stop it first: aws stepfunctions stop-execution --execution-arn {record.ExecutionArn}");
        var plan = await ledger.PlanAsync(record, cancellationToken) ?? throw new UserErrorException($"Release {record.Id} has no plan, so it never changed anything.");
        _screen.RollbackTo(record.Id, null);
        var rollback = new RollbackInput { Release = plan.Release, Error = new CaughtError("RollbackRequested", record.Failure ?? $"{Environment.UserName} asked for a rollback.") };
        var execution = await releaser.Runs.StartRollbackAsync(
            ReleaseCommand.NewId("rollback"), JsonSerializer.SerializeToNode(rollback, ContractsJson.Default.RollbackInput)!.AsObject(), cancellationToken);
        var outcome = await releaser.FollowAsync(record.Id, progress => releaser.Runs.FollowRollbackAsync(execution, record, progress, cancellationToken));
        _screen.ReleaseEnded(outcome);
        // Rolled back is what was asked for.
        return outcome.ExitCode == ExitCode.RolledBack ? ExitCode.Done : outcome.ExitCode;
    }

    /// <summary>Releases what an earlier release had: with its proofs, its tests and its own way back.</summary>
    private async Task<ExitCode> GoBackAsync(ReleaseMachine machine, ReleaseLedger ledger, ReleaseRecord current, string? to, CancellationToken cancellationToken)
    {
        if (to is null)
            throw new UserErrorException($"Release {current.Id} is the first of {current.Application} in {machine.Environment}; there is none before it to go back to.");
        var target = await ledger.FindAsync(current.Application, to, cancellationToken);
        if (target is not { Status: ReleaseStatus.Succeeded } || await ledger.PlanAsync(target, cancellationToken) is not { } plan)
            throw new UserErrorException($"There is no release {to} of {current.Application} that succeeded. See: coderipple history");
        _screen.RollbackTo(current.Id, to);
        var id = ReleaseCommand.NewId("back");
        var request = plan.Request with { Id = id, RequestedBy = Environment.UserName, Reason = $"Back from {current.Id} to {to}" };
        var outcome = await new Releaser(machine, _screen).ReleaseAsync(
            id, current.Application, JsonSerializer.SerializeToNode(request, ContractsJson.Default.ReleaseRequest)!.AsObject(), cancellationToken);
        _screen.ReleaseEnded(outcome);
        return outcome.ExitCode;
    }
}
