using System.Text.Json.Serialization.Metadata;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>Something that invokes a function and can be turned to another ARN of it.</summary>
public interface ITriggerResource
{
    TriggerKind Trigger { get; }

    string Kind { get; }

    /// <summary>The ARN that it invokes; null when it is gone.</summary>
    Task<string?> FindTargetAsync(string name);

    /// <summary>Turns the trigger to an ARN; everything else of it stays.</summary>
    Change PointTo(JournalPhase phase, string name, string arn);
}

/// <inheritdoc cref="ITriggerResource"/>
/// <param name="title">What people call it.</param>
public abstract class TriggerResource<TState>(TriggerKind trigger, string title, string kind, JsonTypeInfo<TState> type)
    : JournaledResource<TState>(kind, type),
        ITriggerResource
    where TState : class
{
    public TriggerKind Trigger => trigger;

    public async Task<string?> FindTargetAsync(string name) => (await ReadAsync(name)).State is { } state ? TargetOf(state) : null;

    public Change PointTo(JournalPhase phase, string name, string arn) =>
        ChangeBy(
            phase,
            name,
            isMade: state => state is not null && TargetOf(state) == arn,
            make: current => PointAsync(name, current.State ?? throw Gone(name), arn)
        );

    public override Task DeleteAsync(string name) =>
        throw new RollbackIncompleteException($"{title} {name} was created outside the release while it was running; it is left as it is");

    protected abstract string TargetOf(TState state);

    protected abstract Task PointAsync(string name, TState state, string arn);

    private DriftDetectedException Gone(string name) => new($"{Kind}:{name} was deleted outside the release after it was planned");
}
