namespace CodeRipple.Workflow.Client.Executions;

/// <summary>One entry into a state of an execution.</summary>
internal sealed class StateRun(string name, StateRun? parent, DateTimeOffset entered)
{
    public string Name => name;

    /// <summary>The Map or Parallel state that it runs in; null at the top.</summary>
    public StateRun? Parent => parent;

    public DateTimeOffset Entered => entered;

    public DateTimeOffset? Exited { get; set; }

    /// <summary>Whether it waits or works; the others (choices, ends) take no time.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Whether other states run in it: a Map or Parallel state.</summary>
    public bool HasChildren { get; init; }

    /// <summary>Items of a Map state; null for others.</summary>
    public int? Items { get; set; }

    public int ItemsDone { get; set; }

    public int ItemsFailed { get; set; }

    /// <summary>Items that were stopped because another one failed.</summary>
    public int ItemsStopped { get; set; }

    /// <summary>The item of a Map state that it works on; null when its input names none.</summary>
    public string? Item { get; init; }

    /// <summary>Of a Map state: the items in which a state failed.</summary>
    public List<string> FailedItems { get; } = [];

    /// <summary>Calls beyond the first, also those of the states inside.</summary>
    public int Retries { get; set; }

    /// <summary>How its last try failed; null when that went well.</summary>
    public string? Error { get; set; }

    /// <summary>What its step did, in the step's own words; null when it does not say.</summary>
    public string? Outcome { get; set; }

    public TimeSpan? Duration => Exited - entered;

    internal int Tries { get; set; }

    /// <summary>Of a state with parts: whether they have ended.</summary>
    internal bool HasEnded { get; set; }
}
