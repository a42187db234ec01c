using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Releases;

/// <summary>Starts executions of the release machine, follows them, and finds out how they ended.</summary>
internal sealed class ReleaseRuns(ReleaseMachine machine, TimeProvider time)
{
    // The guardian sweeps every five minutes, and needs a moment itself.
    private static readonly TimeSpan GuardianDeadline = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan GuardianPause = TimeSpan.FromSeconds(1);
    private readonly IAmazonStepFunctions _stepFunctions = machine.Clients.StepFunctions;
    private readonly ReleaseStore _store = machine.Store;

    /// <param name="id">Id of the release, and name of the execution.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="UserErrorException">The id was used before.</exception>
    public async Task<string> StartAsync(string id, JsonObject request, CancellationToken cancellationToken)
    {
        request = (await _store.Seal.SealAsync(request, cancellationToken))!.AsObject();
        if (RequestFile.IsNeededFor(request))
        {
            // What is put below requests/ would start a release by itself.
            var key = BucketKeys.Input(id);
            await new ArtifactUploads(machine.Clients.S3, machine.Bucket).PutAsync(
                key,
                Encoding.UTF8.GetBytes(request.ToJsonString()),
                cancellationToken
            );
            request = RequestFile.ReferTo(_store.Bucket.UriOf(key));
        }

        return await StartAsync(
            machine.ReleaseStateMachineArn,
            id,
            request.ToJsonString(),
            $"Release {id} already exists. Start it again with a different --id, or without one.",
            cancellationToken
        );
    }

    /// <param name="name">Name of the execution.</param>
    /// <param name="input">A <see cref="RollbackRequest"/>.</param>
    public Task<string> StartRollbackAsync(string name, JsonObject input, CancellationToken cancellationToken) =>
        StartAsync(
            machine.RollbackStateMachineArn,
            name,
            input.ToJsonString(),
            $"A rollback named {name} already exists. Ask for it again.",
            cancellationToken
        );

    public async Task<bool> IsRunningAsync(string executionArn, CancellationToken cancellationToken)
    {
        try
        {
            return (
                    await _stepFunctions.DescribeExecutionAsync(
                        new DescribeExecutionRequest { ExecutionArn = executionArn },
                        cancellationToken
                    )
                ).Status == ExecutionStatus.RUNNING;
        }
        catch (ExecutionDoesNotExistException)
        {
            // Forgotten after 90 days.
            return false;
        }
    }

    /// <summary>Follows an execution that somebody started to its end.</summary>
    public async Task<ReleaseOutcome> FollowAsync(string executionArn, IStateWatcher watcher, CancellationToken cancellationToken)
    {
        var execution = await _stepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = executionArn },
            cancellationToken
        );
        var (id, application) = ReadInput(execution);
        return await FollowAsync(executionArn, id, application, watcher, cancellationToken);
    }

    /// <summary>Follows an execution to its end.</summary>
    /// <param name="application">Null when the request does not say.</param>
    public async Task<ReleaseOutcome> FollowAsync(
        string executionArn,
        string id,
        string? application,
        IStateWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        var executions = await new ExecutionFollower(_stepFunctions, time).FollowAsync(executionArn, watcher, cancellationToken);
        var execution = await _stepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = executionArn },
            cancellationToken
        );
        var record = application is null ? null : await _store.Ledger.FindRecordAsync(new ReleaseKey(application, id), cancellationToken);
        // A duplicate ends quietly; the record belongs to the execution that came first.
        record = record?.ExecutionArn == executionArn ? await WaitForGuardianAsync(record, cancellationToken) : null;
        if (record?.RollbackExecutionArn is { } rollback && executions.All(e => e.ExecutionArn != rollback))
            // The guardian's: its message is the one that people got.
            executions = [.. executions, .. await FollowOtherAsync(rollback, watcher, cancellationToken)];
        return new ReleaseOutcome
        {
            Id = id,
            Status = StatusOf(execution, record),
            ExecutionArn = executionArn,
            Duration = (execution.StopDate ?? default) - (execution.StartDate ?? default),
            Executions = executions,
            Record = record,
            Manifest = record is null ? null : await _store.FindManifestAsync(record, cancellationToken),
            Failure = record?.Failure ?? Failure(execution),
        };
    }

    /// <summary>Follows an execution of the rollback state machine to its end.</summary>
    /// <returns>How the release stands then.</returns>
    public async Task<ReleaseOutcome> FollowRollbackAsync(
        string executionArn,
        ReleaseRecord release,
        IStateWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        var outcome = await FollowAsync(executionArn, release.Id, application: null, watcher, cancellationToken);
        var record = await _store.Ledger.FindRecordAsync(release.Key, cancellationToken);
        return outcome with
        {
            Record = record,
            Status = outcome.Status == ReleaseStatus.Succeeded && record is not null ? record.Status : outcome.Status,
            Failure = outcome.Failure ?? record?.Failure,
        };
    }

    /// <summary>
    /// An execution that died has written nothing of its end; the guardian does, within seconds, or minutes if it heard nothing.
    /// </summary>
    private async Task<ReleaseRecord> WaitForGuardianAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + GuardianDeadline;
        while (record.Status == ReleaseStatus.InProgress && time.GetUtcNow() < deadline)
        {
            await Task.Delay(GuardianPause, time, cancellationToken);
            record = await _store.Ledger.FindRecordAsync(record.Key, cancellationToken) ?? record;
        }

        return record;
    }

    /// <summary>Executions are forgotten after 90 days; what is known of them then is in the record.</summary>
    private async Task<IReadOnlyList<ExecutionTimeline>> FollowOtherAsync(
        string executionArn,
        IStateWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await new ExecutionFollower(_stepFunctions, time).FollowAsync(executionArn, watcher, cancellationToken);
        }
        catch (ExecutionDoesNotExistException)
        {
            return [];
        }
    }

    /// <param name="exists">What to say when there is such an execution already.</param>
    private async Task<string> StartAsync(
        string stateMachineArn,
        string name,
        string input,
        string exists,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var started = await _stepFunctions.StartExecutionAsync(
                new StartExecutionRequest
                {
                    StateMachineArn = stateMachineArn,
                    Name = name,
                    Input = input,
                },
                cancellationToken
            );
            return started.ExecutionArn;
        }
        catch (ExecutionAlreadyExistsException e)
        {
            throw new UserErrorException(exists, e);
        }
    }

    private static (string Id, string? Application) ReadInput(DescribeExecutionResponse execution)
    {
        try
        {
            var input = JsonNode.Parse(execution.Input ?? "{}") as JsonObject;
            // The request may lie in a file; the name then has both.
            return RequestFile.IsReference(input) && ReleaseKey.TryParse(execution.Name) is { } release
                ? (release.Id, release.Application)
                : (Text(input?["id"]) ?? execution.Name, Text(input?["application"]));
        }
        catch (JsonException)
        {
            return (execution.Name, null);
        }

        static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    private static ReleaseStatus StatusOf(DescribeExecutionResponse execution, ReleaseRecord? record)
    {
        if (execution.Status == ExecutionStatus.SUCCEEDED)
            return ReleaseStatus.Succeeded;
        return execution.Error switch
        {
            "ReleaseRejected" or "RollbackRefused" => ReleaseStatus.Rejected,
            "ReleaseRolledBack" => ReleaseStatus.RolledBack,
            // An aborted execution may have been rolled back by others; its record knows.
            _ => record?.Status is ReleaseStatus.RolledBack or ReleaseStatus.Rejected ? record.Status : ReleaseStatus.RollbackFailed,
        };
    }

    private static string? Failure(DescribeExecutionResponse execution)
    {
        if (execution.Status == ExecutionStatus.SUCCEEDED)
            return null;
        return execution.Cause is { Length: > 0 } cause ? cause : $"The execution ended as {execution.Status}: {execution.Error}";
    }
}
