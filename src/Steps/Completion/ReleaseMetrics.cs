using System.Text;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>
/// Counts ends of releases in CloudWatch's embedded metric format: CloudWatch Logs makes metrics of such lines, without a call or
/// a permission. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
/// <param name="output">
/// Standard output itself, not <see cref="Console.Out"/>: the Lambda runtime puts what is written there into log messages, and
/// CloudWatch does not look for metrics inside of those.
/// </param>
public sealed class ReleaseMetrics(Stream output)
{
    public const string Namespace = "CodeRipple/Releases";

    private static readonly ReleaseStatus[] Ends = [ReleaseStatus.Succeeded, ReleaseStatus.Rejected, ReleaseStatus.RolledBack, ReleaseStatus.RollbackFailed];

    /// <summary>Counts an end, and what was released with it.</summary>
    /// <param name="before">The record before the end: a second delivery counts nothing.</param>
    public void Ended(ReleaseRecord before, ReleaseRecord record, Manifest? manifest = null)
    {
        if (before.Status == record.Status)
            return;
        var line = new EmbeddedMetrics(record.EndedAt ?? record.StartedAt, record.Environment, record.Application);
        Count(line, record.Status);
        if (before.Status == ReleaseStatus.InProgress)
            line.Add("Duration", "Seconds", ((record.EndedAt ?? record.StartedAt) - record.StartedAt).TotalSeconds);
        if (manifest is not null)
        {
            line.Add("LayersPublished", "Count", manifest.Layers.Count(l => l.Published));
            line.Add("FunctionsReleased", "Count", manifest.Functions.Count(f => f.Changed));
        }

        Write(line, record.Id, record.ExecutionArn);
    }

    /// <summary>Counts a request that could not even be read.</summary>
    public void RejectedUnread(string environment, string executionArn, DateTimeOffset at)
    {
        var line = new EmbeddedMetrics(at, environment, application: null);
        Count(line, ReleaseStatus.Rejected);
        Write(line, null, executionArn);
    }

    // The others as 0: so the average of each is its share of all ends.
    private static void Count(EmbeddedMetrics line, ReleaseStatus end)
    {
        foreach (var one in Ends)
            line.Add(one.ToString(), "Count", one == end ? 1 : 0);
    }

    private void Write(EmbeddedMetrics line, string? id, string executionArn)
    {
        // As dimensions these would make a new metric, with its price, of every release.
        var document = line.ToJson();
        document["release"] = id;
        document["executionArn"] = executionArn;
        output.Write(Encoding.UTF8.GetBytes(document.ToJsonString() + "\n"));
        output.Flush();
    }
}
