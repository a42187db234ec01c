using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;

namespace CodeRipple.Workflow.Client.FirstContact;

/// <summary>Removes everything that a first contact has made, wherever it stopped.</summary>
internal sealed class Removal(AwsClients clients, TimeProvider time)
{
    private const string Prefix = ThrowAwayStacks.Prefix;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // Batches of DeleteObjects.
    private const int MostObjects = 1000;

    // Days until KMS deletes a key.
    private const int ShortestWindow = 7;

    private readonly List<string> _leftovers = [];

    /// <returns>What is still there, and why.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(WorkloadFile workload)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        var token = deadline.Token;
        string[] stacks = [workload.BaseStackName(ThrowAwayStacks.Environment), ThrowAwayStacks.MachineStack];
        // What is being installed can neither be asked for its outputs nor be deleted safely.
        foreach (var stack in stacks)
            await TryAsync($"stack {stack}", () => UntilAsync(() => IsAtRestAsync(stack, token), token));
        await TryAsync("running executions", () => WaitForExecutionsAsync(token));
        await TryAsync("functions", () => DeleteFunctionsAsync(token));
        await TryAsync("layers", () => DeleteLayersAsync(workload, token));
        await TryAsync("alarms", () => DeleteAlarmsAsync(token));
        // The template keeps key, table and bucket, because of a real environment nothing may be lost. Only the stack knows its key.
        await TryAsync("KMS key", () => DeleteKeyAsync(token));
        foreach (var stack in stacks)
            await TryAsync($"stack {stack}", () => DeleteStackAsync(stack, token));
        // These names are those of the template.
        var table = ThrowAwayStacks.MachineStack;
        await TryAsync($"table {table}", () => DeleteTableAsync(table, token));
        var bucket = $"{ThrowAwayStacks.MachineStack}-{await clients.AccountIdAsync(token)}-{clients.Region}";
        await TryAsync($"bucket {bucket}", () => DeleteBucketAsync(bucket, token));
        await TryAsync("log groups", () => DeleteLogGroupsAsync(token));
        return _leftovers;
    }

    private async Task TryAsync(string what, Func<Task> remove)
    {
        try
        {
            await remove();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or UserErrorException or OperationCanceledException)
        {
            _leftovers.Add($"{what}: {e.Message}");
        }
    }

    /// <summary>A release that still runs would make again what is deleted here, and its rollback ends by itself.</summary>
    private async Task WaitForExecutionsAsync(CancellationToken cancellationToken)
    {
        var outputs = await clients.CloudFormation.OutputsAsync(ThrowAwayStacks.MachineStack, cancellationToken);
        foreach (var output in new[] { "ReleaseStateMachineArn", "RollbackStateMachineArn" })
        {
            // A stack that was never completed has run nothing.
            if (outputs?.GetValueOrDefault(output) is not { } stateMachine)
                continue;
            await UntilAsync(
                async () =>
                {
                    var running = await clients.StepFunctions.ListExecutionsAsync(
                        new ListExecutionsRequest
                        {
                            StateMachineArn = stateMachine,
                            StatusFilter = Amazon.StepFunctions.ExecutionStatus.RUNNING,
                        },
                        cancellationToken
                    );
                    return running.Executions is not { Count: > 0 };
                },
                cancellationToken
            );
        }
    }

    /// <summary>A stack that only has a change set stays "in review" for ever.</summary>
    private async Task<bool> IsAtRestAsync(string stack, CancellationToken cancellationToken)
    {
        var status = (await clients.CloudFormation.FindStackAsync(stack, cancellationToken))?.StackStatus;
        return status is null
            || status == StackStatus.REVIEW_IN_PROGRESS
            || !status.Value.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);
    }

    private async Task DeleteFunctionsAsync(CancellationToken cancellationToken)
    {
        List<string> functions = [];
        string? next = null;
        do
        {
            var page = await clients.Lambda.ListFunctionsAsync(new ListFunctionsRequest { Marker = next }, cancellationToken);
            functions.AddRange((page.Functions ?? []).Select(f => f.FunctionName).Where(IsReleased));
            next = page.NextMarker;
        } while (next is { Length: > 0 });
        foreach (var function in functions)
            await clients.Lambda.DeleteFunctionAsync(new DeleteFunctionRequest { FunctionName = function }, cancellationToken);
    }

    // The functions of the machine's own stack go with it.
    private static bool IsReleased(string function) =>
        function.StartsWith(Prefix, StringComparison.Ordinal)
        && !function.StartsWith(ThrowAwayStacks.MachineStack + "-", StringComparison.Ordinal);

    private async Task DeleteLayersAsync(WorkloadFile workload, CancellationToken cancellationToken)
    {
        foreach (var layer in workload.LayerNames(ThrowAwayStacks.Environment))
        {
            // Pages shrink while versions are deleted: always the first one.
            while (
                (
                    await clients.Lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = layer }, cancellationToken)
                ).LayerVersions
                    is { Count: > 0 } versions
            )
                foreach (var version in versions)
                    await clients.Lambda.DeleteLayerVersionAsync(
                        new DeleteLayerVersionRequest { LayerName = layer, VersionNumber = version.Version },
                        cancellationToken
                    );
        }
    }

    private async Task DeleteAlarmsAsync(CancellationToken cancellationToken)
    {
        var alarms = await clients.CloudWatch.DescribeAlarmsAsync(
            new DescribeAlarmsRequest { AlarmNamePrefix = Prefix },
            cancellationToken
        );
        List<string> released = [.. (alarms.MetricAlarms ?? []).Select(a => a.AlarmName).Where(IsReleased)];
        if (released.Count > 0)
            await clients.CloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = released }, cancellationToken);
    }

    private async Task DeleteStackAsync(string stack, CancellationToken cancellationToken)
    {
        if (await clients.CloudFormation.FindStackAsync(stack, cancellationToken) is not { } found)
            return;
        // By its id a deleted stack can still be asked for.
        await clients.CloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = stack }, cancellationToken);
        await UntilAsync(
            async () =>
            {
                var now = (await clients.CloudFormation.FindStackAsync(found.StackId, cancellationToken))?.StackStatus;
                return now == StackStatus.DELETE_FAILED
                    ? throw new UserErrorException("CloudFormation could not delete it; its events say why.")
                    : now is null || now == StackStatus.DELETE_COMPLETE;
            },
            cancellationToken
        );
    }

    private async Task DeleteKeyAsync(CancellationToken cancellationToken)
    {
        var outputs = await clients.CloudFormation.OutputsAsync(ThrowAwayStacks.MachineStack, cancellationToken);
        if (outputs?.GetValueOrDefault("SealingKeyArn") is not { } key)
            return;
        try
        {
            await clients.Kms.ScheduleKeyDeletionAsync(
                new ScheduleKeyDeletionRequest { KeyId = key, PendingWindowInDays = ShortestWindow },
                cancellationToken
            );
        }
        catch (Amazon.KeyManagementService.Model.KMSInvalidStateException)
        {
            // It is going already.
        }
    }

    private async Task DeleteTableAsync(string table, CancellationToken cancellationToken)
    {
        try
        {
            await clients.DynamoDb.DeleteTableAsync(new DeleteTableRequest { TableName = table }, cancellationToken);
        }
        catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
        {
            // It went before.
        }
    }

    private async Task DeleteBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            while (
                (
                    await clients.S3.ListVersionsAsync(
                        new ListVersionsRequest { BucketName = bucket, MaxKeys = MostObjects },
                        cancellationToken
                    )
                ).Versions
                    is { Count: > 0 } versions
            )
                await clients.S3.DeleteObjectsAsync(
                    new DeleteObjectsRequest
                    {
                        BucketName = bucket,
                        Objects = [.. versions.Select(v => new KeyVersion { Key = v.Key, VersionId = v.VersionId })],
                    },
                    cancellationToken
                );
            await clients.S3.DeleteBucketAsync(new DeleteBucketRequest { BucketName = bucket }, cancellationToken);
        }
        catch (Amazon.S3.AmazonS3Exception e) when (e.ErrorCode == "NoSuchBucket")
        {
            // It went before.
        }
    }

    private async Task DeleteLogGroupsAsync(CancellationToken cancellationToken)
    {
        var groups = await clients.Logs.DescribeLogGroupsAsync(
            new DescribeLogGroupsRequest { LogGroupNamePrefix = "/aws/lambda/" + Prefix },
            cancellationToken
        );
        foreach (var group in groups.LogGroups ?? [])
            await clients.Logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = group.LogGroupName }, cancellationToken);
    }

    private async Task UntilAsync(Func<Task<bool>> isDone, CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromMilliseconds(100); !await isDone(); pause = pause < LongestPause ? pause * 2 : LongestPause)
            await Task.Delay(pause, time, cancellationToken);
    }
}
