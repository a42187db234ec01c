using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CodeRipple.Workflow.Faults.Tests.Cases;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;
using Xunit.Abstractions;

namespace CodeRipple.Workflow.Faults.Tests;

/// <summary>
/// Each call of a release times each fault, and its death at each state. By itself it runs the releases in which every call meets a
/// fault once. CODERIPPLE_FAULTS=text runs the cases whose name contains the text, CODERIPPLE_FAULTS=all the whole matrix, which also
/// says when docs/fault-matrix.md no longer fits.
/// </summary>
[Collection(SharedFaultMachine.Name)]
[Trait("Category", "Faults")]
public sealed class FaultMatrix(FaultMachine machine, ITestOutputHelper output)
{
    // Two processors are busy with three releases at a time; each more needs another process of every step.
    private const int Lanes = 3;

    private static readonly string Wanted = Environment.GetEnvironmentVariable("CODERIPPLE_FAULTS") ?? "every call of a release";

    private static bool IsWhole => Wanted == "all";

    private readonly LiveReader _live = new(machine);
    private int _number;
    private int _lane;

    [Fact]
    public async Task Every_call_and_every_state_may_fail_and_every_release_ends_entirely_new_or_entirely_old()
    {
        var started = TimeProvider.System.GetTimestamp();
        var rehearsals = await new Rehearsals(machine, _live).RunAsync();
        Assert.All(rehearsals, r => Assert.Empty(Promises.FindBroken(r.Result)));
        var rehearsed = TimeProvider.System.GetElapsedTime(started);
        var cases = new MatrixPlan(machine.Machine, rehearsals).Cases().Where(c => IsWhole || c.ToString().Contains(Wanted, StringComparison.Ordinal)).ToList();

        var waiting = new ConcurrentQueue<FaultCase>(cases);
        var done = new ConcurrentDictionary<FaultCase, CaseResult>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(() => RunLaneAsync(waiting, done))));

        var took = TimeProvider.System.GetElapsedTime(started);
        Say($"{cases.Count} cases in {took.TotalSeconds:0} s, {rehearsed.TotalSeconds:0} s of them to find them.");
        await JudgeAsync([.. cases.Select(c => done[c])]);
    }

    private async Task RunLaneAsync(ConcurrentQueue<FaultCase> waiting, ConcurrentDictionary<FaultCase, CaseResult> done)
    {
        var run = new CaseRun(machine, _live);
        Lane? lane = null;
        while (waiting.TryDequeue(out var next))
        {
            lane ??= await OpenLaneAsync(run);
            var result = await run.RunAsync(next, lane, $"case-{Interlocked.Increment(ref _number):0000}");
            done[next] = result;
            // What a broken promise left must not spoil the next case.
            if (Promises.FindBroken(result).Count > 0 || result.Ending == Ending.RollbackFailed)
                lane = null;
        }
    }

    private async Task<Lane> OpenLaneAsync(CaseRun run)
    {
        var lane = new Lane(machine, $"lane-{Interlocked.Increment(ref _lane)}");
        var first = new FaultCase { Table = "", Row = "First release", Column = "", Expected = Ending.Released };
        await run.RunAsync(first, lane, $"first-{Interlocked.Increment(ref _number):0000}");
        return lane;
    }

    private async Task JudgeAsync(IReadOnlyList<CaseResult> results)
    {
        var table = FaultTable.Write(results);
        await WriteAsync("fault-matrix.md", table);
        await WriteAsync("fault-matrix-times.txt", string.Join("\n", results.OrderByDescending(r => r.Took).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Took.TotalSeconds,6:0.0} s  {r.Case}"))));

        var broken = results.Select(r => (r.Case, r.Cargo, Broken: Promises.FindBroken(r))).Where(r => r.Broken.Count > 0)
            .Select(r => $"{r.Case} ({r.Cargo.Id}):\n    {string.Join("\n    ", r.Broken)}").ToList();
        await WriteAsync("fault-matrix-broken.txt", string.Join("\n", broken));
        Assert.True(broken.Count == 0, $"{broken.Count} of {results.Count} cases broke a promise.\n{string.Join("\n", broken)}");
        var document = Repository.Path("docs/fault-matrix.md");
        if (IsWhole)
            Assert.True(
                File.Exists(document) && await File.ReadAllTextAsync(document) == table,
                "docs/fault-matrix.md no longer fits: a release makes other calls, has other states, or ends otherwise. See what differs from out/fault-matrix.md, and if it is right: cp out/fault-matrix.md docs/");
    }

    private void Say(string text) => output.WriteLine(text);

    private static Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Repository.Path("out"));
        return File.WriteAllTextAsync(Repository.Path($"out/{name}"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
