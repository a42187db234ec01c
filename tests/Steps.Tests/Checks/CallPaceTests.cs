using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

public sealed class CallPaceTests
{
    private readonly InstantTime _time = new();
    private readonly CallPace _pace;

    public CallPaceTests() => _pace = new CallPace(_time);

    [Fact]
    public async Task No_second_has_more_calls_than_allowed_also_after_a_pause()
    {
        await _pace.WaitAsync(CallPace.GetPolicy);
        _time.Elapsed += TimeSpan.FromMinutes(1);
        var calls = new List<TimeSpan>();
        for (var i = 0; i < 20; i++)
        {
            await _pace.WaitAsync(CallPace.GetPolicy);
            calls.Add(_time.Elapsed);
        }

        Assert.All(calls, from => Assert.InRange(calls.Count(c => c >= from && c < from + TimeSpan.FromSeconds(1)), 1, 5));
        Assert.Equal(3.8, (calls[^1] - calls[0]).TotalSeconds, precision: 3);
    }

    [Fact]
    public async Task Calls_of_different_kinds_do_not_wait_for_each_other()
    {
        foreach (var kind in new[] { CallPace.GetPolicy, CallPace.Iam, CallPace.Logs })
            await _pace.WaitAsync(kind);

        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
    }
}
