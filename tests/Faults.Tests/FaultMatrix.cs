using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CodeRipple.Workflow.Faults.Tests.Cases;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;

namespace CodeRipple.Workflow.Faults.Tests;

[Trait("Category", "Faults")]
public sealed class FaultMatrix(FaultMachine machine) : IClassFixture<FaultMachine>
{
    private const int Lanes = 4;

    private readonly LiveReader _live = new(machine);
    private int _number;
    private int _lane;

    [Fact]
    public async Task Every_call_and_every_state_may_fail_and_every_release_ends_entirely_new_or_entirely_old()
    {
        var started = TimeProvider.System.GetTimestamp();
        var rehearsals = await new Rehearsals(machine, _live).RunAsync();
        Assert.All(rehearsals, r => Assert.Empty(Promises.FindBroken(r.Result)));
        var only = Environment.GetEnvironmentVariable("CODERIPPLE_FAULTS");
        var cases = new MatrixPlan(machine.Machine, rehearsals).Cases().Where(c => only is null || c.ToString().Contains(only, StringComparison.Ordinal)).ToList();
        var rehearsed = TimeProvider.System.GetElapsedTime(started);

        var waiting = new ConcurrentQueue<FaultCase>(cases);
        var done = new ConcurrentBag<CaseResult>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(() => RunLaneAsync(waiting, done))));

        var results = cases.Select(c => done.Single(r => r.Case == c)).ToList();
        var broken = results.Select(r => (r.Case, r.Cargo, Broken: Promises.FindBroken(r))).Where(r => r.Broken.Count > 0).ToList();
        var report = new StringBuilder();
        report.AppendLine(CultureInfo.InvariantCulture, $"{cases.Count} cases in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s, of which rehearsals {rehearsed.TotalSeconds:0} s; {broken.Count} broke a promise.");
        foreach (var (@case, cargo, promises) in broken)
            report.AppendLine(CultureInfo.InvariantCulture, $"{cargo.Id} {@case}:\n    {string.Join("\n    ", promises)}");
        report.AppendLine(FaultTable.Write(results));
        foreach (var slow in results.OrderByDescending(r => r.Took).Take(20))
            report.AppendLine(CultureInfo.InvariantCulture, $"{slow.Took.TotalSeconds:0.0} s {slow.Case}");
        await File.WriteAllTextAsync(Repository.Path("out/fault-matrix.md"), report.ToString());
        Assert.True(broken.Count == 0, report.ToString());
    }

    private async Task RunLaneAsync(ConcurrentQueue<FaultCase> waiting, ConcurrentBag<CaseResult> done)
    {
        var run = new CaseRun(machine, _live);
        Lane? lane = null;
        while (waiting.TryDequeue(out var next))
        {
            lane ??= await OpenLaneAsync(run);
            var result = await run.RunAsync(next, lane, $"case-{Interlocked.Increment(ref _number):0000}");
            done.Add(result);
            // What a broken promise left must not spoil the next case.
            if (Promises.FindBroken(result).Count > 0 || result.Ending == Ending.RollbackFailed)
                lane = null;
        }
    }

    private async Task<Lane> OpenLaneAsync(CaseRun run)
    {
        var lane = new Lane(machine, $"lane-{Interlocked.Increment(ref _lane)}");
        var first = new FaultCase { Table = "", Row = "first release", Column = "", Expected = Ending.Released };
        await run.RunAsync(first, lane, $"first-{Interlocked.Increment(ref _number):0000}");
        return lane;
    }
}
