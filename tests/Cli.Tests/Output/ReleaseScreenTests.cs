using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Cli.Tests.Executions;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.Output;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.Cli.Tests.Output;

public sealed class ReleaseScreenTests
{
    private const string Arn = "arn:aws:states:us-west-2:123456789012:execution:m:r1";

    [Fact]
    public void A_release_that_succeeded_is_reported_with_its_times_changes_message_and_manifest()
    {
        using var screen = new TestScreen();
        screen.Screen.Output.ReleaseEnded(Succeeded());

        Assert.StartsWith(
            """

            Release r1 succeeded in 62.0 s. 3 state transitions.

              PrepareRelease            1.0 s  ██████████
              UpdateFunctions           3.0 s  ██████████████████████████████

              layer     greeting                                     version 4
              layer     words                                        version 2, unchanged
              function  hello                                        version (none) -> 1
              function  again                                        version 7, unchanged

            Message sent to arn:topic

              Released: shop

              All is well.

            Manifest s3://b/m.json (SHA-256 abc)

              {
                "id": "r1",
            """,
            screen.Output,
            StringComparison.Ordinal
        );
        Assert.Equal("", screen.Error);
    }

    [Theory]
    [InlineData(
        ReleaseStatus.RolledBack,
        "Release r1 failed and was rolled back in 62.0 s. Everything is as it was before.",
        ExitCode.Failed
    )]
    [InlineData(ReleaseStatus.Rejected, "Release r1 was rejected after 62.0 s. Nothing was touched.", ExitCode.Refused)]
    [InlineData(
        ReleaseStatus.RollbackFailed,
        "Release r1 FAILED, AND NOT EVERYTHING COULD BE RESTORED after 62.0 s. Manual intervention is required.",
        ExitCode.RollbackFailed
    )]
    public void Every_other_end_says_what_stands_and_what_failed(object status, string sentence, object exitCode)
    {
        using var screen = new TestScreen();
        var outcome = Outcome((ReleaseStatus)status) with { Failure = "Function hello version 2 failed 1 of 1 smoke tests" };
        screen.Screen.Output.ReleaseEnded(outcome);

        Assert.Contains(sentence, screen.Output, StringComparison.Ordinal);
        Assert.Contains("What failed\n\n  Function hello version 2 failed 1 of 1 smoke tests\n", screen.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode)exitCode, outcome.ExitCode);
    }

    [Fact]
    public void For_machines_a_release_is_one_line()
    {
        using var screen = new TestScreen(json: true);
        var record = Record(ReleaseStatus.RollbackFailed) with
        {
            Restored = ["alias:hello:live"],
            NotRestored = ["function-code:hello: changed outside the release"],
        };
        screen.Screen.Output.ReleaseEnded(Outcome(ReleaseStatus.RollbackFailed) with { Record = record, Failure = "It broke" });

        Assert.Equal(
            $$"""{"release":"r1","status":"RollbackFailed","executionArn":"{{Arn}}","restored":["alias:hello:live"],"removed":[],"notRestored":["function-code:hello: changed outside the release"],"failingTests":[],"durationMs":62000,"transitions":3,"failure":"It broke","next":"look at each item under \"Not restored\", restore it by hand or remove what prevents it, then run: coderipple rollback"}"""
                + "\n",
            screen.Output
        );
    }

    [Fact]
    public void A_scenario_says_whether_it_ended_as_it_must()
    {
        using var screen = new TestScreen();
        using var machine = new TestScreen(json: true);
        var live = new LiveReport(LiveVerdict.Mixed, ["hello: version 2, new", "again: version 1, as before"]);
        RuntimeDifference[] others = [new("python 3.11.7, x86_64", "python3.13, arm64", ["hello"])];
        screen.Rehearsal.Output.ScenarioEnded(Scenario.Find("smoke-test-fails"), Outcome(ReleaseStatus.RolledBack), live, others);
        machine.Rehearsal.Output.ScenarioEnded(Scenario.Find("smoke-test-fails"), Outcome(ReleaseStatus.RolledBack), live, others);

        Assert.Contains(
            "Read back from Lambda: MIXED\n\n  hello: version 2, new\n  again: version 1, as before\n",
            screen.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Scenario smoke-test-fails did NOT end as expected: RolledBack, all-old.", screen.Output, StringComparison.Ordinal);
        Assert.Contains("rehearsed on python 3.11.7, x86_64, not on python3.13, arm64: hello", screen.Output, StringComparison.Ordinal);
        var answer = JsonNode.Parse(machine.Output)!;
        Assert.Equal("python3.13, arm64", (string?)answer["rehearsedOnOther"]![0]!["notOn"]);
        Assert.Equal(
            ("smoke-test-fails", "MIXED", false),
            ((string?)answer["scenario"], (string?)answer["live"], (bool?)answer["asExpected"])
        );
    }

    [Fact]
    public void A_release_whose_messages_are_unknown_says_what_is_not_restored_and_what_to_do_next()
    {
        using var screen = new TestScreen();
        using var machine = new TestScreen(json: true);
        var outcome = Outcome(ReleaseStatus.RollbackFailed) with
        {
            Executions = [new ExecutionTimeline(Arn)],
            Failure = "The execution was stopped before its end.",
            Record = Record(ReleaseStatus.RollbackFailed) with { ManifestUri = null, NotRestored = ["alias:hello:live: access denied"] },
        };

        screen.Screen.Output.ReleaseEnded(outcome);
        machine.Screen.Output.ReleaseEnded(outcome);

        Assert.Contains("What failed\n\n  The execution was stopped before its end.", screen.Output, StringComparison.Ordinal);
        Assert.Contains("Not restored\n\n  - alias:hello:live: access denied", screen.Output, StringComparison.Ordinal);
        Assert.Contains("Next\n\n  look at each item under \"Not restored\"", screen.Output, StringComparison.Ordinal);
        var answer = JsonNode.Parse(machine.Output)!;
        Assert.Equal("alias:hello:live: access denied", (string?)answer["notRestored"]![0]);
        Assert.EndsWith("then run: coderipple rollback", (string?)answer["next"], StringComparison.Ordinal);
    }

    [Fact]
    public void States_are_reported_as_they_end_with_items_retries_and_errors()
    {
        using var screen = new TestScreen();
        using var progress = screen.Screen.FollowRelease("r1");
        var now = DateTimeOffset.UnixEpoch;
        progress.Ended(new StateRun("PrepareRelease", null, now) { Exited = now.AddSeconds(1.25) }, isNested: false);
        progress.Ended(new StateRun("AdoptFunctions", null, now) { Exited = now, Items = 0 }, isNested: false);
        progress.Ended(
            new StateRun("UpdateFunctions", null, now)
            {
                Exited = now.AddSeconds(8),
                Items = 7,
                ItemsDone = 7,
                Retries = 3,
            },
            isNested: false
        );
        progress.Ended(
            new StateRun("ProbeLayers", null, now)
            {
                Exited = now.AddSeconds(2),
                Items = 2,
                ItemsFailed = 1,
                ItemsStopped = 1,
                FailedItems = { "shop-probe-1" },
                Error = "ProbeFailedException",
            },
            isNested: false
        );
        progress.Ended(new StateRun("VerifyRollback", null, now) { Exited = now.AddSeconds(1) }, isNested: true);

        Assert.Equal(
            """
            ✓   PrepareRelease                                            1.3 s
            ✓   AdoptFunctions, nothing to do                             0.0 s
            ✓   UpdateFunctions, 7 done, 3 retries                        8.0 s
            ✗   ProbeLayers, 1 of 2 failed: shop-probe-1; 1 stopped       2.0 s  ProbeFailedException
            ✓     VerifyRollback                                          1.0 s

            """,
            screen.Error
        );
    }

    [Fact]
    public void A_history_shows_what_is_live()
    {
        using var screen = new TestScreen();
        ReleaseRecord[] records =
        [
            Record(ReleaseStatus.RolledBack) with
            {
                Id = "r2",
                Failure = "It broke\nin many ways",
            },
            Record(ReleaseStatus.Succeeded) with
            {
                Reason = "The first",
            },
        ];
        screen.Screen.Output.History("shop", "development", records, current: "r1");

        Assert.Equal(
            """
              1970-01-01 00:00:00Z  r2                               RolledBack        62.0 s  ann          It broke
            * 1970-01-01 00:00:00Z  r1                               Succeeded         62.0 s  ann          The first

            * is live.

            """,
            screen.Output
        );
    }

    private static ReleaseOutcome Succeeded() =>
        Outcome(ReleaseStatus.Succeeded) with
        {
            Record = Record(ReleaseStatus.Succeeded) with { ManifestUri = "s3://b/m.json", ManifestSha256 = "abc" },
            Manifest = new Manifest
            {
                Id = "r1",
                Application = "shop",
                Environment = "development",
                ExecutionArn = Arn,
                StartedAt = DateTimeOffset.UnixEpoch,
                CompletedAt = DateTimeOffset.UnixEpoch,
                Alias = "live",
                Layers =
                [
                    new("greeting", "arn:aws:lambda:us-west-2:123456789012:layer:greeting:4", "x", true),
                    new("words", "arn:aws:lambda:us-west-2:123456789012:layer:words:2", "y", false),
                ],
                Functions = [new("hello", "1", null, "x", [], true), new("again", "7", "7", "y", [], false)],
            },
        };

    private static ReleaseOutcome Outcome(ReleaseStatus status)
    {
        var history = new History();
        var prepared = history.Task("PrepareRelease", history.Add("ExecutionStarted", 0));
        var updated = history.Task("UpdateFunctions", prepared, failures: 2);
        if (status == ReleaseStatus.Succeeded)
            Send(history, updated);
        else
            history.Enter("Fail", "End", updated);
        return new ReleaseOutcome
        {
            Id = "r1",
            Status = status,
            ExecutionArn = Arn,
            Duration = TimeSpan.FromSeconds(62),
            Executions = [history.ToTimeline()],
        };
    }

    private static void Send(History history, long previous)
    {
        var scheduled = history.Add(
            "TaskScheduled",
            history.Enter("Task", "NotifySuccess", previous),
            e =>
                e.TaskScheduledEventDetails = new TaskScheduledEventDetails
                {
                    ResourceType = "sns",
                    Parameters = """{"TopicArn":"arn:topic","Subject":"Released: shop","Message":"All is well.\n"}""",
                }
        );
        history.Add("TaskSucceeded", scheduled);
    }

    private static ReleaseRecord Record(ReleaseStatus status) =>
        new()
        {
            Id = "r1",
            Application = "shop",
            Environment = "development",
            Status = status,
            ExecutionArn = Arn,
            StartedAt = DateTimeOffset.UnixEpoch,
            EndedAt = DateTimeOffset.UnixEpoch.AddSeconds(62),
            RequestedBy = "ann",
        };
}
