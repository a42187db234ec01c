namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>How a change ended.</summary>
/// <param name="Outcome">For people and queries.</param>
/// <param name="ErrorType">The name of the exception's class; null when it did not fail.</param>
public readonly record struct ChangeEnd(string Outcome, string? ErrorType = null)
{
    public static ChangeEnd Changed { get; } = new("changed");

    public static ChangeEnd AlreadyAsWanted { get; } = new("already as wanted");

    public static ChangeEnd Failed(string errorType) => new("failed", errorType);
}
