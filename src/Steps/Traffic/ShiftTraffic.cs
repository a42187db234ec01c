using System.Globalization;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Traffic;

/// <summary>Brings the aliases of all changed functions to one stage of the shift, side by side.</summary>
public sealed class ShiftTrafficStep(
    ReleaseBucket bucket,
    VersionPairs versions,
    AliasResource aliases,
    Changes changes,
    CanaryLedger canaries,
    TimeProvider time
)
{
    private const int AtOnce = 8;

    [LambdaFunction]
    public async Task<TrafficProgress> ShiftTraffic(TrafficInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var traffic = plan.Request.Traffic;
        var stage = traffic.AllStages[input.Stage];
        var changed = plan.ChangedFunctions.ToList();
        await Concurrently.ForEachAsync(
            changed,
            AtOnce,
            function => ShiftAsync(input.Release, function.Name, plan.Request.Alias, stage.Percent)
        );
        await canaries.BeginAsync(
            input.Release,
            new CanaryRecord
            {
                Stage = input.Stage,
                Stages = traffic.AllStages.Count,
                Percent = stage.Percent,
                ShiftedAt = time.GetUtcNow(),
            }
        );
        return new TrafficProgress(
            input.Stage,
            stage.BakeSeconds > 0 ? TrafficNext.Bake : TrafficNext.Done,
            SamplingInterval.SecondsFor(traffic, stage),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.Percent} % of the traffic of {changed.Count} functions on the new versions"
            )
        );
    }

    private async Task ShiftAsync(ReleaseReference release, string function, string alias, int percent)
    {
        var target = (await versions.FindAsync(release, function, alias)).TargetAt(percent);
        await changes.ApplyAsync(release, aliases.ChangeTo(JournalPhase.Traffic, new AliasName(function, alias).ToString(), target));
    }
}
