using CodeRipple.Workflow.Client.Executions;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>What is shown of a traffic shift, whose states come round and round: each new share, and each change of the verdict.</summary>
internal sealed class TrafficShift
{
    private string? _verdict;

    /// <summary>The last word on a shift that is under way, to follow the name of a state.</summary>
    public string Last { get; private set; } = "";

    public bool IsWorthALine(StateRun state)
    {
        switch (state)
        {
            case { Name: "Bake", Error: null }:
                return false;
            case { Name: "JudgeCanary", Error: null }:
                // "10 %, healthy after 34 s"
                var verdict = state.Outcome?.Split(" after ")[0];
                var isNew = verdict != _verdict;
                (_verdict, Last) = (verdict, Said(state));
                return isNew;
            case { Name: "ShiftTraffic" }:
                Last = Said(state);
                return true;
            default:
                Last = "";
                return true;
        }
    }

    public string Said(StateRun state) => state is { Name: "ShiftTraffic" or "JudgeCanary", Outcome: { } outcome } ? $": {outcome}" : "";
}
