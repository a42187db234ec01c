using System.Text.Json;
using Amazon.S3;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Where results of checks are: every one in the bucket, a summary of each batch in the ledger.</summary>
public sealed class CheckRecords(ReleaseBucket bucket, LedgerTable table)
{
    public async Task<ComponentSummary> WriteAsync(CheckInput input, ComponentResults results, Func<string, ComponentSummary> summarize)
    {
        var key = KeyOf(input.Release, input.Run, input.Name);
        await bucket.WriteAsync(key, results, ContractsJson.Default.ComponentResults);
        var summary = summarize(bucket.UriOf(key));
        await table.WriteAsync(
            LedgerKeys.Release(input.Release.Key),
            LedgerKeys.CheckBatch(input.Run, input.Name),
            summary,
            ContractsJson.Default.ComponentSummary
        );
        return summary;
    }

    /// <summary>The results of all batches of a run. A batch that was not checked to its end is a failed check of its own.</summary>
    public async Task<IReadOnlyList<CheckResult>> ReadAsync(ReleaseReference release, string run, IReadOnlyList<string> batches)
    {
        var found = new List<CheckResult>();
        foreach (var batch in batches)
            found.AddRange(await FindAsync(release, run, batch) ?? [Unchecked(batch)]);
        return found;
    }

    /// <summary>As <see cref="ReadAsync"/>, but of a batch that was not checked to its end nothing is known.</summary>
    public async Task<IReadOnlyList<CheckResult>> ReadKnownAsync(ReleaseReference release, string run, IReadOnlyList<string> batches)
    {
        var found = new List<CheckResult>();
        foreach (var batch in batches)
            found.AddRange(await FindAsync(release, run, batch) ?? []);
        return found;
    }

    private async Task<IReadOnlyList<CheckResult>?> FindAsync(ReleaseReference release, string run, string batch)
    {
        try
        {
            return JsonSerializer
                .Deserialize(await bucket.ReadTextAsync(KeyOf(release, run, batch)), ContractsJson.Default.ComponentResults)!
                .Results;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static CheckResult Unchecked(string batch) =>
        new()
        {
            Id = CheckCatalog.CheckCompleted.Id,
            Component = $"batch:{batch}",
            Verdict = CheckVerdict.Failed,
            Evidence = "the checks of this batch did not finish",
            Remedy = CheckCatalog.CheckCompleted.Remedy,
        };

    private static string KeyOf(ReleaseReference release, string run, string batch) =>
        BucketKeys.CheckBatch(release.Environment, release.Key, run, batch);
}
