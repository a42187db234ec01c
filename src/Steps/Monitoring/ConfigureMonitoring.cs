using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Monitoring;

/// <summary>
/// Sets the alarms and the log retention of the functions, before the new versions get traffic. What is as wanted is not touched.
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
        var request = (await bucket.ReadPlanAsync(input.Release)).Request;
        var differences = await state.FindDifferencesAsync(request);
        // An earlier delivery may have died between a change and its entry in the journal.
        var open = (await journal.ReadAsync(input.Release.Key))
            .Where(e => e is { Phase: JournalPhase.Monitoring, Done: false })
            .Select(e => e.Resource.Name)
            .ToHashSet();
        foreach (var (name, definition) in request.Functions.SelectMany(f => wantedAlarms.Of(f.Name, request.Monitoring)))
            if (open.Contains(name) || differences.Alarms.Any(a => a.Key == name))
                await SetAsync(input.Release, name, definition);
        foreach (var group in request.Functions.Select(f => LogGroups.NameOf(f.Name)))
            if (open.Contains(group) || differences.LogGroups.Contains(group))
                await changes.ApplyAsync(
                    input.Release,
                    retention.Retain(JournalPhase.Monitoring, group, request.Monitoring.LogRetentionDays)
                );
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
