using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.Client.Executions;

/// <summary>Reads the history of an execution piece by piece.</summary>
internal sealed class ExecutionHistory(IAmazonStepFunctions stepFunctions, string executionArn)
{
    // Everything at first; then what happens between two looks.
    private const int FirstPage = 1000,
        LaterPage = 50;
    private long _last;

    /// <summary>What happened since the last call, oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> ReadNewAsync(CancellationToken cancellationToken)
    {
        // Backwards from the newest event: a place at the end of a history cannot be kept, since the last page has no token.
        var events = new List<HistoryEvent>();
        var size = _last == 0 ? FirstPage : LaterPage;
        string? next = null;
        do
        {
            var page = await stepFunctions.GetExecutionHistoryAsync(
                new GetExecutionHistoryRequest
                {
                    ExecutionArn = executionArn,
                    ReverseOrder = true,
                    MaxResults = size,
                    IncludeExecutionData = true,
                    NextToken = next,
                },
                cancellationToken
            );
            var fresh = (page.Events ?? []).TakeWhile(e => e.Id > _last).ToList();
            events.AddRange(fresh);
            next = fresh.Count == (page.Events?.Count ?? 0) ? page.NextToken : null;
        } while (next is not null);

        events.Reverse();
        _last = events.LastOrDefault()?.Id ?? _last;
        return events;
    }
}
