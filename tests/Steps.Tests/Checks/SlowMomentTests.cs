using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Checks;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>A busy moment of a machine fails no check; what is slow time after time does.</summary>
public sealed class SlowMomentTests
{
    private readonly CheckedShop _shop = new();
    private int _calls;

    public SlowMomentTests() =>
        _shop.Events.OnPut = entry =>
        {
            _shop.Tables.Items.Add($"{entry.Time:yyyy-MM-ddTHH:mm:ss} e-1");
            return new Amazon.EventBridge.Model.PutEventsResponse { Entries = [new() { EventId = "e-1" }] };
        };

    [Theory]
    [InlineData("the first read does not count", 5000, 12, 12, 12, 12, 12)]
    [InlineData("one slow read of five", 180, 12, 12, 936, 12, 12)]
    [InlineData("two slow reads of five", 180, 5000, 12, 12, 5000, 12)]
    public async Task A_table_that_was_slow_for_a_moment_is_not_slow(string why, params int[] reads)
    {
        var latency = await ReadAsync(reads);

        Assert.True(latency.Verdict == CheckVerdict.Passed, why);
        Assert.Equal(("12 ms", "at most 1000 ms"), (latency.Measured, latency.Limit));
        Assert.Equal($"median 12 ms of 5 reads after a first one of {reads[0]} ms, limit 1000 ms", latency.Evidence);
        Assert.Equal(6, _calls);
    }

    [Fact]
    public async Task A_table_that_is_slow_time_after_time_is_slow_however_fast_the_first_read_was()
    {
        var latency = await ReadAsync(12, 1200, 12, 1100, 12, 1300);

        Assert.Equal((CheckVerdict.Failed, "1100 ms"), (latency.Verdict, latency.Measured));
        Assert.Equal("median 1100 ms of 5 reads after a first one of 12 ms, limit 1000 ms", latency.Evidence);
    }

    [Fact]
    public async Task A_function_that_is_in_time_is_invoked_once()
    {
        var results = await InvokeAsync(120);

        Assert.Equal("it took 120 ms, timeout 3 s", results[CheckCatalog.FunctionInTime].Evidence);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task A_function_that_was_late_once_is_in_time()
    {
        var results = await InvokeAsync(2950, 40, 2900, 45);

        var inTime = results[CheckCatalog.FunctionInTime];
        Assert.Equal((CheckVerdict.Passed, "45 ms"), (inTime.Verdict, inTime.Measured));
        Assert.Equal("median 45 ms of 3 calls after a first one of 2950 ms, timeout 3 s", inTime.Evidence);
        Assert.Equal(4, _calls);
    }

    [Fact]
    public async Task A_function_that_timed_out_once_runs_and_answers_and_is_in_time()
    {
        var results = await InvokeAsync(TimedOut, 40, 45, 50);

        Assert.All(results.Values, r => Assert.True(r.Verdict == CheckVerdict.Passed, r.ToLine()));
    }

    [Fact]
    public async Task A_function_that_times_out_time_after_time_does_not_run()
    {
        var results = await InvokeAsync(TimedOut, 40, TimedOut, TimedOut);

        Assert.Equal(CheckVerdict.Failed, results[CheckCatalog.FunctionExecutable].Verdict);
        Assert.Equal(CheckVerdict.Skipped, results[CheckCatalog.FunctionResponse].Verdict);
        Assert.Equal(
            "it was ended before it had answered: median 3000 ms of 3 calls after a first one of 3000 ms, timeout 3 s",
            results[CheckCatalog.FunctionInTime].Evidence
        );
    }

    [Fact]
    public async Task A_function_that_fails_is_not_asked_again()
    {
        _shop.OnInvoke = _ =>
        {
            _calls++;
            const string Boom = """{"errorType":"Boom","errorMessage":"no table"}""";
            return CheckedShop.Reply(Boom, "Unhandled", "REPORT RequestId: x\tDuration: 2900.00 ms");
        };

        await _shop.RunAsync();

        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task A_function_that_gives_no_answer_is_asked_for_five_minutes_at_the_most()
    {
        Declare(infrastructure => infrastructure with { Limits = new CheckLimits { InvocationSeconds = 120 } });
        _shop.OnInvoke = _ =>
        {
            _calls++;
            _shop.Time.Now += TimeSpan.FromSeconds(120);
            _shop.Time.EndWaits();
            throw new OperationCanceledException();
        };

        var results = Of(await _shop.RunAsync());

        Assert.Equal("it gave no answer within 120 s", results[CheckCatalog.FunctionExecutable].Evidence);
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_report_in_JSON_is_believed_rather_than_the_clock_of_this_side()
    {
        _shop.OnInvoke = _ =>
        {
            _shop.Time.Now += TimeSpan.FromSeconds(20);
            return CheckedShop.Reply(
                """{"status":"healthy"}""",
                log: """
                {"durationMs":9000}
                {"time":"x","type":"platform.report","record":{"metrics":{"durationMs":12.4,"billedDurationMs":13}}}
                """
            );
        };

        Assert.Equal("12 ms", Of(await _shop.RunAsync())[CheckCatalog.FunctionInTime].Measured);
    }

    private const int TimedOut = -1;

    private async Task<CheckResult> ReadAsync(params int[] reads)
    {
        // The item of the sample event is read, too.
        Declare(infrastructure => infrastructure with { CustomEvents = [] });
        _shop.Tables.OnRead = () => _shop.Time.Now += TimeSpan.FromMilliseconds(reads[_calls++]);
        return (await _shop.RunAsync()).Single(r => r.Id == CheckCatalog.TableLatency.Id);
    }

    private async Task<Dictionary<CheckDefinition, CheckResult>> InvokeAsync(params int[] durations)
    {
        _shop.OnInvoke = _ => Reply(durations[_calls++]);
        return Of(await _shop.RunAsync());
    }

    private void Declare(Func<Infrastructure, Infrastructure> change) =>
        _shop.Request = _shop.Request with { Infrastructure = change(_shop.Request.Infrastructure) };

    private static Dictionary<CheckDefinition, CheckResult> Of(IReadOnlyList<CheckResult> results)
    {
        CheckDefinition[] synthetic = [CheckCatalog.FunctionExecutable, CheckCatalog.FunctionResponse, CheckCatalog.FunctionInTime];
        return synthetic.ToDictionary(c => c, c => results.Single(r => r.Id == c.Id));
    }

    private static InvokeResponse Reply(int milliseconds)
    {
        // A function may write of durations, too.
        if (milliseconds != TimedOut)
            return CheckedShop.Reply(
                """{"status":"healthy"}""",
                log: $"Duration: 9 ms\nREPORT RequestId: x\tDuration: {milliseconds} ms\t"
            );
        const string Error = """{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 3.00 seconds"}""";
        return CheckedShop.Reply(Error, "Unhandled", "REPORT RequestId: x\tDuration: 3000.00 ms");
    }
}
