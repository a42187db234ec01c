using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>A release that is stopped while its traffic is on its way.</summary>
[Collection(Machines.Transactions)]
public sealed class StoppedShiftSpecs(RunningMachine running) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private ShopWorkload _workload = null!;
    private LiveReader _live = null!;

    private string Execution => running.Machine.ExecutionArn("split-2");

    public async Task InitializeAsync()
    {
        _workload = await ShopWorkload.InstallAsync(running, "split");
        _live = new LiveReader(running, _workload);
        (await running.RunAsync("release", "--workload", _workload.File, "--id", "split-1")).MustEndWith(0);
        _workload.Replace("functions/hello/app.py", "import os", "import os  # and nothing else");
        _workload.Replace(
            "coderipple.json",
            "\"layers\": [\n    {",
            "\"traffic\": { \"stages\": [{ \"percent\": 50, \"bakeSeconds\": 600 }] },\n  \"layers\": [\n    {"
        );
    }

    [Fact]
    public async Task All_traffic_goes_back_within_a_minute_by_itself_and_one_message_says_so()
    {
        var before = await _live.FunctionsAsync();
        await using var program = Coderipple.Start(["release", "--workload", _workload.File, "--id", "split-2"], running.Environment);
        await UntilAsync(HasEnteredBakeAsync, Coderipple.Deadline, "the release bakes");
        Assert.All((await _live.FunctionsAsync()).Values, f => Assert.Contains("and others", f, StringComparison.Ordinal));

        await running.Clients.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest
            {
                ExecutionArn = Execution,
                Error = "Stopped",
                Cause = "by hand",
            }
        );

        await UntilAsync(async () => (await MessagesAsync()).Count > 0, Limit, "people are notified");
        Assert.Equal(before, await _live.FunctionsAsync());
        Assert.Equal("RolledBack", (string?)(await _live.RecordAsync("split-2"))!["status"]);
        Assert.Equal("split-1", (string?)(await _live.CurrentAsync())!["id"]);
        Assert.True(await _live.IsUnlockedAsync());
        Assert.Equal("RolledBack", (string?)Assert.Single(await MessagesAsync())["MessageAttributes"]!["status"]!["Value"]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _workload.Dispose();

    private async Task<bool> HasEnteredBakeAsync()
    {
        try
        {
            var history = await running.Clients.StepFunctions.GetExecutionHistoryAsync(
                new GetExecutionHistoryRequest
                {
                    ExecutionArn = Execution,
                    MaxResults = 1000,
                    IncludeExecutionData = false,
                }
            );
            return history.Events.Any(e => e.StateEnteredEventDetails?.Name == "Bake");
        }
        catch (ExecutionDoesNotExistException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<JsonNode>> MessagesAsync() =>
        [.. (await _live.MessagesAsync()).Where(m => ((string)m["Message"]!).Contains("split-2", StringComparison.Ordinal))];

    private static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan limit, string what)
    {
        using var late = new CancellationTokenSource(limit, TimeProvider.System);
        while (!await isSo())
        {
            Assert.False(late.IsCancellationRequested, $"Not within {limit.TotalSeconds:0} s: {what}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
