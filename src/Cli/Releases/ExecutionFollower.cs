using Amazon.StepFunctions;

namespace CodeRipple.Workflow.Cli.Releases;

/// <summary>Follows an execution, and those that it starts, to the end.</summary>
internal sealed class ExecutionFollower(IAmazonStepFunctions stepFunctions, TimeProvider time)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <param name="watcher">Hears of states as they end.</param>
    /// <returns>The execution first, then those that it started.</returns>
    public async Task<IReadOnlyList<ExecutionStory>> FollowAsync(string executionArn, IStateWatcher watcher, CancellationToken cancellationToken)
    {
        var followed = new List<Followed> { new(stepFunctions, new ExecutionStory(executionArn)) };
        var pause = ShortestPause;
        while (true)
        {
            var news = 0;
            // The list grows by what the executions in it start.
            for (var i = 0; i < followed.Count; i++)
            {
                news += await followed[i].ReadAsync(cancellationToken);
                foreach (var (nested, by) in followed[i].TakeNested())
                    followed.Add(new Followed(stepFunctions, new ExecutionStory(nested, by)));
            }

            Tell(followed, watcher);
            if (followed[0].Story.HasEnded)
                return [.. followed.Select(f => f.Story)];
            // Quick while things happen, slow while they do not: AWS allows few of these calls.
            pause = news > 0 ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, LongestPause.Ticks));
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>What is known of an execution now, and of those that it started.</summary>
    public async Task<IReadOnlyList<ExecutionStory>> ReadAsync(string executionArn, CancellationToken cancellationToken)
    {
        var followed = new List<Followed> { new(stepFunctions, new ExecutionStory(executionArn)) };
        for (var i = 0; i < followed.Count; i++)
        {
            await followed[i].ReadAsync(cancellationToken);
            foreach (var (nested, by) in followed[i].TakeNested())
                followed.Add(new Followed(stepFunctions, new ExecutionStory(nested, by)));
        }

        return [.. followed.Select(f => f.Story)];
    }

    private static void Tell(List<Followed> followed, IStateWatcher watcher)
    {
        var ended = followed.SelectMany(f => f.TakeEnded().Select(state => (State: state, IsNested: f.Story.StartedBy is not null)));
        foreach (var (state, isNested) in ended.OrderBy(e => e.State.Exited))
            watcher.Ended(state, isNested);
        watcher.Running([.. followed.SelectMany(f => f.Running)]);
    }

    private sealed class Followed(IAmazonStepFunctions stepFunctions, ExecutionStory story)
    {
        private readonly ExecutionHistory _history = new(stepFunctions, story.ExecutionArn);
        private readonly HashSet<StateRun> _told = [];
        private int _nested;

        public ExecutionStory Story => story;

        public IEnumerable<StateRun> Running => story.HasEnded ? [] : Shown.Where(s => s.Exited is null);

        // What runs inside a Map state shows as its count of items.
        private IEnumerable<StateRun> Shown => story.States.Where(s => s.TakesTime && s.Parent is null);

        public async Task<int> ReadAsync(CancellationToken cancellationToken)
        {
            if (story.HasEnded)
                return 0;
            var events = await _history.ReadNewAsync(cancellationToken);
            foreach (var happened in events)
                story.Tell(happened);
            return events.Count;
        }

        public List<StateRun> TakeEnded() => [.. Shown.Where(s => (s.Exited is not null || story.HasEnded) && _told.Add(s))];

        public IEnumerable<(string ExecutionArn, StateRun By)> TakeNested()
        {
            while (_nested < story.Nested.Count)
                yield return story.Nested[_nested++];
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
