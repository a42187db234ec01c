using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Traffic;
using CodeRipple.Workflow.Steps.Validation;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>
/// Re-reads what is live, and only if that is the release: writes the manifest, then in one piece: succeeded, current, lock given back.
/// </summary>
public sealed class CompleteReleaseStep(
    ReleaseBucket bucket,
    ReleaseLedger ledger,
    ReleaseLock @lock,
    LiveState live,
    CanaryLedger canaries,
    ReleaseMetrics metrics,
    TimeProvider time
)
{
    /// <exception cref="LockLostException">Another release has the lock by now; it decides what is current.</exception>
    /// <exception cref="ReleaseNotLiveException">What is live is not what the release wanted; the message has every difference.</exception>
    [LambdaFunction]
    public async Task<ReleaseReport> CompleteRelease(ReleaseInput input)
    {
        await @lock.RenewAsync(input.Release);
        var plan = await bucket.ReadPlanAsync(input.Release);
        var manifest = await live.ReadAsync(plan, time.GetUtcNow());
        manifest = manifest with { Warnings = [.. manifest.Warnings, .. await FindRemarksAsync(input.Release)] };
        var key = BucketKeys.Manifest(input.Release.Environment, input.Release.Key);
        var sha256 = await bucket.WriteAsync(key, manifest, ContractsJson.Default.Manifest);

        var before =
            await ledger.FindRecordAsync(input.Release.Key)
            ?? throw new InvalidOperationException($"Release {input.Release.Id} has no record.");
        var record = before with
        {
            Status = ReleaseStatus.Succeeded,
            EndedAt = manifest.CompletedAt,
            ManifestUri = bucket.UriOf(key),
            ManifestSha256 = sha256.Hex,
            Previous = plan.Previous,
        };
        // A release that changed nothing is no new state to go back to.
        var isNew = plan.HasChanges || plan.Previous is null;
        var shift = await canaries.ReadAsync(input.Release);
        await ledger.CompleteAsync(input.Release, [record], isNew ? [ledger.Current(input.Release, record)] : []);
        metrics.Ended(before, record, manifest);
        return Reports.Succeeded(record, manifest, plan, shift);
    }

    /// <summary>What the validation found and did not hold against the release.</summary>
    private async Task<IEnumerable<string>> FindRemarksAsync(ReleaseReference release)
    {
        var performance = await ledger.FindChecksAsync(release, CheckPerformanceStep.Part);
        var infrastructure = await ledger.FindVerdictAsync(release);
        return [.. performance?.Warnings ?? [], .. infrastructure?.NotBlamed ?? []];
    }
}
