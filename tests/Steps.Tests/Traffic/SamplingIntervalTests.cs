using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Traffic;

namespace CodeRipple.Workflow.Steps.Tests.Traffic;

public sealed class SamplingIntervalTests
{
    // A look costs 9 events: a Wait, a Task and a Choice. An execution may have 25,000.
    private const int EventsPerSample = 9;

    [Theory]
    [InlineData("Canary10Percent5Minutes", 15)]
    [InlineData("Linear10PercentEvery1Minute", 10)]
    [InlineData("Linear10PercentEvery10Minutes", 15)]
    public void A_strategy_is_looked_at_every_15_seconds_at_least(string strategy, int seconds) =>
        Assert.Equal(seconds, SecondsFor(new TrafficRequest { Strategy = strategy }));

    [Theory]
    [InlineData(4, 1)]
    [InlineData(12, 2)]
    [InlineData(90, 15)]
    [InlineData(43_200, 72)]
    public void A_short_stage_is_looked_at_more_often_and_a_very_long_one_less(int bakeSeconds, int seconds) =>
        Assert.Equal(seconds, SecondsFor(new TrafficRequest { Stages = [new TrafficStage { Percent = 10, BakeSeconds = bakeSeconds }] }));

    [Theory]
    [InlineData(1, 43_200, 900, 8_000)]
    [InlineData(9, 600, 900, 12_000)]
    [InlineData(50, 60, 900, 12_000)]
    [InlineData(50, 864, 900, 12_000)]
    [InlineData(50, 1, 14_400, 24_000)]
    public void The_longest_shift_fits_the_history_of_an_execution_even_when_every_stage_is_held(
        int stages,
        int bakeSeconds,
        int holdSeconds,
        int events
    )
    {
        var traffic = new TrafficRequest
        {
            Stages = [.. Enumerable.Range(1, stages).Select(i => new TrafficStage { Percent = i, BakeSeconds = bakeSeconds })],
            HoldSeconds = holdSeconds,
        };

        var looks = traffic.Stages.Sum(s =>
            s.BakeSeconds / SamplingInterval.SecondsFor(traffic, s) + holdSeconds / SamplingInterval.SecondsWhenHeld(traffic, s) + 1
        );

        Assert.InRange(looks * EventsPerSample, 1, events);
    }

    private static int SecondsFor(TrafficRequest traffic) => SamplingInterval.SecondsFor(traffic, traffic.AllStages[0]);
}
