using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Sums up the health check of an application: since when does what fail, who is notified, which metrics are put.</summary>
public sealed class ReportHealthStep(
    ReleaseBucket bucket,
    CheckRecords records,
    HealthLedger ledger,
    EmbeddedMetrics metrics,
    TimeProvider time
)
{
    [LambdaFunction]
    public async Task<HealthReport> ReportHealth(ReportHealthInput input)
    {
        var release = input.Release;
        var results = await records.ReadAsync(release, input.Run, CheckBatches.Of(await bucket.ReadPlanAsync(release)));
        var last = await ledger.FindAsync(release);
        // A second delivery compares with the same predecessor as the first.
        var before = last?.Run == input.Run ? await ledger.FindPreviousAsync(release) : last;
        var now = last?.Run == input.Run ? last.At : time.GetUtcNow();
        var failed = results.Where(r => r.Verdict == CheckVerdict.Failed).ToList();
        var state = new HealthState
        {
            Application = release.Application,
            Environment = release.Environment,
            Release = release.Id,
            Run = input.Run,
            At = now,
            Passed = results.Count(r => r.Verdict == CheckVerdict.Passed),
            Skipped = results.Count(r => r.Verdict == CheckVerdict.Skipped),
            Failing =
            [
                .. failed.Select(f => new OpenFailure(
                    f.Id,
                    f.Component,
                    before?.Failing.FirstOrDefault(o => (o.Id, o.Component) == (f.Id, f.Component))?.Since ?? now
                )),
            ],
        };
        var key = BucketKeys.HealthReport(release.Environment, release.Application, input.Run);
        await bucket.WriteAsync(key, state with { Results = results }, ContractsJson.Default.HealthState);
        if (last?.Run != input.Run)
        {
            await ledger.WriteAsync(release, last, state);
            HealthMetrics.Write(metrics, release, now, results);
        }

        var text = new HealthText(state, failed, before);
        return new HealthReport
        {
            Application = release.Application,
            IsHealthy = failed.Count == 0,
            Notify = failed.Count > 0 || before is { Failing.Count: > 0 },
            Subject = text.Subject,
            Message = text.Message(bucket.UriOf(key), input.ExecutionArn),
            Uri = bucket.UriOf(key),
            Event = new HealthEvent(
                failed.Count > 0 ? "Health Check Failed" : "Health Check Recovered",
                new HealthEventDetail(
                    release.Application,
                    release.Environment,
                    release.Id,
                    failed.Count,
                    bucket.UriOf(key),
                    input.ExecutionArn
                )
            ),
        };
    }
}
