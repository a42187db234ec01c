using System.CommandLine;
using System.Text.Json;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Finishes the rollback of a release that did not end well, or goes back from a good one to an earlier one.</summary>
internal sealed class RollbackCommand : ApplicationCommand
{
    private const int SearchDepth = 100;
    private readonly Screen _screen;
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, for the record and the messages." };
    private readonly Option<string?> _to = new("--to") { Description = "The release to roll back to. [default: the one before]" };

    public RollbackCommand(Screen screen)
        : base(
            "rollback",
            "Roll back to the release before the live one, or finish a rollback that failed.",
            "coderipple rollback",
            "coderipple rollback --to shop-20261120-090000 --environment production"
        )
    {
        _screen = screen;
        AddOptions(Application, Environment, Region, _to, _reason);
    }

    protected override async Task<ExitCode> RunAsync(
        ReleaseMachine machine,
        string application,
        ParseResult input,
        CancellationToken cancellationToken
    )
    {
        var ledger = machine.Store.Ledger;
        var history = await ledger.HistoryAsync(application, machine.Environment, SearchDepth, cancellationToken);
        var unfinished = history.FirstOrDefault(r =>
            r.Status is ReleaseStatus.InProgress || r is { Status: ReleaseStatus.RollbackFailed, ManifestUri: null }
        );
        if (unfinished is not null && input.GetValue(_to) is null)
            return await FinishAsync(machine, unfinished, cancellationToken);

        var current =
            await ledger.FindCurrentAsync(application, machine.Environment, cancellationToken)
            ?? throw new UserErrorException(
                $"No release of {application} is live in {machine.Environment}, so there is nothing to roll back."
            );
        return await GoBackAsync(machine, current, input.GetValue(_to), input.GetValue(_reason), cancellationToken);
    }

    /// <summary>Runs the rollback of a release once more; it is made for that.</summary>
    private async Task<ExitCode> FinishAsync(ReleaseMachine machine, ReleaseRecord record, CancellationToken cancellationToken)
    {
        if (await new ReleaseRuns(machine, TimeProvider.System).IsRunningAsync(record.ExecutionArn, cancellationToken))
            throw new UserErrorException(
                $"Release {record.Id} is still running. Watch it (coderipple watch {record.Id}), or stop it first: aws stepfunctions stop-execution --execution-arn {record.ExecutionArn}"
            );
        var plan =
            await machine.Store.FindPlanAsync(record, cancellationToken)
            ?? throw new UserErrorException($"Release {record.Id} has no plan, so it never changed anything.");
        _screen.RollbackTo(record.Id, null);
        var reason = record.Failure ?? $"{System.Environment.UserName} asked for a rollback.";
        var request = new RollbackRequest { Release = plan.Release, Error = new CaughtError("RollbackRequested", reason) };
        return await RunAsync(machine, record, ReleaseIds.NewRollback("rollback"), request, cancellationToken);
    }

    /// <summary>Undoes the release that is live, and those before it up to the wanted one, in one rollback.</summary>
    private async Task<ExitCode> GoBackAsync(
        ReleaseMachine machine,
        ReleaseRecord current,
        string? to,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        if ((to ?? current.Previous) is not { } target)
            throw new UserErrorException(
                $"Release {current.Id} is the first of {current.Application} in {machine.Environment}; there is none before it to go back to."
            );
        _screen.RollbackTo(current.Id, target);
        var request = new RollbackRequest
        {
            Application = current.Application,
            Environment = machine.Environment,
            To = target,
            RequestedBy = System.Environment.UserName,
            Reason = reason,
        };
        return await RunAsync(machine, current, ReleaseIds.NewRollback("back"), request, cancellationToken);
    }

    private async Task<ExitCode> RunAsync(
        ReleaseMachine machine,
        ReleaseRecord record,
        string name,
        RollbackRequest request,
        CancellationToken cancellationToken
    )
    {
        var releaser = new Releaser(machine, _screen);
        var execution = await releaser.Runs.StartRollbackAsync(
            name,
            JsonSerializer.SerializeToNode(request, ContractsJson.Default.RollbackRequest)!.AsObject(),
            cancellationToken
        );
        var outcome = await releaser.FollowAsync(
            record.Id,
            progress => releaser.Runs.FollowRollbackAsync(execution, record, progress, cancellationToken)
        );
        _screen.Output.ReleaseEnded(outcome);
        // Rolled back is what was asked for.
        return outcome.ExitCode == ExitCode.Failed ? ExitCode.Done : outcome.ExitCode;
    }
}
