using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>Every way to start a release, through the real rules and steps; what goes out at its end.</summary>
[Collection(Machines.Requests)]
public sealed class DoorSpecs(RunningMachine running) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1),
        EndsWithin = TimeSpan.FromMinutes(5),
        Pause = TimeSpan.FromMilliseconds(200);
    private readonly string _id = $"door-{Guid.NewGuid():N}";
    private ShopWorkload? _workload;
    private JsonObject _request = [];

    public async Task InitializeAsync()
    {
        _workload = await ShopWorkload.InstallAsync(running, "shop");
        ReleaseDraft draft = await _workload.DraftAsync(running);
        await draft.UploadAsync(new ArtifactUploads(running.Clients.S3, running.Machine.Bucket), CancellationToken.None);
        _request = draft.ToRequest(_id, "development", "spec", "A spec");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _workload?.Dispose();

    [Fact]
    public async Task An_event_on_the_bus_that_comes_twice_starts_one_release_whose_end_is_reported_once()
    {
        await using var bus = await ReleaseBus.ListenAsync(running.Machine, TimeProvider.System, CancellationToken.None);

        var execution = await bus.RequestAsync("shop", _id, _request, times: 2, CancellationToken.None);

        Assert.Equal("SUCCEEDED", await EndAsync(execution));
        var record = (await new LiveReader(running, _workload!).RecordAsync(_id)).Deserialize(ContractsJson.Default.ReleaseRecord)!;
        await bus.ExpectOneOutcomeAsync(record, CancellationToken.None);
        (await running.RunAsync("watch", _id)).MustEndWith(0);
        var page = Path.Combine(Path.GetTempPath(), $"{_id}.html");
        (await running.RunAsync("report", _id, "--application", "shop", "--output", page)).MustEndWith(0);
        var html = await File.ReadAllTextAsync(page);
        File.Delete(page);
        foreach (var part in new[] { "Succeeded", "coderipple-shop-hello", "PlanRelease", "AnnounceSuccess" })
            Assert.Contains(part, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_request_with_the_id_of_a_finished_release_is_rejected_and_people_are_notified()
    {
        await using var bus = await ReleaseBus.ListenAsync(running.Machine, TimeProvider.System, CancellationToken.None);
        Assert.Equal("SUCCEEDED", await EndAsync(await bus.RequestAsync("shop", _id, _request, times: 1, CancellationToken.None)));
        var live = new LiveReader(running, _workload!);
        var (before, reported) = (await live.FunctionsAsync(), (await live.MessagesAsync()).Count);
        _request["functions"]![0]!["memorySize"] = 1024;

        await bus.RequestAsync("shop", _id, _request, times: 2, CancellationToken.None);

        var messages = await UntilAsync(
            async () => (await live.MessagesAsync()).Skip(reported).ToList() is { Count: > 0 } found ? found : null,
            StartsWithin
        );
        Assert.Contains("give it an id of its own", (string)Assert.Single(messages)["Message"]!, StringComparison.Ordinal);
        Assert.Equal(before, await live.FunctionsAsync());
    }

    [Fact]
    public async Task A_file_below_requests_starts_the_release_of_that_version()
    {
        var put = await running.Clients.S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = running.Machine.Bucket,
                Key = "requests/a release of may.json",
                ContentBody = "// with a comment, as in the samples\n" + _request.ToJsonString(),
            }
        );

        var execution = running.Machine.ExecutionArn($"shop_{_id}");
        Assert.Equal("SUCCEEDED", await EndAsync(execution));
        var input = (
            await running.Clients.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution })
        ).Input;
        Assert.Equal(put.VersionId, (string?)JsonNode.Parse(input)!["versionId"]);
    }

    [Fact]
    public async Task A_file_that_is_no_request_is_rejected_and_people_are_notified()
    {
        var live = new LiveReader(running, _workload!);
        var reported = (await live.MessagesAsync()).Count;

        await running.Clients.S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = running.Machine.Bucket,
                Key = $"requests/{_id}.json",
                ContentBody = "Dear machine, …",
            }
        );

        var messages = await UntilAsync(
            async () => (await live.MessagesAsync()).Skip(reported).ToList() is { Count: > 0 } found ? found : null,
            StartsWithin
        );
        Assert.Contains("is not JSON", (string)Assert.Single(messages)["Message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_pasted_into_the_console_is_judged_like_any_request()
    {
        var sample = File.ReadAllLines(Repository.Path("samples/release-request.json"))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

        var started = await running.Clients.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = running.Machine.ReleaseStateMachineArn,
                Name = _id,
                Input = string.Join('\n', sample),
            }
        );

        Assert.Equal("FAILED", await EndAsync(started.ExecutionArn));
        var cause = (
            await running.Clients.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn })
        ).Cause;
        // Its shape is right; only the artifacts are not there.
        Assert.Contains("upload the artifact before the release", cause, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown member", cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_that_is_asked_for_on_the_bus_is_started()
    {
        var put = await running.Clients.EventBridge.PutEventsAsync(
            new PutEventsRequest
            {
                Entries =
                [
                    new PutEventsRequestEntry
                    {
                        EventBusName = running.Machine.Bus,
                        Source = "spec",
                        DetailType = "Rollback Requested",
                        Detail = """{"application": "nobody", "environment": "development"}""",
                    },
                ],
            }
        );

        var machine = running.Machine with { ReleaseStateMachineArn = running.Machine.RollbackStateMachineArn };
        Assert.Equal("FAILED", await EndAsync(machine.ExecutionArn($"rollback-{put.Entries[0].EventId}")));
    }

    [Fact]
    public async Task A_release_is_counted_by_CloudWatch()
    {
        await using var bus = await ReleaseBus.ListenAsync(running.Machine, TimeProvider.System, CancellationToken.None);
        var before = await SucceededAsync();

        await EndAsync(await bus.RequestAsync("shop", _id, _request, times: 1, CancellationToken.None));

        Assert.Equal(
            $"{before + 1}",
            await UntilAsync(async () => await SucceededAsync() is var now && now > before ? $"{now}" : null, StartsWithin)
        );
    }

    private async Task<double> SucceededAsync()
    {
        using var metrics = new AmazonCloudWatchClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonCloudWatchConfig { ServiceURL = running.Host.Endpoint.ToString(), AuthenticationRegion = running.Clients.Region }
        );
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var answer = await metrics.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = "CodeRipple/Releases",
                MetricName = "Succeeded",
                Dimensions =
                [
                    new Dimension { Name = "Environment", Value = "development" },
                    new Dimension { Name = "Application", Value = "shop" },
                ],
                StartTime = now.AddHours(-2),
                EndTime = now.AddMinutes(5),
                Period = 60,
                Statistics = ["Sum"],
            }
        );
        return (answer.Datapoints ?? []).Sum(point => point.Sum ?? 0);
    }

    /// <summary>Waits until the execution is there and has ended; answers its status.</summary>
    private async Task<string> EndAsync(string execution)
    {
        await UntilAsync(() => StatusAsync(execution), StartsWithin);
        return await UntilAsync(async () => await StatusAsync(execution) is var status && status != "RUNNING" ? status : null, EndsWithin);
    }

    private async Task<string?> StatusAsync(string execution)
    {
        try
        {
            return (
                await running.Clients.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution })
            ).Status;
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> read, TimeSpan deadline)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await read() is { } found)
                return found;
            Assert.True(TimeProvider.System.GetElapsedTime(start) < deadline, $"nothing within {deadline.TotalSeconds:0} s");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
