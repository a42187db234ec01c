using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>Looks at the new versions while they have a share of the traffic, and says how the shift goes on.</summary>
public sealed class JudgeCanaryStep(ReleaseBucket bucket, ReleaseLock @lock, CanaryLedger canaries, CanaryJudge judge, TimeProvider time)
{
    /// <exception cref="CanaryUnhealthyException">The new versions are worse than the old ones, or an alarm fired; at once, whatever is left of the stage.</exception>
    /// <exception cref="CanaryInconclusiveException">The stage ended without a verdict, and the request does not promote that.</exception>
    /// <exception cref="LockLostException">Another release has the lock by now.</exception>
    [LambdaFunction]
    public async Task<TrafficProgress> JudgeCanary(TrafficInput input)
    {
        await @lock.RenewAsync(input.Release);
        var plan = await bucket.ReadPlanAsync(input.Release);
        var stages = await canaries.ReadAsync(input.Release);
        var look = await judge.LookAsync(plan, stages);
        var stage = stages[input.Stage] with { Looks = stages[input.Stage].Looks + 1, LastLook = look };
        await canaries.WriteAsync(input.Release, stage);
        return StageEnd.Decide(plan.Request.Traffic, stage, look, time.GetUtcNow());
    }
}
