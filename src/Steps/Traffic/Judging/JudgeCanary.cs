using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>Samples at the new versions while they have a share of the traffic, and says how the shift goes on.</summary>
public sealed class JudgeCanaryStep(ReleaseBucket bucket, ReleaseLock @lock, CanaryLedger canaries, CanaryJudge judge, TimeProvider time)
{
    /// <exception cref="CanaryUnhealthyException">The new versions are worse than the old ones, or an alarm fired; at once, whatever is
    /// left of the stage.</exception>
    /// <exception cref="CanaryInconclusiveException">The stage ended without a verdict, and the request does not promote that.</exception>
    /// <exception cref="LockLostException">Another release has the lock by now.</exception>
    [LambdaFunction]
    public async Task<TrafficProgress> JudgeCanary(TrafficInput input)
    {
        await @lock.RenewAsync(input.Release);
        var plan = await bucket.ReadPlanAsync(input.Release);
        var stages = await canaries.ReadAsync(input.Release);
        var assessment = await judge.AssessAsync(plan, stages);
        var stage = stages[input.Stage] with { Samples = stages[input.Stage].Samples + 1, LastAssessment = assessment };
        await canaries.WriteAsync(input.Release, stage);
        return StageEnd.Decide(plan.Request.Traffic, stage, assessment, time.GetUtcNow());
    }
}
