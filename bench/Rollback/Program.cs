using System.Globalization;
using CodeRipple.Workflow.Bench;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.Local;
using CodeRipple.Workflow.Rehearsal.Scenarios;

// dotnet run -c Release --project bench/Rollback [runs]
var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20;
await using var rehearsal = await RehearsalEnvironment.StartAsync(
    WorkloadFile.Open(null),
    "development",
    StepRuntime.Choose(null),
    Screen.ForConsole(json: false),
    CancellationToken.None
);
var failing = Scenario.Find("end-to-end-fails").Change(rehearsal.Release);
await rehearsal.ReleaseAsync("good", "bench", rehearsal.Release, CancellationToken.None);

var timings = new List<RollbackTiming>();
for (var run = 1; run <= runs; run++)
{
    var outcome = await rehearsal.ReleaseAsync($"failing-{run}", "bench", failing, CancellationToken.None);
    if (outcome.Status != ReleaseStatus.RolledBack)
        throw new InvalidOperationException($"Run {run} ended as {outcome.Status}: {outcome.Failure}");
    timings.Add(RollbackTiming.Of(outcome, rehearsal.Stack.Host.Calls.Snapshot()));
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{run, 3}   {timings[^1].Restored.TotalSeconds, 6:0.00} s   {timings[^1].Proven.TotalSeconds, 6:0.00} s"
        )
    );
}

Write("traffic restored", [.. timings.Select(t => t.Restored)]);
Write("proven", [.. timings.Select(t => t.Proven)]);

static void Write(string what, List<TimeSpan> times)
{
    times.Sort();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"From the failed verdict to {what}: median {times[times.Count / 2].TotalSeconds:0.00} s, worst {times[^1].TotalSeconds:0.00} s of {times.Count} runs"
        )
    );
}
