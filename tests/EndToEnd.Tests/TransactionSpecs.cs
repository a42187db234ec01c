using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>A release ends entirely new or entirely old, whatever happens to it, and says so once.</summary>
[Collection(Machines.Transactions)]
public sealed class TransactionSpecs(RunningMachine running)
{
    private const string Releases = "release-machine-development-release";
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task An_aborted_release_is_rolled_back_automatically_within_a_minute()
    {
        using var workload = await ReleasedAsync("stopped");
        var live = new LiveReader(running, workload);
        var before = await live.FunctionsAsync();
        var execution = await StartAsync(workload, "stopped-2");

        await EnteredAsync(execution, "UpdateFunctions");
        await running.Clients.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = execution, Cause = "a drill" });
        await ClosedAsync(live, execution, Minute);

        Assert.Equal(before, await live.FunctionsAsync());
        Assert.Equal("RolledBack", (string?)(await live.RecordAsync("stopped-2"))!["status"]);
        Assert.Contains(
            "The execution was stopped before its end: a drill.",
            (string)Assert.Single(await live.MessagesAboutAsync("stopped-2"))["Message"]!,
            StringComparison.Ordinal
        );
        Assert.True(await live.IsUnlockedAsync());
        Assert.Empty(await live.ProbesAsync());
    }

    [Theory]
    [InlineData("ABORTED", "AcquireLock", "early")]
    [InlineData("ABORTED", "PrepareRelease", "unseen")]
    [InlineData("TIMED_OUT", "CompleteRelease", "late")]
    [InlineData("ABORTED", "RollBack", "failing")]
    public async Task Wherever_a_release_dies_everything_is_old_and_one_message_says_so(string death, string state, string application)
    {
        using var workload = await ReleasedAsync(application);
        var live = new LiveReader(running, workload);
        var before = await live.FunctionsAsync();
        if (state == "RollBack")
            workload.Replace("coderipple.json", "Hello you", "Good evening");
        await running.Host.AbortAtAsync(Releases, state, death);

        var execution = await StartAsync(workload, $"{application}-2");
        await EndedAsync(execution);
        await ClosedAsync(live, execution, Minute);

        Assert.Equal(before, await live.FunctionsAsync());
        Assert.Equal("RolledBack", (string?)(await live.RecordAsync($"{application}-2"))!["status"]);
        Assert.Single(await live.MessagesAboutAsync($"{application}-2"));
        Assert.Equal($"{application}-1", (string?)(await live.CurrentAsync())!["id"]);
        Assert.True(await live.IsUnlockedAsync());
    }

    [Fact]
    public async Task A_rollback_that_is_stopped_is_started_again()
    {
        using var workload = await ReleasedAsync("twice");
        var live = new LiveReader(running, workload);
        var before = await live.FunctionsAsync();
        workload.Replace("coderipple.json", "Hello you", "Good evening");
        await running.Host.AbortAtAsync("release-machine-development-rollback", "VerifyRollback");

        var execution = await StartAsync(workload, "twice-2");
        await EndedAsync(execution);
        await ClosedAsync(live, execution, Minute);

        Assert.Equal(before, await live.FunctionsAsync());
        var message = Assert.Single(await live.MessagesAboutAsync("twice-2"));
        Assert.Contains("Rolled back", (string)message["Subject"]!, StringComparison.Ordinal);
        Assert.True(await live.IsUnlockedAsync());
    }

    [Fact]
    public async Task A_release_that_is_stopped_when_it_is_live_stays_live_and_its_message_is_sent()
    {
        using var workload = await ReleasedAsync("proud");
        var live = new LiveReader(running, workload);
        await running.Host.AbortAtAsync(Releases, "NotifySuccess");

        var execution = await StartAsync(workload, "proud-2");
        await EndedAsync(execution);
        await ClosedAsync(live, execution, Minute);

        Assert.Equal("proud-2", (string?)(await live.CurrentAsync())!["id"]);
        Assert.Contains("is live", (string)Assert.Single(await live.MessagesAboutAsync("proud-2"))["Message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_death_that_no_event_reported_is_found_by_the_sweep()
    {
        using var workload = await ReleasedAsync("unheard");
        var live = new LiveReader(running, workload);
        var before = await live.FunctionsAsync();
        await GuardianRule.SetAsync(running, "DisableRule");
        try
        {
            await running.Host.AbortAtAsync(Releases, "ValidateRelease");
            var execution = await StartAsync(workload, "unheard-2");
            await EndedAsync(execution);
            Assert.True(await live.IsOpenAsync(execution));

            await running.Host.FireScheduleAsync("release-machine-development-guard-sweep");
            await ClosedAsync(live, execution, Minute);
        }
        finally
        {
            await GuardianRule.SetAsync(running, "EnableRule");
        }

        Assert.Equal(before, await live.FunctionsAsync());
        Assert.Single(await live.MessagesAboutAsync("unheard-2"));
    }

    [Fact]
    public async Task A_release_goes_on_when_the_program_that_started_it_is_killed()
    {
        using var workload = await ReleasedAsync("orphan");
        var live = new LiveReader(running, workload);
        workload.Replace("functions/hello/app.py", "import os", "import os  # and nothing else");
        await using (var program = Coderipple.Start(["release", "--workload", workload.File, "--id", "orphan-2"], running.Environment))
        {
            var execution = running.Machine.ExecutionArn("orphan-2");
            await UntilAsync(async () => await live.IsOpenAsync(execution), Coderipple.Deadline, "the release to begin");
            program.Signal(9);
            await EndedAsync(execution);
        }

        Assert.Equal("orphan-2", (string?)(await live.CurrentAsync())!["id"]);
        Assert.Single(await live.MessagesAboutAsync("orphan-2"));
    }

    [Fact]
    public async Task A_rollback_over_two_releases_leaves_nothing_to_repair_until_an_alias_is_moved()
    {
        using var workload = await ReleasedAsync("history");
        var live = new LiveReader(running, workload);
        var before = await live.FunctionsAsync();
        foreach (var number in new[] { 2, 3 })
        {
            workload.Replace("functions/hello/app.py", "\n\ndef handler", $"\n# {number}\n\ndef handler");
            await EndedAsync(await StartAsync(workload, $"history-{number}"));
        }

        var refused = (await running.RunAsync("rollback", "--application", "history", "--to", "history-9")).MustEndWith(2);
        Assert.Contains(
            "is not one of those that were live before history-3 (history-2, history-1)",
            refused.Output,
            StringComparison.Ordinal
        );
        (await running.RunAsync("rollback", "--application", "history", "--to", "history-1", "--reason", "a drill")).MustEndWith(0);

        Assert.Equal(before, await live.FunctionsAsync());
        Assert.Equal("history-1", (string?)(await live.CurrentAsync())!["id"]);
        foreach (var number in new[] { 2, 3 })
            Assert.Equal("RolledBack", (string?)(await live.RecordAsync($"history-{number}"))!["status"]);
        Assert.Contains(
            "Nothing to repair",
            (await running.RunAsync("repair", "--application", "history")).MustEndWith(0).Output,
            StringComparison.Ordinal
        );

        await running.Clients.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = workload.Functions[0],
                Name = "live",
                FunctionVersion = "3",
            }
        );
        Assert.Contains(
            "points to version 3",
            (await running.RunAsync("repair", "--application", "history", "--dry-run")).MustEndWith(0).Output,
            StringComparison.Ordinal
        );
        (await running.RunAsync("repair", "--application", "history")).MustEndWith(0);
        Assert.Contains(
            "Nothing to repair",
            (await running.RunAsync("repair", "--application", "history")).MustEndWith(0).Output,
            StringComparison.Ordinal
        );
    }

    private async Task<ShopWorkload> ReleasedAsync(string application)
    {
        var workload = await ShopWorkload.InstallAsync(running, application);
        await EndedAsync(await StartAsync(workload, $"{application}-1"));
        Assert.Equal($"{application}-1", (string?)(await new LiveReader(running, workload).CurrentAsync())?["id"]);
        workload.Replace("functions/hello/app.py", "import greeting", "import greeting  # once more");
        return workload;
    }

    private async Task<string> StartAsync(ShopWorkload workload, string id)
    {
        var draft = await workload.DraftAsync(running);
        await draft.UploadAsync(new ArtifactUploads(running.Clients.S3, running.Machine.Bucket), CancellationToken.None);
        return await new ReleaseRuns(running.Machine, TimeProvider.System).StartAsync(
            id,
            draft.ToRequest(id, "development", "spec", "spec"),
            CancellationToken.None
        );
    }

    private Task EnteredAsync(string execution, string state) =>
        UntilAsync(
            async () =>
                (
                    await running.Clients.StepFunctions.GetExecutionHistoryAsync(
                        new GetExecutionHistoryRequest { ExecutionArn = execution, ReverseOrder = true }
                    )
                ).Events.Any(e => e.StateEnteredEventDetails?.Name == state),
            Coderipple.Deadline,
            $"{state} of {execution}"
        );

    private Task EndedAsync(string execution) =>
        UntilAsync(
            async () => !await new ReleaseRuns(running.Machine, TimeProvider.System).IsRunningAsync(execution, CancellationToken.None),
            Coderipple.Deadline,
            $"the end of {execution}"
        );

    /// <summary>Waits until it is written down how the release ended, and people were notified.</summary>
    private static Task ClosedAsync(LiveReader live, string execution, TimeSpan limit) =>
        UntilAsync(
            async () =>
                (string?)(await live.RecordAsync(execution.Split(':')[^1]))?["status"] is not (null or "InProgress")
                && !await live.IsOpenAsync(execution),
            limit,
            $"the guardian of {execution}"
        );

    private static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan limit, string what)
    {
        using var deadline = new CancellationTokenSource(limit, TimeProvider.System);
        while (!await holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"Waited {limit.TotalSeconds:0} s for {what}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
