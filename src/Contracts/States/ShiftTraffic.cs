using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>Input of ShiftTraffic and JudgeCanary.</summary>
public sealed record TrafficInput
{
    public required ReleaseReference Release { get; init; }

    /// <summary>The stage to shift to or to judge, from 0.</summary>
    public required int Stage { get; init; }
}

/// <summary>How far the shift is, and what the state machine does next.</summary>
/// <param name="Stage">The stage that the next state works on.</param>
/// <param name="WaitSeconds">How long to bake until the next look.</param>
/// <param name="Outcome">Percentage and last verdict, for the person who reads the graph.</param>
public sealed record TrafficProgress(int Stage, TrafficNext Next, int WaitSeconds, string Outcome);

[JsonConverter(typeof(JsonStringEnumConverter<TrafficNext>))]
public enum TrafficNext
{
    /// <summary>Wait, then look again.</summary>
    Bake,

    /// <summary>The next stage.</summary>
    Shift,

    /// <summary>All traffic is on the new versions.</summary>
    Done,
}
