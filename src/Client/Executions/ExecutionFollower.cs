using Amazon.StepFunctions;

namespace CodeRipple.Workflow.Client.Executions;

/// <summary>Follows an execution, and those that it starts, to the end.</summary>
internal sealed class ExecutionFollower(IAmazonStepFunctions stepFunctions, TimeProvider time)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <param name="watcher">Hears of states as they end.</param>
    /// <returns>The execution first, then those that it started.</returns>
    public async Task<IReadOnlyList<ExecutionTimeline>> FollowAsync(
        string executionArn,
        IStateWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        var followed = new List<Followed> { new(stepFunctions, new ExecutionTimeline(executionArn)) };
        var pause = ShortestPause;
        while (true)
        {
            var news = 0;
            // The list grows by what the executions in it start.
            for (var i = 0; i < followed.Count; i++)
            {
                news += await followed[i].ReadAsync(cancellationToken);
                foreach (var (nested, by) in followed[i].TakeNested())
                    followed.Add(new Followed(stepFunctions, new ExecutionTimeline(nested, by)));
            }

            Publish(followed, watcher);
            if (followed[0].Timeline.HasEnded)
                return [.. followed.Select(f => f.Timeline)];
            // Quick while things happen, slow while they do not: AWS allows few of these calls.
            pause = news > 0 ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, LongestPause.Ticks));
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>What is known of an execution now, and of those that it started.</summary>
    public async Task<IReadOnlyList<ExecutionTimeline>> ReadAsync(string executionArn, CancellationToken cancellationToken)
    {
        var followed = new List<Followed> { new(stepFunctions, new ExecutionTimeline(executionArn)) };
        for (var i = 0; i < followed.Count; i++)
        {
            await followed[i].ReadAsync(cancellationToken);
            foreach (var (nested, by) in followed[i].TakeNested())
                followed.Add(new Followed(stepFunctions, new ExecutionTimeline(nested, by)));
        }

        return [.. followed.Select(f => f.Timeline)];
    }

    private static void Publish(List<Followed> followed, IStateWatcher watcher)
    {
        var ended = followed.SelectMany(f => f.TakeEnded().Select(state => (State: state, IsNested: f.Timeline.StartedBy is not null)));
        foreach (var (state, isNested) in ended.OrderBy(e => e.State.Exited))
            watcher.Ended(state, isNested);
        watcher.Running([.. followed.SelectMany(f => f.Running)]);
    }

    private sealed class Followed(IAmazonStepFunctions stepFunctions, ExecutionTimeline timeline)
    {
        private readonly ExecutionHistory _history = new(stepFunctions, timeline.ExecutionArn);
        private readonly HashSet<StateRun> _reported = [];
        private int _nested;

        public ExecutionTimeline Timeline => timeline;

        public IEnumerable<StateRun> Running => timeline.HasEnded ? [] : Shown.Where(s => s.Exited is null);

        // What runs inside a Map state shows as its count of items.
        private IEnumerable<StateRun> Shown => timeline.States.Where(s => s.IsTimed && s.Parent is null);

        public async Task<int> ReadAsync(CancellationToken cancellationToken)
        {
            if (timeline.HasEnded)
                return 0;
            var events = await _history.ReadNewAsync(cancellationToken);
            foreach (var historyEvent in events)
                timeline.Apply(historyEvent);
            return events.Count;
        }

        public List<StateRun> TakeEnded() => [.. Shown.Where(s => (s.Exited is not null || timeline.HasEnded) && _reported.Add(s))];

        public IEnumerable<(string ExecutionArn, StateRun By)> TakeNested()
        {
            while (_nested < timeline.Nested.Count)
                yield return timeline.Nested[_nested++];
        }
    }
}

/// <summary>Hears how an execution goes on.</summary>
internal interface IStateWatcher
{
    /// <param name="isNested">Whether the state belongs to an execution that the first one started.</param>
    void Ended(StateRun state, bool isNested);

    /// <summary>What is going on now.</summary>
    void Running(IReadOnlyList<StateRun> states);
}
