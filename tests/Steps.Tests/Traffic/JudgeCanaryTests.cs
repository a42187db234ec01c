using Amazon.CloudWatch;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Traffic;
using CodeRipple.Workflow.Steps.Traffic.Judging;

namespace CodeRipple.Workflow.Steps.Tests.Traffic;

public sealed class JudgeCanaryTests : IDisposable
{
    private readonly World _world = new();
    private readonly HashSet<string> _broken = [];

    public JudgeCanaryTests() =>
        _world.Lambda.OnInvoke = request =>
            _broken.Contains($"{request.FunctionName} {request.Qualifier}")
                ? new InvokeResponse
                {
                    FunctionError = "Unhandled",
                    Payload = new MemoryStream("""{"errorType":"Broken","errorMessage":"no disk"}"""u8.ToArray()),
                }
                : new InvokeResponse { Payload = request.PayloadStream };

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Enough_good_requests_are_healthy_and_the_stage_lasts_to_its_end()
    {
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 60, milliseconds: 55);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "1", requests: 540);

        Assert.Equal(new TrafficProgress(0, TrafficNext.Bake, 15, "10 %, healthy after 100 s"), await JudgeAsync(after: 100));
        Assert.Equal(new TrafficProgress(1, TrafficNext.Shift, 0, "10 %, healthy after 300 s"), await JudgeAsync(after: 200));

        var stage = Assert.Single(await ReadAsync());
        Assert.Equal((2, CanaryVerdict.Healthy), (stage.Samples, stage.LastAssessment!.Verdict));
        Assert.Equal(new RequestNumbers(60, 0, 55), stage.LastAssessment.Functions[0].New);
        Assert.Equal(new RequestNumbers(540, 0, 50), stage.LastAssessment.Functions[0].Old);
    }

    [Fact]
    public async Task Errors_of_the_new_version_alone_end_the_release_at_once_with_the_numbers()
    {
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 50, errors: 12);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "1", requests: 450, errors: 3);

        var error = await Assert.ThrowsAsync<CanaryUnhealthyException>(() => JudgeAsync(after: 34));

        Assert.Equal(
            """
            The new versions are unhealthy, 34 s into stage 1 of 2 (10 % of the traffic):
            - orders version 2: 12 of 50 requests failed (24.0 %), of version 1 3 of 450 (0.7 %); the limit is 1 percentage point more
            """,
            error.Message
        );
        Assert.Equal(CanaryVerdict.Unhealthy, (await ReadAsync()).Single().LastAssessment!.Verdict);
    }

    [Fact]
    public async Task Errors_that_the_old_version_has_too_do_not_count_against_the_new_one()
    {
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 50, errors: 12);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "1", requests: 450, errors: 110);

        Assert.Contains("healthy", (await JudgeAsync(after: 34)).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_from_before_the_shift_and_from_long_ago_do_not_count()
    {
        _world.Time.Now += TimeSpan.FromSeconds(30);
        _world.CloudWatch.Served(_world.Time.Now.AddMinutes(-1), "orders", "2", requests: 50, errors: 50);
        await ShiftAsync(Traffic with { Stages = [new TrafficStage { Percent = 10, BakeSeconds = 3600 }] });
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 19, errors: 19);
        _world.CloudWatch.Served(_world.Time.Now.AddMinutes(20), "orders", "2", requests: 30);

        Assert.Contains("healthy", (await JudgeAsync(after: 1300)).Outcome, StringComparison.Ordinal);
        Assert.Equal(30, (await ReadAsync()).Single().LastAssessment!.Functions[0].New.Requests);
    }

    [Fact]
    public async Task A_slow_new_version_ends_the_release()
    {
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 20, milliseconds: 900);
        _world.CloudWatch.Served(_world.Time.Now.AddMinutes(1), "orders", "2", requests: 60, milliseconds: 1300);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "1", requests: 450, milliseconds: 250);

        var error = await Assert.ThrowsAsync<CanaryUnhealthyException>(() => JudgeAsync(after: 90));

        Assert.Contains(
            "nine of ten of 80 requests took up to 1200 ms, of 450 of version 1 up to 250 ms; the limits are 1.5 times that and 100 ms more",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_few_slow_requests_may_be_cold_starts_and_leave_the_verdict_open()
    {
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 39, milliseconds: 900);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "1", requests: 450, milliseconds: 250);

        Assert.EndsWith(
            "100 ms more. 40 requests are needed for a verdict",
            (await JudgeAsync(after: 90)).Outcome,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Own_probes_give_a_verdict_without_any_traffic()
    {
        await ShiftAsync(Traffic);

        Assert.Equal(
            "10 %, inconclusive after 15 s: orders version 2: 0 user requests and 1 probes so far; 20 of either are needed for a verdict",
            (await JudgeAsync(after: 15)).Outcome
        );
        for (var look = 2; look < 20; look++)
            await JudgeAsync(after: 15);
        Assert.Equal(
            "10 %, healthy after 300 s: orders version 2: 0 user requests and 20 probes: the probes decided, for users made too few",
            (await JudgeAsync(after: 15)).Outcome
        );
        Assert.True((await ReadAsync()).Single().LastAssessment!.Functions[0].ProbesDecided);

        Assert.All(_world.Lambda.Sent<InvokeRequest>(), sent => Assert.Equal(("orders", "2"), (sent.FunctionName, sent.Qualifier)));
    }

    [Fact]
    public async Task Probes_and_requests_of_users_are_not_added_up()
    {
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 15);
        for (var look = 1; look < 10; look++)
            await JudgeAsync(after: 30);

        Assert.EndsWith(
            "15 user requests and 10 probes so far; 20 of either are needed for a verdict",
            (await JudgeAsync(after: 30)).Outcome,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Many_probes_do_not_decide_before_users_can_have_been_counted()
    {
        await ShiftAsync(Traffic with { MinimumRequests = 2 });
        await JudgeAsync(after: 15);
        await JudgeAsync(after: 15);

        Assert.EndsWith(
            "0 user requests and 3 probes so far; users' requests are counted 3 minutes late",
            (await JudgeAsync(after: 149)).Outcome,
            StringComparison.Ordinal
        );
        Assert.StartsWith("10 %, healthy after 180 s", (await JudgeAsync(after: 1)).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_ends_before_users_can_be_counted_is_judged_by_probes_and_says_so()
    {
        await ShiftAsync(
            Traffic with
            {
                Strategy = null,
                Stages = [new TrafficStage { Percent = 10, BakeSeconds = 90 }],
                MinimumRequests = 2,
            }
        );
        await JudgeAsync(after: 45);

        Assert.Equal(
            "10 %, healthy after 90 s: orders version 2: 0 user requests and 2 probes: the probes decided, for users' requests are counted up to 3 minutes late and the stage is shorter",
            (await JudgeAsync(after: 45)).Outcome
        );
    }

    [Fact]
    public async Task The_last_stage_is_judged_by_the_numbers_of_the_alias_which_needs_no_weights_for_them()
    {
        _world.CloudWatch.Served(_world.Time.Now.AddMinutes(-2), "orders", null, requests: 300, errors: 3);
        await ShiftAsync(Traffic with { Strategy = null, Stages = [new TrafficStage { Percent = 100, BakeSeconds = 600 }] });
        // The minute of the shift is anybody's.
        _world.CloudWatch.Served(_world.Time.Now, "orders", null, requests: 100, errors: 100);
        _world.CloudWatch.Served(_world.Time.Now.AddMinutes(1), "orders", null, requests: 60, errors: 30);

        var error = await Assert.ThrowsAsync<CanaryUnhealthyException>(() => JudgeAsync(after: 240));

        Assert.Contains("30 of 60 requests failed (50.0 %), of version 1 3 of 300 (1.0 %)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probes_are_not_made_when_the_request_says_so()
    {
        await ShiftAsync(Traffic with { Probes = false });
        await JudgeAsync(after: 15);

        Assert.Empty(_world.Lambda.Sent<InvokeRequest>());
    }

    [Fact]
    public async Task A_probe_that_only_the_new_version_fails_ends_the_release()
    {
        await ShiftAsync(Traffic);
        _broken.Add("orders 2");

        var error = await Assert.ThrowsAsync<CanaryUnhealthyException>(() => JudgeAsync(after: 15));

        Assert.Contains(
            "orders version 2: probe \"health\" failed twice, and passed on version 1: the function failed with Broken: no disk",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_probe_that_the_old_version_fails_too_leaves_the_verdict_open()
    {
        await ShiftAsync(Traffic);
        _broken.UnionWith(["orders 1", "orders 2"]);

        Assert.Contains(
            "inconclusive after 15 s: orders version 2: probe \"health\" failed twice, and did not pass on version 1 either",
            (await JudgeAsync(after: 15)).Outcome,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Throttling_that_begins_with_the_shift_ends_the_release()
    {
        _world.CloudWatch.Served(_world.Time.Now.AddMinutes(-3), "orders", "1", requests: 500);
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "1", requests: 400);
        _world.CloudWatch.Throttled(_world.Time.Now, "orders", 100);

        var error = await Assert.ThrowsAsync<CanaryUnhealthyException>(() => JudgeAsync(after: 15));

        Assert.Contains(
            "100 of 500 requests were throttled (20.0 %), before the shift 0 of 500; the limit is 1 percentage point more",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_alarm_that_fires_ends_the_release(bool isComposite)
    {
        _world.CloudWatch.HasAlarm("checkout", StateValue.OK, isComposite: isComposite);
        await ShiftAsync(Traffic with { Alarms = ["checkout"] });
        Assert.Equal(TrafficNext.Bake, (await JudgeAsync(after: 15)).Next);
        _world.CloudWatch.HasAlarm("checkout", StateValue.ALARM, "7 datapoints were above 5", isComposite);

        var error = await Assert.ThrowsAsync<CanaryUnhealthyException>(() => JudgeAsync(after: 15));

        Assert.Contains(
            "- alarm checkout fired (before the release it was OK): 7 datapoints were above 5",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_alarm_that_fired_before_the_release_decides_nothing_and_one_that_is_deleted_neither()
    {
        _world.CloudWatch.HasAlarm("old trouble", StateValue.ALARM, "since yesterday");
        _world.CloudWatch.HasAlarm("gone", StateValue.OK);
        await ShiftAsync(Traffic with { Alarms = ["old trouble", "gone"] });
        _world.CloudWatch.RemoveAlarm("gone");

        await JudgeAsync(after: 15);

        Assert.Equal(
            [new AlarmReading("old trouble", "ALARM", "ALARM", null), new AlarmReading("gone", "OK", "deleted", null)],
            (await ReadAsync()).Single().LastAssessment!.Alarms
        );
    }

    [Fact]
    public async Task A_stage_without_a_verdict_is_held_and_then_rolled_back_with_what_is_missing()
    {
        await ShiftAsync(Traffic with { Probes = false, HoldSeconds = 100 });
        Assert.Equal(TrafficNext.Bake, (await JudgeAsync(after: 300)).Next);
        Assert.Equal(1, (await JudgeAsync(after: 99)).WaitSeconds);

        var error = await Assert.ThrowsAsync<CanaryInconclusiveException>(() => JudgeAsync(after: 1));

        Assert.StartsWith(
            """
            No verdict on the new versions, 400 s into stage 1 of 2 (10 % of the traffic), 100 s of them beyond the stage's time. What is missing:
            - orders version 2: 0 user requests and 0 probes so far; 20 of either are needed for a verdict
            """,
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_held_stage_goes_on_as_soon_as_there_is_a_verdict()
    {
        await ShiftAsync(Traffic with { Probes = false });
        Assert.Equal(TrafficNext.Bake, (await JudgeAsync(after: 300)).Next);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 20);

        Assert.Equal((TrafficNext.Shift, 1), (await JudgeAsync(after: 15)) is var progress ? (progress.Next, progress.Stage) : default);
    }

    [Fact]
    public async Task A_stage_without_a_verdict_is_promoted_or_rolled_back_at_once_when_the_request_says_so()
    {
        await ShiftAsync(Traffic with { Probes = false, OnInconclusive = "promote" });
        Assert.Equal(TrafficNext.Shift, (await JudgeAsync(after: 300)).Next);

        await _world.WritePlanAsync(
            (await _world.ReadPlanAsync()) is var plan
                ? plan with
                {
                    Request = plan.Request with { Traffic = Traffic with { Probes = false, OnInconclusive = "rollBack" } },
                }
                : null!
        );
        await Assert.ThrowsAsync<CanaryInconclusiveException>(() => JudgeAsync(after: 0));
    }

    [Fact]
    public async Task After_a_last_stage_that_bakes_the_shift_is_done()
    {
        await ShiftAsync(Traffic with { Stages = [new TrafficStage { Percent = 100, BakeSeconds = 60 }] });
        _world.CloudWatch.Served(_world.Time.Now.AddMinutes(1), "orders", null, requests: 20);

        Assert.Equal(new TrafficProgress(0, TrafficNext.Done, 0, "100 %, healthy after 90 s"), await JudgeAsync(after: 90));
    }

    [Fact]
    public async Task A_look_keeps_the_lock_and_without_it_nothing_is_judged()
    {
        await ShiftAsync(Traffic);
        for (var minute = 0; minute < 30; minute++)
            await JudgeAsync(after: 9);
        await _world.LoseLockAsync();

        await Assert.ThrowsAsync<LockLostException>(() => JudgeAsync(after: 0));
    }

    [Fact]
    public async Task Metrics_that_cannot_be_read_are_no_verdict_but_a_reason_to_ask_again()
    {
        await ShiftAsync(Traffic);
        _world.CloudWatch.Served(_world.Time.Now, "orders", "2", requests: 50, errors: 50);
        _world.CloudWatch.Trouble = StatusCode.InternalError;

        await Assert.ThrowsAsync<AwsUnavailableException>(() => JudgeAsync(after: 15));
    }

    private static TrafficRequest Traffic { get; } = new() { Strategy = "Canary10Percent5Minutes" };

    private async Task ShiftAsync(TrafficRequest traffic)
    {
        await _world.HasLiveFunctionAsync("orders");
        await _world.ShiftAsync(Shop.Request(_world.Function("orders", "new code")) with { Traffic = traffic });
    }

    /// <param name="after">Seconds since the last look.</param>
    private Task<TrafficProgress> JudgeAsync(int after)
    {
        _world.Time.Now += TimeSpan.FromSeconds(after);
        return _world.Get<JudgeCanaryStep>().JudgeCanary(_world.Stage(0));
    }

    private Task<IReadOnlyList<CanaryRecord>> ReadAsync() => _world.Get<CanaryLedger>().ReadAsync(_world.Release);
}
