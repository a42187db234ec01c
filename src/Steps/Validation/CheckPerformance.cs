using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>
/// Compares the durations of the new versions with the limits, after the traffic has shifted. Waits until there are some; whether a
/// version without any fails the release is the request's choice.
/// </summary>
public sealed class CheckPerformanceStep(ReleaseBucket bucket, ReleaseLedger ledger, PerformanceChecks checks, TimeProvider time)
{
    /// <summary>Name of what it finds, in bucket and ledger.</summary>
    internal const string Part = "performance";

    /// <exception cref="CheckFailedException">A version is too slow; the message has the measured values and their limits.</exception>
    /// <exception cref="MetricsPendingException">CloudWatch has no durations of a version yet, and there is time to wait.</exception>
    [LambdaFunction]
    public async Task<ComponentSummary> CheckPerformance(PerformanceInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var results = await checks.RunAsync(plan, input.Since);
        var key = BucketKeys.Checks(input.Release.Environment, input.Release.Key, Part);
        await bucket.WriteAsync(
            key,
            new ComponentResults
            {
                Part = Part,
                At = time.GetUtcNow(),
                Results = results,
            },
            ContractsJson.Default.ComponentResults
        );

        var failed = results.Where(r => r.Verdict == CheckVerdict.Failed).ToList();
        var summary = new ComponentSummary(
            Part,
            results.Count(r => r.Verdict == CheckVerdict.Passed),
            failed.Count,
            results.Count(r => r.Verdict == CheckVerdict.Skipped),
            bucket.UriOf(key),
            [.. failed.Take(20).Select(r => $"{r.Id} of {r.Component}")]
        )
        {
            Warnings =
            [
                .. results
                    .Where(r => r is { Id: VersionDurations.Average, Verdict: CheckVerdict.Skipped, Measured: null })
                    .Take(20)
                    .Select(r => $"the performance of {r.Component} was not judged, {r.Evidence}"),
            ],
        };
        await ledger.RecordChecksAsync(input.Release, summary);
        return failed.Count == 0
            ? summary
            : throw new CheckFailedException(
                $"{failed.Count} of {results.Count} performance checks failed:\n{string.Join("\n", failed.Select(r => "- " + r.ToLine()))}"
            );
    }
}
