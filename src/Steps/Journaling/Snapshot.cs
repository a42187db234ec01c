namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>A resource as it was read.</summary>
/// <param name="State">Null when it does not exist.</param>
/// <param name="Revision">
/// What a change is tied to: it fails once the resource has been written again. Null when the service keeps none.
/// </param>
/// <param name="Problem">Why its last change has not taken effect, where a service makes changes after it has answered.</param>
public readonly record struct Snapshot<TState>(TState? State, string? Revision = null, string? Problem = null)
    where TState : class;
