namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>A resource as it was read.</summary>
/// <param name="State">Null when it does not exist.</param>
/// <param name="Revision">
/// What a change is tied to: it fails once the resource has been written again. Null when the service keeps none.
/// </param>
public readonly record struct Snapshot<TState>(TState? State, string? Revision = null)
    where TState : class;
