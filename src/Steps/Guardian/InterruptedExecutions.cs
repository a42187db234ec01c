using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Starting;

namespace CodeRipple.Workflow.Steps.Guardian;

/// <summary>Sees to it that what a dead execution left open comes to an end, and that people hear of it once.</summary>
public sealed class InterruptedExecutions(
    OpenReleases open,
    ReleaseLedger ledger,
    ReleaseLock @lock,
    Executions executions,
    StateMachineSettings machines
)
{
    private const int MaxAttempts = 3;
    private const int LongestName = 80;

    /// <returns>Name of the rollback that was started; null when there was nothing to do.</returns>
    public async Task<string?> RecoverAsync(OpenRelease left)
    {
        var arn = left.Release.ExecutionArn;
        var execution = await executions.FindAsync(arn);
        if (execution?.Status == ExecutionStatus.RUNNING || await IsBeingRolledBackAsync(left.Release))
            return null;
        if (execution?.Status == ExecutionStatus.SUCCEEDED || await HasNotifiedAsync(left))
        {
            await open.CloseAsync(arn);
            return null;
        }

        return await StartAsync(left, execution);
    }

    private async Task<bool> IsBeingRolledBackAsync(ReleaseReference release)
    {
        var nested = await executions.IsRunningAsync(RollbackArn(ExecutionArn.Parse(release.ExecutionArn).Name));
        return nested
            || (
                await @lock.FindAsync(release) is { IsFree: false } held
                && held.Owner == release.ExecutionArn
                && await executions.IsRunningAsync(held.By)
            );
    }

    /// <summary>Whether it came to its end and only the last bookkeeping is missing.</summary>
    private async Task<bool> HasNotifiedAsync(OpenRelease left)
    {
        if (left.Request is not null)
            return left is { Report: not null, ReportedBy: { } teller } && await executions.HasNotifiedAsync(teller);
        var record = await ledger.FindRecordAsync(left.Release.Key);
        if (record is null || record.Status == ReleaseStatus.InProgress)
            return record is null;
        foreach (var teller in new[] { record.RollbackExecutionArn, left.Release.ExecutionArn }.OfType<string>())
            if (await executions.FindAsync(teller) is not null && await executions.HasNotifiedAsync(teller))
                return true;
        return false;
    }

    private async Task<string?> StartAsync(OpenRelease left, DescribeExecutionResponse? execution)
    {
        var deaths = new List<string>();
        for (var attempt = 1; attempt <= MaxAttempts + 1; attempt++)
        {
            var name = NameOf(left.Release.ExecutionArn, attempt);
            var earlier = await executions.FindAsync(RollbackArn(name));
            if (earlier?.Status == ExecutionStatus.RUNNING)
                return null;
            if (earlier is null)
            {
                await executions.StartAsync(machines.Rollback, name, InputFor(left, execution, attempt, deaths));
                return name;
            }

            if (await executions.HasNotifiedAsync(RollbackArn(name)))
            {
                await open.CloseAsync(left.Release.ExecutionArn);
                return null;
            }

            deaths.Add($"{name} ended as {earlier.Status} {earlier.Error} {earlier.Cause}".TrimEnd());
        }

        throw new RollbackIncompleteException(
            $"The final outcome of {left.Release.ExecutionArn} could not be recorded: {string.Join("; ", deaths)}"
        );
    }

    // The same for every delivery, so that a second start is the first one.
    private static string InputFor(OpenRelease left, DescribeExecutionResponse? execution, int attempt, List<string> deaths)
    {
        var abandon = attempt > MaxAttempts;
        var request = left.Request is { } original
            ? original with
            {
                ResumedExecutionArn = left.Release.ExecutionArn,
            }
            : new RollbackRequest { Release = left.Release with { Token = 0 } };
        return JsonSerializer.Serialize(
            request with
            {
                Error = Describe(execution),
                StartedByGuardian = true,
                Abandon = abandon,
                Reason = abandon ? string.Join("; ", deaths) : request.Reason,
            },
            ContractsJson.Default.RollbackRequest
        );
    }

    private static CaughtError Describe(DescribeExecutionResponse? execution)
    {
        var how = execution?.Status switch
        {
            var s when s == ExecutionStatus.ABORTED => "The execution was stopped before its end",
            var s when s == ExecutionStatus.TIMED_OUT => "The execution did not end before its deadline",
            null => "The execution is gone",
            var s => $"The execution ended as {s}",
        };
        var details = string.Join(": ", new[] { how, execution?.Error, execution?.Cause }.Where(t => !string.IsNullOrEmpty(t)));
        return new CaughtError("ExecutionInterrupted", new JsonObject { ["errorMessage"] = details + "." }.ToJsonString());
    }

    private string RollbackArn(string name) => ExecutionArn.Of(machines.Rollback, name).ToString();

    /// <summary>The same execution always gets the same rollbacks: a second event of one death starts nothing new.</summary>
    internal static string NameOf(string executionArn, int attempt)
    {
        var suffix = $"-{Sha256.Of(executionArn).Prefix(8)}-{(attempt > MaxAttempts ? "gave-up" : $"guard-{attempt}")}";
        var name = ExecutionArn.Parse(executionArn).Name;
        return name[..Math.Min(name.Length, LongestName - suffix.Length)] + suffix;
    }
}
