namespace CodeRipple.Workflow.Contracts;

/// <summary>A sample event that a run of checks has put on a bus.</summary>
/// <param name="At">The event's own time: whole seconds, UTC.</param>
public sealed record SentEvent(string Id, DateTimeOffset At)
{
    /// <summary>What a request writes for the id, which nobody knows before the event is sent.</summary>
    public const string IdMark = "<id>";
}
