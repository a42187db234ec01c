namespace CodeRipple.Workflow.Contracts;

/// <summary>What people do after a release has ended; the same words in messages, reports and at the command line.</summary>
public static class NextSteps
{
    private const string LookAtTests =
        "Nothing is left to restore. Look at each item under \"Tests that fail\": what it needs is not part of the release, "
        + "for instance data, permissions or other services.";

    /// <summary>Null when there is nothing to do.</summary>
    public static string? Of(ReleaseRecord record) =>
        record.Status switch
        {
            ReleaseStatus.Rejected => "fix the errors listed above, then start the release again.",
            ReleaseStatus.RolledBack when record.FailingTests.Count > 0 => LookAtTests,
            ReleaseStatus.RolledBack when record.ManifestUri is not null => null,
            ReleaseStatus.RolledBack => "fix the cause, then start a new release. The failed one left only unused versions behind.",
            ReleaseStatus.RollbackFailed =>
                "look at each item under \"Not restored\", restore it by hand or remove what prevents it, then run: coderipple rollback"
                    + (record.BackTo is { } to ? $" --to {to}" : ""),
            _ => null,
        };
}
