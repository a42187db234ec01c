using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Monitoring;

/// <summary>
/// Sets the alarms and the log retention of the functions, before anything invokes the new versions: Lambda makes a log group without
/// retention, which the next release would not know as its own. What is as wanted, or kept by the plan, is not touched.
/// </summary>
public sealed class ConfigureMonitoringStep(
    ReleaseBucket bucket,
    MonitoringState state,
    FunctionAlarms wantedAlarms,
    AlarmResource alarm,
    LogRetentionResource retention,
    Journal journal,
    Changes changes
)
{
    [LambdaFunction]
    public async Task<ItemResult> ConfigureMonitoring(ReleaseInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var differences = await state.FindDifferencesAsync(plan);
        // An earlier delivery may have died between a change and its entry in the journal.
        var open = (await journal.ReadAsync(input.Release.Key))
            .Where(e => e is { Phase: JournalPhase.Monitoring, Done: false })
            .Select(e => e.Resource.Name)
            .ToHashSet();
        foreach (var (name, definition) in wantedAlarms.Of(plan.Request))
            if (open.Contains(name) || differences.Alarms.Any(a => a.Key == name))
                await SetAsync(input.Release, name, definition);
        var days = plan.Request.Monitoring.LogRetentionDays;
        foreach (var group in MonitoringState.GroupsOf(plan.Request).Where(g => open.Contains(g) || differences.LogGroups.Contains(g)))
            // Not journaled: a rollback leaves a new group, for it has the log of what failed, and with its retention.
            if (plan.NewLogGroups.Contains(group))
                await retention.MakeAsync(group, days);
            else
                await changes.ApplyAsync(input.Release, retention.ChangeTo(JournalPhase.Monitoring, group, new LogRetention(days)));
        return new ItemResult(
            "monitoring",
            $"{differences.Alarms.Count} alarms and the retention of {differences.LogGroups.Count} log groups set"
        );
    }

    private Task<bool> SetAsync(ReleaseReference release, string name, AlarmDefinition definition) =>
        changes.ApplyAsync(
            release,
            alarm.ChangeBy(
                JournalPhase.Monitoring,
                name,
                isMade: state => state is not null && MonitoringState.Same(state, definition),
                make: current => alarm.UpdateAsync(name, definition, current.Revision)
            )
        );
}
