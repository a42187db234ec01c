using CodeRipple.Workflow.Client.Executions;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>Shows the states of an execution as they end, and on the status line those that run.</summary>
/// <param name="ended">Writes a line: whether it went well, what, how long it took, the error.</param>
internal sealed class ExecutionProgress(StatusLine.Activity activity, Action<bool, string, TimeSpan?, string> ended)
    : IStateWatcher,
        IDisposable
{
    private readonly TrafficShift _shift = new();

    public void Ended(StateRun state, bool isNested)
    {
        if (!_shift.IsWorthALine(state))
            return;
        var indent = isNested ? "    " : "  ";
        ended(state.Error is null, $"{indent}{state.Name}{Counts(state)}{_shift.Said(state)}", state.Duration, state.Error ?? "");
    }

    public void Running(IReadOnlyList<StateRun> states)
    {
        // A state that waits for another execution says less than the states of that one.
        if (states is [.., var state])
            activity.Report($"{state.Name}{Counts(state)}{_shift.Last}");
    }

    public void Dispose() => activity.Dispose();

    private static string Counts(StateRun state) =>
        Items(state)
        + state.Retries switch
        {
            0 => "",
            1 => ", 1 retry",
            var retries => $", {retries} retries",
        };

    private static string Items(StateRun state) =>
        state switch
        {
            { Items: null } => "",
            { Items: 0 } => ", nothing to do",
            { ItemsFailed: > 0 } => $", {state.ItemsFailed} of {state.Items} failed{Names(state)}{Stopped(state)}",
            _ when state.ItemsDone == state.Items => $", {state.Items} done",
            _ => $", {state.ItemsDone} of {state.Items} done",
        };

    private static string Names(StateRun state) => state.FailedItems.Count == 0 ? "" : $": {string.Join(", ", state.FailedItems)}";

    private static string Stopped(StateRun state) => state.ItemsStopped == 0 ? "" : $"; {state.ItemsStopped} stopped";
}
