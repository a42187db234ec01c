using System.Globalization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>What a look means for the stage: bake on, go on, or stop.</summary>
internal static class StageEnd
{
    /// <exception cref="CanaryUnhealthyException">The look found the new versions unhealthy.</exception>
    /// <exception cref="CanaryInconclusiveException">The stage is over without a verdict.</exception>
    public static TrafficProgress Decide(TrafficRequest traffic, CanaryRecord stage, CanaryAssessment assessment, DateTimeOffset now)
    {
        var elapsed = now - stage.ShiftedAt;
        var where = Where(stage, elapsed);
        if (assessment.Verdict == CanaryVerdict.Unhealthy)
            throw new CanaryUnhealthyException($"The new versions are unhealthy, {where}:\n{List(assessment)}");

        var wanted = traffic.AllStages[stage.Stage];
        var left = TimeSpan.FromSeconds(wanted.BakeSeconds) - elapsed;
        if (left > TimeSpan.Zero)
            return Bake(left, SamplingInterval.SecondsFor(traffic, wanted));
        if (assessment.Verdict == CanaryVerdict.Healthy || traffic.Promotes)
            return stage.Stage == stage.Stages - 1
                ? new TrafficProgress(stage.Stage, TrafficNext.Done, 0, Outcome())
                : new TrafficProgress(stage.Stage + 1, TrafficNext.Shift, 0, Outcome());

        left += traffic.Holds ? TimeSpan.FromSeconds(traffic.HoldSeconds) : TimeSpan.Zero;
        return left > TimeSpan.Zero
            ? Bake(left, SamplingInterval.SecondsWhenHeld(traffic, wanted))
            : throw new CanaryInconclusiveException(
                $"No verdict on the new versions, {where}{(traffic.Holds ? $", {traffic.HoldSeconds} s of them beyond the stage's time" : "")}. What is missing:\n{List(assessment)}\n"
                    + "Next: release when there is more traffic, give the functions more smoke tests to probe with, lower traffic.minimumRequests, or set traffic.onInconclusive to promote."
            );

        TrafficProgress Bake(TimeSpan longest, int interval) =>
            new(stage.Stage, TrafficNext.Bake, Math.Clamp((int)Math.Ceiling(longest.TotalSeconds), 1, interval), Outcome());

        string Outcome() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.Percent} %, {Name(assessment.Verdict)} after {elapsed.TotalSeconds:0} s{(assessment.Findings.FirstOrDefault() is { } finding ? $": {finding}" : "")}"
            );
    }

    private static string Name(CanaryVerdict verdict) => verdict == CanaryVerdict.Healthy ? "healthy" : "inconclusive";

    private static string Where(CanaryRecord stage, TimeSpan elapsed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed.TotalSeconds:0} s into stage {stage.Stage + 1} of {stage.Stages} ({stage.Percent} % of the traffic)"
        );

    private static string List(CanaryAssessment assessment) => string.Join("\n", assessment.Findings.Select(f => "- " + f));
}
