using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// Input of the rollback state machine. Either a release that failed or died (<see cref="Release"/>), or a request of a person:
/// <c>{ "application": …, "environment": …, "to": … }</c> goes back from what is live.
/// </summary>
public sealed record RollbackRequest
{
    /// <summary>The release to undo. Null = go back from what is live.</summary>
    public ReleaseReference? Release { get; set; }

    /// <summary>What made that release fail.</summary>
    public CaughtError? Error { get; set; }

    /// <summary>The application to go back in.</summary>
    public string? Application { get; set; }

    public string? Environment { get; set; }

    /// <summary>Id of the release to roll back to; null = the one before the one that is live.</summary>
    public string? To { get; set; }

    public string? RequestedBy { get; set; }

    public string? Reason { get; set; }

    /// <summary>When the event that asks for it was sent; null when no event does.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>The guardian started it: nobody else notifies people how it ends.</summary>
    public bool StartedByGuardian { get; set; }

    /// <summary>ARN of the rollback that died, when this one goes on with the request of a person.</summary>
    public string? ResumedExecutionArn { get; set; }

    /// <summary>Every attempt died. What is not restored is recorded and reported.</summary>
    public bool Abandon { get; set; }

    /// <summary>The execution that waits for this one; the console links it.</summary>
    [JsonPropertyName("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID")]
    public string? StartedBy { get; set; }
}

/// <summary>Input of PlanRollback.</summary>
public sealed record PlanRollbackInput
{
    /// <summary>A <see cref="RollbackRequest"/>.</summary>
    public JsonNode? Request { get; set; }

    public required string ExecutionName { get; init; }

    /// <summary>The rollback's own execution.</summary>
    public required string ExecutionArn { get; init; }
}

/// <summary>What a rollback will do; with a <see cref="Report"/> there is nothing to do but, perhaps, to notify.</summary>
public sealed record RollbackPlan
{
    /// <summary>Whose journal is undone, with the fencing token that the rollback took.</summary>
    public required ReleaseReference Release { get; init; }

    /// <summary>What made the release fail, or who asked.</summary>
    public required CaughtError Error { get; init; }

    /// <summary>The last phase first.</summary>
    public IReadOnlyList<RollbackGroup> Groups { get; set; } = [];

    /// <summary>
    /// Releases that are undone at the request of a person, the newest first; empty when one release is undone because it failed.
    /// </summary>
    public IReadOnlyList<string> Undone { get; set; } = [];

    /// <summary>The release that a person wants to go back to.</summary>
    public string? To { get; set; }

    /// <summary><c>s3://…</c> of the plan whose tests prove what is live again; null when none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonConverter(typeof(EmptyTextConverter))]
    public string? TestPlanUri { get; set; }

    /// <summary>How it ended already.</summary>
    public ReleaseReport? Report { get; set; }

    /// <summary>Whether people still have to hear of <see cref="Report"/>.</summary>
    public bool Notify { get; set; }
}

/// <summary>Journal entries to revert together, by their sort keys.</summary>
public sealed record RollbackGroup(JournalPhase Phase, IReadOnlyList<string> Entries);

/// <summary>What became of one journaled resource.</summary>
/// <param name="Why">Only when not restored.</param>
public sealed record RevertResult(string Resource, RevertOutcome Outcome, string? Why = null)
{
    /// <summary>Whether it is back to what somebody had changed by hand, which no release had left so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsEdit { get; set; }
}

/// <summary>What the revert of a resource came to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevertOutcome>))]
public enum RevertOutcome
{
    [JsonStringEnumMemberName("restored")]
    Restored,

    /// <summary>It was as it had been before.</summary>
    [JsonStringEnumMemberName("already")]
    Already,

    /// <summary>It had not existed before.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    [JsonStringEnumMemberName("not restored")]
    NotRestored,
}

/// <summary>Input of TestRestored.</summary>
public sealed record TestRestoredInput
{
    public required ReleaseReference Release { get; init; }

    /// <summary>See <see cref="RollbackPlan.TestPlanUri"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonConverter(typeof(EmptyTextConverter))]
    public required string? TestPlanUri { get; init; }
}

/// <summary>Input of CompleteRollback.</summary>
public sealed record CompleteRollbackInput
{
    public required RollbackProgress Rollback { get; init; }

    /// <summary>The rollback's own execution.</summary>
    public required string ExecutionArn { get; init; }
}

/// <summary>How far a rollback came. Every part may be missing or have failed; none of that is lost.</summary>
public sealed record RollbackProgress
{
    public required ReleaseReference Release { get; init; }

    /// <summary>What made the release fail, or who asked.</summary>
    public required CaughtError Error { get; init; }

    public IReadOnlyList<RollbackGroup> Groups { get; set; } = [];

    public IReadOnlyList<string> Undone { get; set; } = [];

    public string? To { get; set; }

    /// <summary>See <see cref="RollbackPlan.TestPlanUri"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonConverter(typeof(EmptyTextConverter))]
    public string? TestPlanUri { get; set; }

    public bool Notify { get; set; }

    public CaughtError? RevertError { get; set; }

    /// <summary>One result for each journaled resource; null when the verification itself failed.</summary>
    public IReadOnlyList<RevertResult>? Verification { get; set; }

    public CaughtError? VerificationError { get; set; }

    /// <summary>What the tests said of what is live again.</summary>
    public RestoredTests? Tested { get; set; }

    /// <summary>Why the tests could not be run to their end.</summary>
    public CaughtError? TestError { get; set; }
}

/// <summary>What the tests said of what is live again: the answer of TestRestored.</summary>
public sealed record RestoredTests
{
    /// <summary>The release whose tests they are; null when none was live before, so that no tests are known.</summary>
    public string? Release { get; set; }

    /// <summary>How many smoke tests passed.</summary>
    public int SmokeTests { get; set; }

    /// <summary>How many end-to-end tests passed.</summary>
    public int EndToEndTests { get; set; }

    /// <summary>How many smoke and end-to-end tests failed.</summary>
    public int Failed { get; set; }

    /// <summary>What did not run, each with the reason. It counts as neither passed nor failed.</summary>
    public IReadOnlyList<string> Skipped { get; set; } = [];

    /// <summary>What failed, each with the differences; what is known to have failed before the release too says so.</summary>
    public IReadOnlyList<string> Failures { get; set; } = [];

    /// <summary>The whole in a part of a sentence.</summary>
    public override string ToString()
    {
        if (Release is null)
            return "no test ran: there was no release before";
        var passed = SmokeTests + EndToEndTests;
        var ran = (passed, Failed) switch
        {
            (0, 0) => $"no test of release {Release} ran",
            (_, 0) => $"{Passed} of release {Release} passed",
            _ => $"{Failed} of {Count(passed + Failed, "test")} of release {Release} failed",
        };
        return Skipped.Count == 0 ? ran : $"{ran}; skipped: {string.Join("; ", Skipped)}";
    }

    private string Passed =>
        (SmokeTests, EndToEndTests) switch
        {
            (_, 0) => Count(SmokeTests, "smoke test"),
            (0, _) => Count(EndToEndTests, "end-to-end test"),
            _ => $"{Count(SmokeTests, "smoke test")} and {Count(EndToEndTests, "end-to-end test")}",
        };

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
