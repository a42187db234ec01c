using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.LocalAws.Calls;

namespace CodeRipple.Workflow.Bench;

/// <summary>How long users had to live with a failed release, from the moment in which it was known to have failed.</summary>
/// <param name="Restored">Until the last alias pointed to its old version again.</param>
/// <param name="Proven">Until everything was re-read and the tests of the old release had passed.</param>
internal sealed record RollbackTiming(TimeSpan Restored, TimeSpan Proven)
{
    public static RollbackTiming Of(ReleaseOutcome outcome, IReadOnlyList<RecordedCall> calls)
    {
        // The state machine leaves the failed state for this one.
        var verdict = outcome.Executions[0].States.First(s => s.Name == "RollBack").Entered;
        var lastAlias = calls
            .Where(c =>
                c.Operation == "UpdateAlias" && c.At >= verdict && c.Caller?.EndsWith("RevertChange", StringComparison.Ordinal) == true
            )
            .Max(c => c.At);
        // Tests of what is live again; they come after the comparison.
        var proven = outcome.Executions.SelectMany(e => e.States).First(s => s.Name == "TestRestored").Exited!.Value;
        return new RollbackTiming(lastAlias - verdict, proven - verdict);
    }
}
