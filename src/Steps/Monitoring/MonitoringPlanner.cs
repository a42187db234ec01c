using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Monitoring;

/// <summary>
/// Decides which alarms and log groups a release sets. What no release made stays as it is, unless the request adopts it, and so does
/// a log group that keeps events for longer than the request says.
/// </summary>
public sealed class MonitoringPlanner(MonitoringState state)
{
    /// <param name="ownGroups">Log groups whose retention earlier releases set.</param>
    public async Task<MonitoringPlan> PlanAsync(ReleaseRequest request, IReadOnlyCollection<string> ownGroups)
    {
        var plan = new MonitoringPlan();
        var live = await state.ReadAsync(request);
        var adopted = request.Monitoring.Adopt.ToHashSet();
        foreach (var (name, wanted) in live.Wanted)
            PlanAlarm(name, live.Alarms.GetValueOrDefault(name), wanted, adopted.Contains(name), plan);
        foreach (var group in MonitoringState.GroupsOf(request))
        {
            int? days = live.Retentions.TryGetValue(group, out var found) ? found : null;
            PlanLogGroup(group, days, request.Monitoring.LogRetentionDays, adopted.Contains(group), ownGroups.Contains(group), plan);
        }

        return plan;
    }

    private static void PlanAlarm(string name, AlarmDefinition? live, AlarmDefinition wanted, bool isAdopted, MonitoringPlan plan)
    {
        if (live is null)
            plan.Changes.Add($"alarm {name}");
        else if (MonitoringState.Same(live, wanted))
            return;
        else if (isAdopted || FunctionAlarms.IsOurs(live))
            plan.Changes.Add($"alarm {name}: {MonitoringState.Differences(live, wanted, " becomes ")}");
        else
            plan.Keep(
                name,
                // Another description alone is no loss to anybody.
                MonitoringState.Differences(live with { Description = wanted.Description }, wanted, ", not ")
                    is { Length: > 0 } differences
                    ? $"alarm {name} was not made by a release and stays as it is: {differences}. To have it set, name it under "
                        + "monitoring.adopt; otherwise under monitoring.keep"
                    : null
            );
    }

    private static void PlanLogGroup(string group, int? live, int wanted, bool isAdopted, bool isOurs, MonitoringPlan plan)
    {
        var isLonger = live == 0 || live > wanted;
        if (live is null)
        {
            plan.Changes.Add($"log group {group}");
            plan.NewLogGroups.Add(group);
        }
        else if (live != wanted && (isAdopted || isOurs && !isLonger))
            plan.Changes.Add($"retention of {group}: {Text(live)} becomes {Text(wanted)}");
        else if (live != wanted)
            plan.Keep(
                group,
                $"log group {group} {(isOurs ? "keeps" : "was not made by a release and keeps")} events {Text(live)}, not {Text(wanted)}, "
                    + $"and stays so. To have it set{(isLonger ? ", which deletes older events" : "")}, name it under monitoring.adopt; "
                    + "otherwise under monitoring.keep"
            );
        if (live is null || isAdopted || isOurs)
            plan.OwnLogGroups.Add(group);
    }

    private static string Text(int? days) => days == 0 ? "for ever" : $"for {days} days";
}

/// <summary>What a release does to alarms and log groups.</summary>
public sealed class MonitoringPlan
{
    private const int Shown = 20;

    private readonly List<string> _kept = [];
    private readonly List<string> _warnings = [];

    /// <summary>What is not as wanted and will be.</summary>
    public List<string> Changes { get; } = [];

    public List<string> NewLogGroups { get; } = [];

    /// <summary>Log groups whose retention this release or an earlier one set.</summary>
    public List<string> OwnLogGroups { get; } = [];

    public IReadOnlyList<string> Kept => _kept;

    /// <summary>What stands there beside what the request says; bounded, because they end in a message.</summary>
    public IReadOnlyList<string> Warnings =>
        _warnings.Count <= Shown
            ? _warnings
            :
            [
                .. _warnings.Take(Shown),
                $"{_warnings.Count - Shown} more alarms and log groups stay as they are; the plan lists them under keptMonitoring",
            ];

    public void Keep(string name, string? warning)
    {
        _kept.Add(name);
        if (warning is not null)
            _warnings.Add(warning);
    }
}
