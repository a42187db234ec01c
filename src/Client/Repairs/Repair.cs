using System.Runtime.CompilerServices;
using System.Text.Json;
using CodeRipple.Workflow.Client.Drift;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Repairs;

/// <summary>Finds what was left half-way, and ends it through the state machines: with journal, lock and proofs.</summary>
/// <param name="accept">Names of risks that are accepted where a release is released again.</param>
internal sealed class Repair(ReleaseMachine machine, IReleaseProgress progress, bool dryRun, IReadOnlyList<string> accept)
{
    private readonly ReleaseStore _store = machine.Store;
    private readonly Releaser _releaser = new(machine, progress);

    /// <summary>Releases and rollbacks that died are rolled back.</summary>
    public async IAsyncEnumerable<RepairFinding> FinishAsync(
        string application,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var open in await OpenAsync(application, cancellationToken))
        {
            var what = open.Request is null ? $"Release {open.Release.Id}" : $"Rollback {open.Release.Id}";
            if (await _releaser.Runs.IsRunningAsync(open.Release.ExecutionArn, cancellationToken))
                yield return new RepairFinding(
                    $"{what} is still running.",
                    $"Wait for it: coderipple watch {open.Release.ExecutionArn}",
                    ExitCode.Refused
                );
            else if (dryRun)
                yield return new RepairFinding($"{what} was interrupted before it finished.", "It would be rolled back.", Outcome: null);
            else
                yield return new RepairFinding(
                    $"{what} was interrupted before it finished.",
                    "It was rolled back.",
                    await RollBackAsync(open, cancellationToken)
                );
        }
    }

    /// <summary>A lock whose holder has ended is freed.</summary>
    public async IAsyncEnumerable<RepairFinding> FreeLockAsync(
        string application,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var held = await _store.Lock.FindAsync(application, machine.Environment, cancellationToken);
        if (held is null or { IsFree: true })
            yield break;
        if ((await OpenAsync(application, cancellationToken)).Any(o => o.Release.ExecutionArn == held.Owner))
            yield break;
        var found = $"The lock is held by {held.ReleaseId} since {held.Since}, which has ended ({held.Owner}).";
        if (await _releaser.Runs.IsRunningAsync(held.Owner, cancellationToken))
        {
            yield return new RepairFinding(
                $"The lock is held by {held.ReleaseId} since {held.Since}, which is still running.",
                $"Wait for it: coderipple watch {held.Owner}",
                ExitCode.Refused
            );
            yield break;
        }

        if (!dryRun)
            await _store.Lock.BreakAsync(application, machine.Environment, held, cancellationToken);
        yield return new RepairFinding(found, dryRun ? "It would be freed." : "It was freed.", dryRun ? null : ExitCode.Done);
    }

    /// <summary>What is live and not as the current release left it is released again.</summary>
    public async IAsyncEnumerable<RepairFinding> BringBackAsync(
        string application,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (
            await _store.Ledger.FindCurrentAsync(application, machine.Environment, cancellationToken) is not { } current
            || await _store.FindManifestAsync(current, cancellationToken) is not { } manifest
            || await _store.FindPlanAsync(current, cancellationToken) is not { } plan
        )
            yield break;
        var differences = await new LiveDifferences(
            machine.Clients.Lambda,
            machine.Clients.ApiGateway,
            machine.Clients.CloudWatch,
            _store.Seal
        ).FindAsync(manifest, plan.Request, cancellationToken);
        if (differences.Count == 0)
            yield break;
        var found = $"What is live is not release {current.Id}:\n{string.Join("\n", differences.Select(d => "- " + d))}";
        if (dryRun)
            yield return new RepairFinding(found, $"Release {current.Id} would be released again.", Outcome: null);
        else
            yield return new RepairFinding(
                found,
                $"Release {current.Id} was released again.",
                await ReleaseAgainAsync(current, plan, cancellationToken)
            );
    }

    private async Task<IReadOnlyList<OpenRelease>> OpenAsync(string application, CancellationToken cancellationToken) =>
        [
            .. (await _store.Open.ListAsync(cancellationToken)).Where(open =>
                open.Release.Application == application && open.Release.Environment == machine.Environment
            ),
        ];

    private async Task<ExitCode> RollBackAsync(OpenRelease open, CancellationToken cancellationToken)
    {
        var request = open.Request is { } original
            ? original with
            {
                ResumedExecutionArn = open.Release.ExecutionArn,
                StartedByGuardian = true,
            }
            : new RollbackRequest
            {
                Release = open.Release,
                Error = new CaughtError("ExecutionInterrupted", """{"errorMessage":"The execution was interrupted before it finished."}"""),
                StartedByGuardian = true,
            };
        var input = JsonSerializer.SerializeToNode(request, ContractsJson.Default.RollbackRequest)!.AsObject();
        var execution = await _releaser.Runs.StartRollbackAsync(ReleaseIds.New("repair"), input, cancellationToken);
        var outcome = await _releaser.FollowAsync(
            open.Release.Id,
            watcher => _releaser.Runs.FollowAsync(execution, open.Release.Id, application: null, watcher, cancellationToken)
        );
        progress.ReleaseEnded(outcome);
        return outcome.Status == ReleaseStatus.Succeeded ? ExitCode.Done : ExitCode.RollbackFailed;
    }

    private async Task<ExitCode> ReleaseAgainAsync(ReleaseRecord current, ReleasePlan plan, CancellationToken cancellationToken)
    {
        var id = ReleaseIds.New("repair");
        var request = plan.Request with
        {
            Id = id,
            RequestedBy = Environment.UserName,
            Reason = $"Repair: back to release {current.Id}",
            // A function that has moved on since is not taken back.
            Accept =
            [
                .. plan.Request.Accept.Where(risk => !risk.StartsWith($"{PlannedRisk.OwnedByOther}:", StringComparison.Ordinal)),
                .. accept,
            ],
        };
        var outcome = await _releaser.ReleaseAsync(
            id,
            current.Application,
            JsonSerializer.SerializeToNode(request, ContractsJson.Default.ReleaseRequest)!.AsObject(),
            cancellationToken
        );
        progress.ReleaseEnded(outcome);
        return outcome.ExitCode;
    }
}

/// <param name="Found">What is wrong.</param>
/// <param name="Done">What was done, or would be.</param>
/// <param name="Outcome">Null when nothing was done.</param>
internal sealed record RepairFinding(string Found, string Done, ExitCode? Outcome);
