using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Traffic;

/// <summary>
/// How long the state machine waits between two looks: short for a stage of seconds, and long enough that even the longest shift
/// stays far below the 25,000 events that the history of an execution may have (a look costs 9).
/// </summary>
internal static class SamplingInterval
{
    // CloudWatch gets a function's metrics once a minute; looking more often finds alarms and failing probes sooner.
    private const int Longest = 15;
    private const int SamplesPerStage = 6;
    private const int SamplesPerShift = 600;

    // The lock is renewed at every assessment, and lasts 20 minutes.
    private const int LongestWhenHeld = 300;

    public static int SecondsFor(TrafficRequest traffic, TrafficStage stage)
    {
        var whole = traffic.AllStages.Sum(s => (long)s.BakeSeconds);
        return Math.Max(Math.Clamp(stage.BakeSeconds / SamplesPerStage, 1, Longest), (int)(whole / SamplesPerShift));
    }

    /// <summary>The same beyond the stage's own time; any stage may be held.</summary>
    public static int SecondsWhenHeld(TrafficRequest traffic, TrafficStage stage) =>
        Math.Max(SecondsFor(traffic, stage), Math.Min(traffic.HoldSeconds * traffic.AllStages.Count / SamplesPerShift, LongestWhenHeld));
}
