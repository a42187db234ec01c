using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>Gathers everything that is known of a release's new versions, and judges each function and alarm.</summary>
public sealed class CanaryJudge(
    VersionPairs versions,
    CanaryNumbers numbers,
    CanaryProbes probes,
    CloudWatchAlarms alarms,
    TimeProvider time
)
{
    private const int AtOnce = 8;

    /// <param name="stages">The stages that have begun.</param>
    public async Task<CanaryAssessment> AssessAsync(ReleasePlan plan, IReadOnlyList<CanaryRecord> stages)
    {
        var seen = await Concurrently.SelectAsync(
            plan.ChangedFunctions,
            AtOnce,
            async function =>
            {
                var pair = await versions.FindAsync(plan.Release, function.Name, plan.Request.Alias);
                return (
                    Versions: pair,
                    Probes: plan.Request.Traffic.Probes
                        ? await probes.RunAsync(plan.Request.Function(function.Name), pair)
                        : ProbeNumbers.None
                );
            }
        );

        var pairs = seen.Select(s => s.Versions).ToList();
        var now = time.GetUtcNow();
        var traffic = await numbers.ReadAsync(pairs, plan.Request.Alias, stages, now);
        var users = SightOf(plan.Request.Traffic, stages, now);
        var earlier = ProbesPassed(stages);
        var functions = pairs
            .Select(
                (pair, i) =>
                    FunctionJudge.Judge(
                        plan.Request.Traffic,
                        new FunctionNumbers(
                            pair,
                            traffic[i].New,
                            traffic[i].Old,
                            traffic[i].Throttles,
                            Add(earlier.GetValueOrDefault(pair.Function), seen[i].Probes),
                            users
                        )
                    )
            )
            .ToList();
        var watched = await ReadAlarmsAsync(plan.Alarms);
        return new CanaryAssessment
        {
            At = now,
            Verdict = VerdictOf(functions, watched),
            Functions = functions,
            Alarms = watched,
        };
    }

    private static CanaryVerdict VerdictOf(List<FunctionAssessment> functions, IReadOnlyList<AlarmReading> alarms) =>
        alarms.Any(a => a.Finding is not null) ? CanaryVerdict.Unhealthy : functions.Select(f => f.Verdict).DefaultIfEmpty().Max();

    private static UserSight SightOf(TrafficRequest traffic, IReadOnlyList<CanaryRecord> stages, DateTimeOffset now) =>
        now - stages[0].ShiftedAt >= CanaryNumbers.Delay ? UserSight.Counted
        : TimeSpan.FromSeconds(traffic.AllStages[stages[^1].Stage].BakeSeconds) < CanaryNumbers.Delay ? UserSight.TooLate
        : UserSight.Expected;

    private static ProbeNumbers Add(long earlier, ProbeNumbers now) => now with { Passed = earlier + now.Passed };

    private static Dictionary<string, long> ProbesPassed(IReadOnlyList<CanaryRecord> stages) =>
        stages.LastOrDefault(s => s.LastAssessment is not null)?.LastAssessment!.Functions.ToDictionary(f => f.Name, f => f.ProbesPassed)
        ?? [];

    private async Task<IReadOnlyList<AlarmReading>> ReadAlarmsAsync(IReadOnlyList<WatchedAlarm> watched)
    {
        var states = await alarms.ReadStatesAsync([.. watched.Select(a => a.Name)]);
        return [.. watched.Select(a => ReadingOf(a, states.GetValueOrDefault(a.Name)))];
    }

    // An alarm that fired before the release changed anything says nothing of the release.
    private static AlarmReading ReadingOf(WatchedAlarm watched, AlarmState? now) =>
        new(
            watched.Name,
            watched.State,
            now?.Value ?? "deleted",
            now is { Value: AlarmState.Alarm } && watched.State != AlarmState.Alarm
                ? $"alarm {watched.Name} fired (before the release it was {watched.State}): {now.Reason}"
                : null
        );
}
