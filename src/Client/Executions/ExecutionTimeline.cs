using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.Client.Executions;

/// <summary>Makes states out of the events of one execution's history.</summary>
internal sealed class ExecutionTimeline(string executionArn, StateRun? startedBy = null)
{
    private readonly Dictionary<long, StateRun?> _stateOf = [];
    private readonly Dictionary<long, HistoryEventType> _typeOf = [];
    private readonly Dictionary<StateRun, SentMessage> _sending = [];

    public string ExecutionArn => executionArn;

    /// <summary>The state of another execution that started this one.</summary>
    public StateRun? StartedBy => startedBy;

    /// <summary>The states in the order in which they were entered, those inside of Map states too.</summary>
    public List<StateRun> States { get; } = [];

    /// <summary>Messages that were sent to a topic.</summary>
    public List<SentMessage> Messages { get; } = [];

    /// <summary>Executions that it started, with the states that did.</summary>
    public List<(string ExecutionArn, StateRun By)> Nested { get; } = [];

    public bool HasEnded { get; private set; }

    /// <param name="historyEvent">The next event of the history.</param>
    public void Apply(HistoryEvent historyEvent)
    {
        var type = historyEvent.Type.Value;
        var previous = historyEvent.PreviousEventId ?? 0;
        var state = _stateOf.GetValueOrDefault(previous);
        if (historyEvent.StateEnteredEventDetails is { } entered)
            state = Enter(entered, type, previous, state, historyEvent.Timestamp);
        else if (IsOfMap(type))
            state = MapOf(state, historyEvent);
        if (state is not null)
            Apply(historyEvent, type, state);
        HasEnded |= type is "ExecutionSucceeded" or "ExecutionFailed" or "ExecutionAborted" or "ExecutionTimedOut";
        _stateOf[historyEvent.Id ?? 0] = state;
        _typeOf[historyEvent.Id ?? 0] = historyEvent.Type;
    }

    private static bool IsOfMap(string type) =>
        type.StartsWith("MapIteration", StringComparison.Ordinal)
        || type.StartsWith("MapState", StringComparison.Ordinal)
        || type.StartsWith("ParallelState", StringComparison.Ordinal);

    /// <summary>An event of a Map state may follow one of a state inside of it.</summary>
    private static StateRun? MapOf(StateRun? state, HistoryEvent historyEvent)
    {
        var name =
            (
                historyEvent.MapIterationStartedEventDetails
                ?? historyEvent.MapIterationSucceededEventDetails
                ?? historyEvent.MapIterationFailedEventDetails
                ?? historyEvent.MapIterationAbortedEventDetails
            )?.Name
            ?? historyEvent.StateExitedEventDetails?.Name;
        while (state is not null && (name is null ? !state.HasChildren || state.HasEnded : state.Name != name))
            state = state.Parent;
        return state;
    }

    private static DateTimeOffset At(DateTime? timestamp) => new((timestamp ?? DateTime.UnixEpoch).ToUniversalTime());

    private StateRun Enter(StateEnteredEventDetails entered, string type, long previous, StateRun? previousState, DateTime? timestamp)
    {
        // The first state of an iteration or branch follows its start; any other follows the exit of the one before.
        var isFirstInside = _typeOf.GetValueOrDefault(previous)?.Value is "MapIterationStarted" or "ParallelStateStarted";
        var state = new StateRun(entered.Name, isFirstInside ? previousState : previousState?.Parent, At(timestamp))
        {
            Item = isFirstInside && entered.Input is { } input ? Text(input, "name") : previousState?.Item,
            IsTimed = type is "TaskStateEntered" or "MapStateEntered" or "ParallelStateEntered" or "WaitStateEntered",
            HasChildren = type is "MapStateEntered" or "ParallelStateEntered",
        };
        States.Add(state);
        return state;
    }

    private void Apply(HistoryEvent historyEvent, string type, StateRun state)
    {
        switch (type)
        {
            case "MapStateStarted":
                state.Items = historyEvent.MapStateStartedEventDetails?.Length;
                break;
            case "MapIterationSucceeded":
                state.ItemsDone++;
                break;
            case "MapIterationFailed":
                state.ItemsFailed++;
                // It follows the last event inside of the iteration.
                if (_stateOf.GetValueOrDefault(historyEvent.PreviousEventId ?? 0)?.Item is { } item)
                    state.FailedItems.Add(item);
                break;
            case "MapIterationAborted":
                state.ItemsStopped++;
                break;
            case "TaskScheduled" or "LambdaFunctionScheduled":
                Schedule(state, historyEvent.TaskScheduledEventDetails);
                break;
            case "TaskSubmitted":
                Follow(historyEvent.TaskSubmittedEventDetails, state);
                break;
            case "MapStateSucceeded" or "ParallelStateSucceeded":
                state.HasEnded = true;
                break;
            case "TaskSucceeded" or "LambdaFunctionSucceeded":
                state.Error = null;
                state.Outcome = historyEvent.LambdaFunctionSucceededEventDetails?.Output is { } output ? Text(output, "outcome") : null;
                if (_sending.Remove(state, out var message))
                    Messages.Add(message);
                break;
            case "MapStateFailed" or "ParallelStateFailed" or "MapStateAborted" or "ParallelStateAborted":
                state.HasEnded = true;
                state.Error ??= States.Find(s => s.Parent == state && s.Error is not null)?.Error ?? "States.ItemFailed";
                break;
            case "LambdaFunctionFailed"
            or "LambdaFunctionTimedOut"
            or "LambdaFunctionScheduleFailed"
            or "LambdaFunctionStartFailed"
            or "TaskFailed"
            or "TaskTimedOut"
            or "TaskStartFailed"
            or "TaskSubmitFailed":
                state.Error = ErrorOf(historyEvent) ?? type;
                break;
            case var exited when exited.EndsWith("StateExited", StringComparison.Ordinal):
                state.Exited = At(historyEvent.Timestamp);
                break;
        }
    }

    private void Schedule(StateRun state, TaskScheduledEventDetails? task)
    {
        if (++state.Tries > 1)
            for (var each = state; each is not null; each = each.Parent)
                each.Retries++;
        if (task is { ResourceType: "sns", Parameters: { } parameters } && JsonNode.Parse(parameters) is { } sent)
            _sending[state] = new SentMessage(
                (string?)sent["TopicArn"] ?? "",
                (string?)sent["Subject"] ?? "",
                (string?)sent["Message"] ?? ""
            );
    }

    private void Follow(TaskSubmittedEventDetails? submitted, StateRun state)
    {
        if (submitted is { ResourceType: "states", Output: { } output } && Text(output, "ExecutionArn") is { } nested)
            Nested.Add((nested, state));
    }

    private static string? Text(string json, string member)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject answer ? (string?)answer[member] : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? ErrorOf(HistoryEvent failed) =>
        failed.LambdaFunctionFailedEventDetails?.Error
        ?? failed.LambdaFunctionTimedOutEventDetails?.Error
        ?? failed.LambdaFunctionScheduleFailedEventDetails?.Error
        ?? failed.LambdaFunctionStartFailedEventDetails?.Error
        ?? failed.TaskFailedEventDetails?.Error
        ?? failed.TaskTimedOutEventDetails?.Error
        ?? failed.TaskStartFailedEventDetails?.Error
        ?? failed.TaskSubmitFailedEventDetails?.Error;
}

internal sealed record SentMessage(string TopicArn, string Subject, string Text);
