using System.Globalization;
using System.Text;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>The words of every end: what happened, to what, what was restored, what was not, what to do next.</summary>
internal static class Reports
{
    private const int ShownLines = 20;

    public static ReleaseReport Succeeded(ReleaseRecord record, Manifest manifest, ReleasePlan plan, IReadOnlyList<CanaryRecord> stages)
    {
        var changed = manifest.Functions.Where(f => f.Changed).ToList();
        var published = manifest.Layers.Where(l => l.Published).ToList();
        var text = new StringBuilder();
        text.AppendLine(
            plan.HasChanges
                ? $"Release {record.Id} of {record.Application} is live in {record.Environment}."
                : $"Release {record.Id} of {record.Application} changed nothing: {record.Environment} already matches the request."
        );
        Section(text, "Layers published", published.Select(l => l.VersionArn));
        Section(text, "Functions released", changed.Select(f => $"{f.Name}: version {f.PreviousVersion ?? "(new)"} -> {f.Version}"));
        Section(text, "Traffic", stages.SelectMany(TrafficLines));
        Section(
            text,
            "API routes pointed at the alias",
            manifest.Routes.Where(r => r.Changed).Select(r => $"{r.Method} {r.Path} of API {r.ApiId}, stage {r.Stage} -> {r.Function}")
        );
        Section(text, "Triggers pointed at the alias", plan.Triggers.Select(t => $"{t.Kind} {t.Name} -> {t.Function}"));
        Section(text, "Alarms and log groups set", Some(plan.Monitoring));
        Section(text, "Warnings", manifest.Warnings);
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Manifest: {record.ManifestUri} (SHA-256 {record.ManifestSha256})");
        text.AppendLine(CultureInfo.InvariantCulture, $"Execution: {record.ExecutionArn}");
        return new ReleaseReport
        {
            Status = ReleaseStatus.Succeeded,
            Subject = Subject("Released", record.Application, record.Environment, record.Id),
            Message = text.ToString(),
            Event = ReleaseEvent.Of(record),
        };
    }

    /// <summary>How a release ended, from its record alone: when the execution died before it could notify.</summary>
    public static ReleaseReport Of(ReleaseRecord record, ReleaseReference release) =>
        record.Status switch
        {
            ReleaseStatus.Succeeded => AlreadyLive(record),
            ReleaseStatus.Rejected => Rejected(release, record.Environment, record.ExecutionArn, record.Failure ?? "") with
            {
                Event = ReleaseEvent.Of(record),
            },
            _ => RolledBack(record),
        };

    /// <summary>The release was live before the last answer got lost, so nothing was rolled back.</summary>
    public static ReleaseReport AlreadyLive(ReleaseRecord record) =>
        new()
        {
            Status = ReleaseStatus.Succeeded,
            Subject = Subject("Released", record.Application, record.Environment, record.Id),
            Message = $"""
                Release {record.Id} of {record.Application} is live in {record.Environment}. Its last step failed after that; nothing was rolled back.

                Manifest: {record.ManifestUri} (SHA-256 {record.ManifestSha256})
                Execution: {record.ExecutionArn}

                """,
            Event = ReleaseEvent.Of(record),
        };

    public static ReleaseReport Rejected(ReleaseReference? release, string environment, string executionArn, string failure)
    {
        var text = new StringBuilder();
        text.AppendLine(
            release is null
                ? "A release request was rejected. Nothing was touched."
                : $"Release {release.Id} of {release.Application} to {release.Environment} was rejected. Nothing was touched."
        );
        text.AppendLine().AppendLine(failure);
        text.AppendLine().AppendLine("Next: fix the errors listed above, then start the release again.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Execution: {executionArn}");
        return new ReleaseReport
        {
            Status = ReleaseStatus.Rejected,
            Subject = release is null ? "Release rejected" : Subject("Rejected", release.Application, release.Environment, release.Id),
            Message = text.ToString(),
            Event = ReleaseEvent.Rejected(release, environment, executionArn, failure),
        };
    }

    public static ReleaseReport RolledBack(ReleaseRecord record)
    {
        var release = $"Release {record.Id} of {record.Application} to {record.Environment} failed";
        var opening = (record.Status, record.Restored.Count + record.Removed.Count) switch
        {
            (ReleaseStatus.RolledBack, 0) => $"{release} before it changed anything. Nothing had to be restored.",
            (ReleaseStatus.RolledBack, _) => $"{release} and was rolled back. Everything is as it was before, {Proven(record)}.",
            _ => $"{release}, and the ROLLBACK IS NOT COMPLETE. Manual intervention is required.",
        };
        var text = new StringBuilder().AppendLine(opening);
        text.AppendLine().AppendLine("What failed:").AppendLine(record.Failure);
        return EndOfRollback(record, text, record.Id, record.ExecutionArn);
    }

    private static string Proven(ReleaseRecord record) => record.Tested is { } tested ? $"re-read; {tested}" : "re-read";

    private static ReleaseReport EndOfRollback(ReleaseRecord record, StringBuilder text, string what, string executionArn)
    {
        Section(text, "Not restored", record.NotRestored);
        Section(text, "Tests that fail", record.FailingTests);
        Section(text, "Restored", record.Restored);
        Section(text, "Removed", record.Removed);
        text.AppendLine();
        if (NextSteps.Of(record) is { } next)
            text.AppendLine(CultureInfo.InvariantCulture, $"Next: {next}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Execution: {executionArn}");
        var verdict = (record.Status, record.FailingTests.Count) switch
        {
            (ReleaseStatus.RolledBack, 0) => "Rolled back",
            (ReleaseStatus.RolledBack, _) => "Rolled back, tests fail",
            _ => "ROLLBACK FAILED",
        };
        return new ReleaseReport
        {
            Status = record.Status,
            Subject = Subject(verdict, record.Application, record.Environment, what),
            Message = text.ToString(),
            Event = ReleaseEvent.Of(record),
            Restored = record.Restored,
            Removed = record.Removed,
            NotRestored = record.NotRestored,
            FailingTests = record.FailingTests,
        };
    }

    private static IEnumerable<string> TrafficLines(CanaryRecord stage)
    {
        if (stage.LastAssessment is not { } assessment)
            return [];
        var (requests, errors, probes) = (
            assessment.Functions.Sum(f => f.New.Requests),
            assessment.Functions.Sum(f => f.New.Errors),
            assessment.Functions.Sum(f => f.ProbesPassed)
        );
        var verdict = string.Create(
            CultureInfo.InvariantCulture,
            $"{stage.Percent} % for {(assessment.At - stage.ShiftedAt).TotalSeconds:0} s: {assessment.Verdict.ToString().ToLowerInvariant()} at the last of {stage.Samples} samples - the new versions had {requests} user requests, {errors} of them failed; {probes} probes passed"
        );
        var byProbes = assessment.Functions.Where(f => f.ProbesDecided).Select(f => f.Name).ToList();
        IEnumerable<string> decided =
            byProbes.Count == 0 ? [] : [$"{stage.Percent} %: probes decided, not users: {string.Join(", ", byProbes)}"];
        var firedBefore = stage.Stage == 0 ? assessment.Alarms.Where(a => a.Before == "ALARM") : [];
        return [verdict, .. decided, .. firedBefore.Select(a => $"alarm {a.Name} fired before the release already, so it decided nothing")];
    }

    /// <summary>A person went back from a release that was live.</summary>
    /// <param name="edits">What was changed by hand after that release, and is so again.</param>
    public static ReleaseReport RolledBackTo(
        ReleaseRecord record,
        string to,
        IReadOnlyList<string> undone,
        IReadOnlyList<string> edits,
        string executionArn
    )
    {
        var complete = record.Status == ReleaseStatus.RolledBack;
        var text = new StringBuilder().AppendLine(
            complete
                ? $"{record.Application} in {record.Environment} is back on release {to}. {(edits.Count == 0 ? "Everything" : "Everything but what was changed by hand after it")} is as that release left it, {Proven(record)}."
                : $"{record.Application} in {record.Environment} was to be rolled back to release {to}, but the ROLLBACK IS NOT COMPLETE. Manual intervention is required."
        );
        text.AppendLine().AppendLine("Why:").AppendLine(record.Failure);
        Section(text, complete ? "Releases undone" : "Releases to undo", undone);
        Section(text, "Changed by hand after that release, and so again", edits);
        return EndOfRollback(record, text, $"to {to}", executionArn);
    }

    /// <summary>Nothing was changed by something that has no record; nobody is notified.</summary>
    public static ReleaseReport NoChange(ReleaseReference release, string why) =>
        new()
        {
            Status = ReleaseStatus.RolledBack,
            Subject = Subject("Rolled back", release.Application, release.Environment, release.Id),
            Message = why,
            Event = ReleaseEvent.Of(
                new ReleaseRecord
                {
                    Id = release.Id,
                    Application = release.Application,
                    Environment = release.Environment,
                    Status = ReleaseStatus.RolledBack,
                    ExecutionArn = release.ExecutionArn,
                    StartedAt = default,
                }
            ),
        };

    private static IEnumerable<string> Some(IReadOnlyList<string> lines) =>
        lines.Count <= ShownLines ? lines : lines.Take(ShownLines).Append($"and {lines.Count - ShownLines} more, see the plan");

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var items = lines.ToList();
        if (items.Count == 0)
            return;
        text.AppendLine().Append(title).AppendLine(":");
        foreach (var line in items)
            text.Append("- ").AppendLine(line);
    }

    private static string Subject(string what, string application, string environment, string id) =>
        NotificationSubject.Of($"{what}: {application} in {environment} ({id})");
}
