using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Executions;

namespace CodeRipple.Workflow.Cli.Tests.Executions;

/// <summary>The history of an execution, written as Step Functions writes it.</summary>
internal sealed class History
{
    private readonly List<HistoryEvent> _events = [];
    private DateTime _now = DateTime.UnixEpoch;

    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Adds an event after another one; returns its id.</summary>
    public long Add(string type, long previous, Action<HistoryEvent>? details = null)
    {
        var happened = new HistoryEvent
        {
            Id = _events.Count + 1,
            PreviousEventId = previous,
            Type = HistoryEventType.FindValue(type),
            Timestamp = _now,
        };
        details?.Invoke(happened);
        _events.Add(happened);
        return _events.Count;
    }

    public long Enter(string kind, string name, long previous) =>
        Add($"{kind}StateEntered", previous, e => e.StateEnteredEventDetails = new StateEnteredEventDetails { Name = name });

    public long Exit(string kind, string name, long previous) =>
        Add($"{kind}StateExited", previous, e => e.StateExitedEventDetails = new StateExitedEventDetails { Name = name });

    /// <summary>A Lambda task from entry to exit, with this many failed calls before the last one.</summary>
    public long Task(string name, long previous, int failures = 0, bool succeeds = true, string? output = null)
    {
        var last = Enter("Task", name, previous);
        for (var i = 0; i < failures + (succeeds ? 1 : 0); i++)
        {
            last = Add("LambdaFunctionStarted", Add("LambdaFunctionScheduled", last));
            After(1);
            last =
                i < failures
                    ? Add(
                        "LambdaFunctionFailed",
                        last,
                        e =>
                            e.LambdaFunctionFailedEventDetails = new LambdaFunctionFailedEventDetails { Error = "SmokeTestFailedException" }
                    )
                    : Add(
                        "LambdaFunctionSucceeded",
                        last,
                        e => e.LambdaFunctionSucceededEventDetails = new LambdaFunctionSucceededEventDetails { Output = output }
                    );
        }

        return Exit("Task", name, last);
    }

    public long Iteration(string type, string map, int index, long previous) =>
        Add(
            $"MapIteration{type}",
            previous,
            e =>
            {
                var details = new MapIterationEventDetails { Name = map, Index = index };
                e.MapIterationStartedEventDetails = type == "Started" ? details : null;
                e.MapIterationSucceededEventDetails = type == "Succeeded" ? details : null;
                e.MapIterationFailedEventDetails = type == "Failed" ? details : null;
                e.MapIterationAbortedEventDetails = type == "Aborted" ? details : null;
            }
        );

    public long StartMap(string name, int length, long previous) =>
        Add(
            "MapStateStarted",
            Enter("Map", name, previous),
            e => e.MapStateStartedEventDetails = new MapStateStartedEventDetails { Length = length }
        );

    public History After(double seconds)
    {
        _now += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public ExecutionTimeline ToTimeline()
    {
        var timeline = new ExecutionTimeline("arn");
        foreach (var historyEvent in _events)
            timeline.Apply(historyEvent);
        return timeline;
    }
}
