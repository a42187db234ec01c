using Amazon.CloudWatch;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Traffic;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Rehearsal.FaultyCode;
using CodeRipple.Workflow.Rehearsal.Live;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>One scenario after a good release: its second release, and what goes on around it.</summary>
/// <param name="changed">What <see cref="Scenario.Change"/> made.</param>
internal sealed class ScenarioRun(AwsClients clients, Scenario scenario, ReleaseDraft changed, TimeProvider time)
{
    private ReleaseDraft Draft { get; set; } = changed;

    /// <param name="release">Releases what it is given, to the end.</param>
    /// <returns>What was released and how it ended; what users saw of it, if there were any.</returns>
    public async Task<(ReleaseDraft Draft, ReleaseOutcome Outcome, UserReport? Users)> RunAsync(
        Func<ReleaseDraft, Task<ReleaseOutcome>> release,
        CancellationToken cancellationToken
    )
    {
        var (function, alias) = (Draft.Workload.Functions[0], Draft.Workload.Alias);
        var users = scenario.HasUsers ? new TrafficGenerator(clients.Lambda, function.Name, alias, function.SmokeTests[0], time) : null;
        if (scenario.FaultyVersion is { } faulty)
            Draft = await faulty.ReplaceAsync(Draft, clients.Lambda, cancellationToken);
        var alarm = await PrepareAlarmAsync(cancellationToken);

        await using var bypassing = scenario.HasBypassingRule
            ? await BypassingRule.MakeAsync(clients, function.Name, cancellationToken)
            : null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var calling = users?.CallAsync(ended.Token) ?? Task.CompletedTask;
        var firing =
            alarm is not null && scenario.Alarm == TriggerPoint.WhileSplit
                ? alarm.FireWhenSplitAsync(function.Name, alias, ended.Token)
                : Task.CompletedTask;
        try
        {
            var outcome = await release(Draft);
            return (Draft, outcome, await StopAsync());
        }
        finally
        {
            await StopAsync();
            if (alarm is not null)
                await alarm.DeleteAsync();
        }

        async Task<UserReport?> StopAsync()
        {
            await ended.CancelAsync();
            await calling;
            await firing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return users?.Report();
        }
    }

    private async Task<AlarmTrigger?> PrepareAlarmAsync(CancellationToken cancellationToken)
    {
        if (scenario.Alarm is not { } when)
            return null;
        var alarm = new AlarmTrigger(clients, $"{Draft.Workload.Application}-rehearsal", time);
        await alarm.CreateAsync(cancellationToken);
        await alarm.SetAsync(when == TriggerPoint.Before ? StateValue.ALARM : StateValue.OK, cancellationToken);
        Draft = Draft with { Workload = Draft.Workload with { Traffic = Draft.Workload.Traffic with { Alarms = [alarm.Name] } } };
        return alarm;
    }
}

/// <summary>When the alarm of a scenario fires.</summary>
internal enum TriggerPoint
{
    Before,
    WhileSplit,
}
