using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>A release that somebody or something stops half-way: it ends without a person, entirely old or entirely new, and people hear of it once.</summary>
[Collection(SharedMachine.Name)]
public sealed class StoppedReleaseSpecs(RunningMachine running) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private ShopWorkload? _workload;

    [Theory]
    [InlineData("killed", "Hello you", "Succeeded")]
    [InlineData("killed-too", "Good bye", "RolledBack")]
    public async Task A_release_goes_on_to_its_end_when_the_program_that_started_it_is_killed(string application, string expectedGreeting, string ends)
    {
        var live = await FirstReleaseAsync(application);
        var before = await live.FunctionsAsync();
        _workload!.Replace("coderipple.json", "\"greeting\": \"Hello you\"", $"\"greeting\": \"{expectedGreeting}\"");

        await using (var program = StartSecond(application))
        {
            await EnteredAsync(application, "UpdateFunctions");
            program.Signal(9);
        }

        await AssertEndedAsync(live, application, ends);
        var after = await live.FunctionsAsync();
        Assert.All(after, f => Assert.Equal(ends == "RolledBack", f.Value == before[f.Key]));
    }

    [Fact]
    public async Task A_release_that_is_stopped_in_the_console_is_put_back_entirely()
    {
        var live = await FirstReleaseAsync("stopped");
        var before = await live.FunctionsAsync();
        await using var program = StartSecond("stopped");
        await EnteredAsync("stopped", "UpdateFunctions");

        await StopAsync("stopped");

        await AssertEndedAsync(live, "stopped", "RolledBack");
        Assert.Equal(before, await live.FunctionsAsync());
    }

    [Fact]
    public async Task A_release_that_is_stopped_while_its_traffic_is_split_gives_all_traffic_back()
    {
        var live = await FirstReleaseAsync("split");
        var before = await live.FunctionsAsync();
        _workload!.Replace("coderipple.json", "\"layers\": [\n    {", "\"traffic\": { \"stages\": [{ \"percent\": 50, \"bakeSeconds\": 600 }] },\n  \"layers\": [\n    {");
        await using var program = StartSecond("split");
        await EnteredAsync("split", "Bake");
        Assert.All((await live.FunctionsAsync()).Values, f => Assert.Contains("and others", f, StringComparison.Ordinal));

        await StopAsync("split");

        await AssertEndedAsync(live, "split", "RolledBack");
        Assert.Equal(before, await live.FunctionsAsync());
    }

    public void Dispose() => _workload?.Dispose();

    private async Task<LiveReader> FirstReleaseAsync(string application)
    {
        _workload = await ShopWorkload.InstallAsync(running, application);
        (await running.RunAsync("release", "--workload", _workload.File, "--id", $"{application}-1")).MustEndWith(0);
        _workload.Replace("functions/hello/app.py", "import os", "import os  # and nothing else");
        return new LiveReader(running, _workload);
    }

    private Coderipple StartSecond(string application) =>
        Coderipple.Start(["release", "--workload", _workload!.File, "--id", $"{application}-2"], running.Environment);

    private Task EnteredAsync(string application, string state) => UntilAsync(async () =>
    {
        try
        {
            var history = await running.Clients.StepFunctions.GetExecutionHistoryAsync(
                new GetExecutionHistoryRequest { ExecutionArn = running.Machine.ExecutionArn($"{application}-2"), MaxResults = 1000, IncludeExecutionData = false });
            return history.Events.Any(e => e.StateEnteredEventDetails?.Name == state);
        }
        catch (ExecutionDoesNotExistException)
        {
            return false;
        }
    }, Coderipple.Deadline, $"the release enters {state}");

    private Task StopAsync(string application) => running.Clients.StepFunctions.StopExecutionAsync(
        new StopExecutionRequest { ExecutionArn = running.Machine.ExecutionArn($"{application}-2"), Error = "Stopped", Cause = "by hand" });

    private async Task AssertEndedAsync(LiveReader live, string application, string status)
    {
        JsonNode? record = null;
        await UntilAsync(
            async () => (string?)(record = await live.RecordAsync($"{application}-2"))?["status"] != "InProgress" && (await ToldAsync(live, application)).Count > 0,
            Limit,
            $"{application}-2 ends and is told");

        Assert.Equal(status, (string?)record!["status"]);
        Assert.True(await live.IsUnlockedAsync());
        Assert.Equal($"{application}-{(status == "Succeeded" ? 2 : 1)}", (string?)(await live.CurrentAsync())!["id"]);
        Assert.Empty(await live.ProbesAsync());
        var message = Assert.Single(await ToldAsync(live, application));
        Assert.Equal(status, (string?)message["MessageAttributes"]!["status"]!["Value"]);
    }

    private static async Task<IReadOnlyList<JsonNode>> ToldAsync(LiveReader live, string application) =>
        [.. (await live.MessagesAsync()).Where(m => ((string)m["Message"]!).Contains($"{application}-2", StringComparison.Ordinal))];

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
