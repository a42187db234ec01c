using CodeRipple.Workflow.Faults.Tests.Cases;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Faults.Tests.Workloads;

namespace CodeRipple.Workflow.Faults.Tests;

/// <summary>Releases that meet each other.</summary>
[Collection(FaultMachines.Meetings)]
[Trait("Category", "Faults")]
public sealed class MeetingReleases(FaultMachine machine)
{
    private readonly LiveReader _live = new(machine);
    private readonly CaseRun _run = new(machine, new LiveReader(machine));

    [Fact]
    public async Task A_start_event_that_comes_twice_makes_one_release_and_one_message()
    {
        var lane = await _run.OpenLaneAsync("twice");
        var workload = await lane.LoadAsync("twice-2");

        var executions = await Task.WhenAll(
            _run.StartAsync(workload, BrokenTest.None),
            _run.StartAsync(workload, BrokenTest.None, name: "twice-2-again")
        );
        await Task.WhenAll(executions.Select(_run.EndAsync));

        foreach (var execution in executions)
            Assert.Equal("SUCCEEDED", (await _run.DescribeAsync(execution)).Status.Value);
        await AssertLiveAsync(workload, workload.Functions);
        Assert.Equal("Succeeded", (string?)(await _live.RecordAsync(workload))!["status"]);
        Assert.Single(await _live.MessagesAsync(workload));
        Assert.Null(await _live.LockHolderAsync(workload));
    }

    [Fact]
    public async Task Two_releases_that_race_for_an_application_go_one_after_the_other()
    {
        var lane = await _run.OpenLaneAsync("race");
        FaultWorkload[] workloads = [await lane.LoadAsync("race-left"), await lane.LoadAsync("race-right")];

        var executions = await Task.WhenAll(workloads.Select(c => _run.StartAsync(c, BrokenTest.None)));
        await Task.WhenAll(executions.Select(_run.EndAsync));

        var last = (string?)(await _live.CurrentAsync(workloads[0]))!["id"];
        foreach (var workload in workloads)
        {
            Assert.Equal("Succeeded", (string?)(await _live.RecordAsync(workload))!["status"]);
            await AssertLiveAsync(workload, workload.Functions.Where(f => f != workload.Updated || workload.Id == last));
            Assert.Single(await _live.MessagesAsync(workload));
            Assert.All(await _live.JournalAsync(workload), entry => Assert.True((bool)entry["done"]!));
        }

        Assert.Null(await _live.LockHolderAsync(workloads[0]));
    }

    private async Task AssertLiveAsync(FaultWorkload workload, IEnumerable<string> functions)
    {
        var (live, wanted) = (await _live.FunctionsAsync(workload), LiveReader.Wanted(workload));
        foreach (var function in functions)
        {
            Assert.Equal(wanted, live[function].Latest);
            Assert.Equal(wanted, Assert.Single(live[function].Aliases).Content);
        }
    }
}
