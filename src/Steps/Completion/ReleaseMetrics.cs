using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Counts ends of releases, and the functions that they deployed or rolled back.</summary>
public sealed class ReleaseMetrics(EmbeddedMetrics output)
{
    public const string Namespace = "CodeRipple/Releases";

    private static readonly ReleaseStatus[] Ends =
    [
        ReleaseStatus.Succeeded,
        ReleaseStatus.Rejected,
        ReleaseStatus.RolledBack,
        ReleaseStatus.RollbackFailed,
    ];

    /// <summary>Counts an end, and what was released or rolled back with it.</summary>
    /// <param name="before">The record before the end: a second delivery counts nothing.</param>
    public void Ended(ReleaseRecord before, ReleaseRecord record, Manifest? manifest = null)
    {
        if (before.Status == record.Status)
            return;
        var line = LineOf(record.EndedAt ?? record.StartedAt, record.Environment, record.Application);
        Count(line, record.Status);
        if (before.Status == ReleaseStatus.InProgress)
            line.Add("Duration", "Seconds", ((record.EndedAt ?? record.StartedAt) - record.StartedAt).TotalSeconds);
        line.Add("LayersPublished", "Count", manifest?.Layers.Count(l => l.Published) ?? 0);
        // Both, also when they are 0: an alarm divides one by the sum of both, and what is missing has no sum.
        line.Add("FunctionsReleased", "Count", manifest?.Functions.Count(f => f.Changed) ?? 0);
        line.Add("FunctionsRolledBack", "Count", CountFunctions([.. record.Restored, .. record.Removed, .. record.NotRestored]));
        Write(line, record.Id, record.ExecutionArn);
    }

    /// <summary>Counts a request that could not even be read.</summary>
    public void RejectedUnread(string environment, string executionArn, DateTimeOffset at)
    {
        var line = LineOf(at, environment, application: null);
        Count(line, ReleaseStatus.Rejected);
        Write(line, null, executionArn);
    }

    private static MetricLine LineOf(DateTimeOffset at, string environment, string? application)
    {
        var line = application is null
            ? new MetricLine(Namespace, at, ["Environment"])
            : new MetricLine(Namespace, at, ["Environment"], ["Environment", "Application"]);
        line.Say("Environment", environment);
        if (application is not null)
            line.Say("Application", application);
        return line;
    }

    // The others as 0: so the average of each is its share of all ends.
    private static void Count(MetricLine line, ReleaseStatus end)
    {
        foreach (var one in Ends)
            line.Add(one.ToString(), "Count", one == end ? 1 : 0);
    }

    // A resource begins with its kind and its name; of what is not restored, the reason follows.
    private static int CountFunctions(IEnumerable<string> resources) =>
        resources
            .Select(resource => resource.Split(':'))
            .Where(parts => parts[0] is ResourceKinds.Function or ResourceKinds.FunctionCode)
            .DistinctBy(parts => parts[1])
            .Count();

    private void Write(MetricLine line, string? id, string executionArn)
    {
        line.Say("release", id);
        line.Say("executionArn", executionArn);
        output.Write(line);
    }
}
