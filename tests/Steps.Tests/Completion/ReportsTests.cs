using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Completion;

public sealed class ReportsTests
{
    private static readonly ReleaseRecord Record = World.RecordOf(World.ReleaseOf("r1"), DateTimeOffset.UnixEpoch) with
    {
        ManifestUri = "s3://releases/manifests/development/shop/r1.json",
        ManifestSha256 = "0a1b",
        Failure = "Function orders version 2 failed 1 of 1 smoke tests:\n- \"health\": status is \"down\", expected \"ok\"",
    };

    private static IReadOnlyList<CanaryRecord> Stages { get; } =
    [
        new()
        {
            Stage = 0,
            Stages = 2,
            Percent = 10,
            ShiftedAt = DateTimeOffset.UnixEpoch,
            Samples = 21,
            LastAssessment = new CanaryAssessment
            {
                At = DateTimeOffset.UnixEpoch.AddSeconds(310),
                Verdict = CanaryVerdict.Healthy,
                Functions =
                [
                    new FunctionAssessment
                    {
                        Name = "orders",
                        Version = "2",
                        Verdict = CanaryVerdict.Healthy,
                        New = new RequestNumbers(160, 1, 50),
                        ProbesPassed = 21,
                    },
                ],
                Alarms = [new AlarmReading("errors", "ALARM", "ALARM", null)],
            },
        },
        new()
        {
            Stage = 1,
            Stages = 2,
            Percent = 100,
            ShiftedAt = DateTimeOffset.UnixEpoch,
        },
    ];

    [Theory]
    [InlineData("r1\nBcc: all@example.com")]
    [InlineData("größer")]
    [InlineData("\u0000\u001b[31m\u2028")]
    [InlineData("a very long id, longer than any subject of a message may be: 0123456789 0123456789 0123456789 0123456789")]
    public void SNS_takes_every_subject(string id) => Assert.Matches(@"\A[ -~]{1,99}\z", Reports.NoChange(World.ReleaseOf(id), "").Subject);

    [Fact]
    public void A_success_lists_what_was_published_and_released()
    {
        var report = Reports.Succeeded(Record, Manifest(), Plan(FunctionChange.Update), Stages);

        Assert.Equal((ReleaseStatus.Succeeded, "Released: shop in development (r1)"), (report.Status, report.Subject));
        Assert.Equal(
            """
            Release r1 of shop is live in development.

            Layers published:
            - arn:aws:lambda:us-west-2:123456789012:layer:shared:3

            Functions released:
            - orders: version 1 -> 2
            - added: version (new) -> 1

            Traffic:
            - 10 % for 310 s: healthy at the last of 21 samples - the new versions had 160 user requests, 1 of them failed; 21 probes passed
            - alarm errors fired before the release already, so it decided nothing

            Manifest: s3://releases/manifests/development/shop/r1.json (SHA-256 0a1b)
            Execution: arn:aws:states:us-west-2:123456789012:execution:release:r1

            """,
            report.Message
        );
    }

    [Fact]
    public void A_success_says_where_probes_decided_and_not_users()
    {
        var judged = Stages[0].LastAssessment!;
        var stage = Stages[0] with { LastAssessment = judged with { Functions = [judged.Functions[0] with { ProbesDecided = true }] } };

        var report = Reports.Succeeded(Record, Manifest(), Plan(FunctionChange.Update), [stage]);

        Assert.Contains("\n- 10 %: probes decided, not users: orders\n", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_that_changed_nothing_says_so()
    {
        var manifest = Manifest() with { Layers = [], Functions = [] };

        Assert.Equal(
            """
            Release r1 of shop changed nothing: development already matches the request.

            Manifest: s3://releases/manifests/development/shop/r1.json (SHA-256 0a1b)
            Execution: arn:aws:states:us-west-2:123456789012:execution:release:r1

            """,
            Reports.Succeeded(Record, manifest, Plan(FunctionChange.None), []).Message
        );
    }

    [Fact]
    public void A_release_that_was_live_before_its_last_step_failed_says_that_nothing_was_rolled_back()
    {
        var report = Reports.AlreadyLive(Record);

        Assert.Equal((ReleaseStatus.Succeeded, "Released: shop in development (r1)"), (report.Status, report.Subject));
        Assert.Equal(
            """
            Release r1 of shop is live in development. Its last step failed after that; nothing was rolled back.

            Manifest: s3://releases/manifests/development/shop/r1.json (SHA-256 0a1b)
            Execution: arn:aws:states:us-west-2:123456789012:execution:release:r1

            """,
            report.Message
        );
    }

    [Fact]
    public void A_rejection_says_what_to_mend()
    {
        var report = Reports.Rejected(
            World.ReleaseOf("r1"),
            "development",
            "arn:execution",
            "The release request has 1 error:\n- environment: is wrong"
        );

        Assert.Equal((ReleaseStatus.Rejected, "Rejected: shop in development (r1)"), (report.Status, report.Subject));
        Assert.Equal(
            """
            Release r1 of shop to development was rejected. Nothing was touched.

            The release request has 1 error:
            - environment: is wrong

            Next: fix the errors listed above, then start the release again.
            Execution: arn:execution

            """,
            report.Message
        );
    }

    [Fact]
    public void A_complete_rollback_says_what_failed_and_what_was_restored()
    {
        var report = Reports.RolledBack(
            Record with
            {
                Status = ReleaseStatus.RolledBack,
                ManifestUri = null,
                Restored = ["alias:orders:live", "function-code:orders"],
                Tested = "3 smoke tests and 1 end-to-end test of release r0 passed",
            }
        );

        Assert.Equal((ReleaseStatus.RolledBack, "Rolled back: shop in development (r1)"), (report.Status, report.Subject));
        Assert.Equal(["alias:orders:live", "function-code:orders"], report.Restored);
        Assert.Equal(
            """
            Release r1 of shop to development failed and was rolled back. Everything is as it was before, re-read; 3 smoke tests and 1 end-to-end test of release r0 passed.

            What failed:
            Function orders version 2 failed 1 of 1 smoke tests:
            - "health": status is "down", expected "ok"

            Restored:
            - alias:orders:live
            - function-code:orders

            Next: fix the cause, then start a new release. The failed one left only unused versions behind.
            Execution: arn:aws:states:us-west-2:123456789012:execution:release:r1

            """,
            report.Message
        );
    }

    [Fact]
    public void An_incomplete_rollback_calls_for_a_person_and_lists_what_is_not_restored_first()
    {
        var report = Reports.RolledBack(
            Record with
            {
                Status = ReleaseStatus.RollbackFailed,
                Failure = "it broke",
                Restored = ["alias:orders:live"],
                NotRestored = ["function-code:orders: it was changed outside the release meanwhile"],
            }
        );

        Assert.Equal((ReleaseStatus.RollbackFailed, "ROLLBACK FAILED: shop in development (r1)"), (report.Status, report.Subject));
        Assert.Equal(["function-code:orders: it was changed outside the release meanwhile"], report.NotRestored);
        Assert.Equal(
            """
            Release r1 of shop to development failed, and the ROLLBACK IS NOT COMPLETE. Manual intervention is required.

            What failed:
            it broke

            Not restored:
            - function-code:orders: it was changed outside the release meanwhile

            Restored:
            - alias:orders:live

            Next: look at each item under "Not restored", restore it by hand or remove what prevents it, then run: coderipple rollback
            Execution: arn:aws:states:us-west-2:123456789012:execution:release:r1

            """,
            report.Message
        );
    }

    [Fact]
    public void A_subject_is_never_longer_than_a_notification_allows()
    {
        var longest = Record with
        {
            Application = new string('a', 30),
            Environment = new string('e', 20),
            Id = new string('1', 64),
            Status = ReleaseStatus.RollbackFailed,
        };

        Assert.Equal(99, Reports.RolledBack(longest).Subject.Length);
    }

    private static Manifest Manifest() =>
        new()
        {
            Id = "r1",
            Application = "shop",
            Environment = "development",
            ExecutionArn = Record.ExecutionArn,
            StartedAt = DateTimeOffset.UnixEpoch,
            CompletedAt = DateTimeOffset.UnixEpoch,
            Alias = "live",
            Layers =
            [
                new("shared", "arn:aws:lambda:us-west-2:123456789012:layer:shared:3", "hash", Published: true),
                new("kept", "arn:kept", "hash", Published: false),
            ],
            Functions =
            [
                new("orders", "2", "1", "hash", [], Changed: true),
                new("added", "1", null, "hash", [], Changed: true),
                new("stock", "5", "5", "hash", [], Changed: false),
            ],
        };

    private static ReleasePlan Plan(FunctionChange change) =>
        new()
        {
            Release = World.ReleaseOf("r1"),
            Request = Shop.Request(),
            StartedAt = DateTimeOffset.UnixEpoch,
            Functions = [new PlannedFunction("orders", change, [], "1")],
        };
}
