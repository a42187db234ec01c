using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CodeRipple.Workflow.Faults.Tests.Cases;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;
using Xunit.Abstractions;

namespace CodeRipple.Workflow.Faults.Tests;

/// <summary>
/// Each call of a release times each fault, and its death at each state; docs/fault-matrix.md shows how each of them ends.
/// CODERIPPLE_FAULTS=text|text runs only the cases whose name contains one of the texts: "refused: AcquireLock|dies:".
/// </summary>
[Collection(FaultMachines.Matrix)]
[Trait("Category", "Faults")]
public sealed class FaultMatrix(MatrixMachines machines, ITestOutputHelper output)
{
    // Much of a release is waiting; more at a time wait for each other.
    private const int LanesOfMachine = 3;

    private static readonly string[] Wanted = Environment.GetEnvironmentVariable("CODERIPPLE_FAULTS")?.Split('|') ?? [];

    private readonly FaultLog _log = new();
    private int _number;
    private int _lane;

    [Fact]
    public async Task Every_call_and_every_state_may_fail_and_every_release_ends_entirely_new_or_entirely_old()
    {
        var started = TimeProvider.System.GetTimestamp();
        var first = machines.All[0];
        var rehearsals = await new Rehearsals(first, new LiveReader(first), _log).RunAsync();
        Judge([.. rehearsals.Select(r => r.Result)]);
        var rehearsed = TimeProvider.System.GetElapsedTime(started);
        var all = new MatrixPlan(first.Machine, rehearsals).Cases();
        _log.Plan(all);
        var table = FaultTable.Write(all);
        await File.WriteAllTextAsync(
            Repository.Path("out/fault-matrix.md"),
            table,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        var cases = all.Where(c => Wanted is [] || Wanted.Any(part => c.Name.Contains(part, StringComparison.Ordinal))).ToList();
        Assert.True(
            cases.Count > 0,
            $"CODERIPPLE_FAULTS is \"{string.Join('|', Wanted)}\", but no case has such a name; out/fault-matrix.log lists them. Without it all run."
        );

        var waiting = new ConcurrentQueue<FaultCase>(cases);
        var done = new ConcurrentDictionary<FaultCase, CaseResult>();
        await Task.WhenAll(machines.All.Select(m => Task.Run(() => RunAsync(m, waiting, done))));

        var took = TimeProvider.System.GetElapsedTime(started);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cases.Count} cases in {took.TotalSeconds:0} s, {rehearsed.TotalSeconds:0} s of them to find them."
            )
        );
        Judge([.. cases.Select(c => done[c])]);
        if (Wanted is [])
            Compare(table);
    }

    private async Task RunAsync(FaultMachine machine, ConcurrentQueue<FaultCase> waiting, ConcurrentDictionary<FaultCase, CaseResult> done)
    {
        var run = new CaseRun(machine, new LiveReader(machine));
        // Two releases at a time that a fault of the guardian concerns would take each other's.
        using var guardian = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, LanesOfMachine).Select(_ => Task.Run(() => RunLaneAsync(run, guardian, waiting, done))));
    }

    private async Task RunLaneAsync(
        CaseRun run,
        SemaphoreSlim guardian,
        ConcurrentQueue<FaultCase> waiting,
        ConcurrentDictionary<FaultCase, CaseResult> done
    )
    {
        Lane? lane = null;
        while (waiting.TryDequeue(out var next))
        {
            lane ??= await run.OpenLaneAsync($"lane-{Interlocked.Increment(ref _lane)}");
            var result = await RunAsync(run, guardian, next, lane);
            done[next] = result;
            _log.Add(result);
            // What a broken promise left must not spoil the next case.
            if (Promises.FindBroken(result).Count > 0 || (result.Ending == Ending.RollbackFailed && Promises.FindNotOld(result).Count > 0))
                lane = null;
        }
    }

    private async Task<CaseResult> RunAsync(CaseRun run, SemaphoreSlim guardian, FaultCase @case, Lane lane)
    {
        var isOfGuardian = @case.Faults.Any(CaseRun.IsOfGuardian);
        if (isOfGuardian)
            await guardian.WaitAsync();
        try
        {
            return await run.RunAsync(@case, lane, $"case-{Interlocked.Increment(ref _number):0000}");
        }
        finally
        {
            if (isOfGuardian)
                guardian.Release();
        }
    }

    private static void Judge(IReadOnlyList<CaseResult> results)
    {
        var broken = results.Where(r => Promises.FindBroken(r).Count > 0).Select(FaultLog.Describe).ToList();
        Assert.True(broken.Count == 0, $"{broken.Count} of {results.Count} cases broke a promise.\n{string.Join("\n", broken)}");
    }

    private static void Compare(string table)
    {
        var document = Repository.Path("docs/fault-matrix.md");
        var (shown, found) = (Rows(File.Exists(document) ? File.ReadAllText(document) : ""), Rows(table));
        Assert.True(
            shown.SetEquals(found),
            "docs/fault-matrix.md no longer fits: a release makes other calls, has other states, or ends otherwise. If this is right: cp out/fault-matrix.md docs/\n"
                + string.Join("\n", shown.Except(found).Select(r => $"- {r}").Concat(found.Except(shown).Select(r => $"+ {r}")))
        );
    }

    private static HashSet<string> Rows(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Where(l => l.StartsWith('|'))];
}
