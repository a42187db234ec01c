using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Rules of EventBridge and their targets, read only; and events that are really sent.</summary>
public sealed class RuleReads(IAmazonEventBridge events, CallPace pace)
{
    /// <summary>The rule; null when there is none.</summary>
    public async Task<DescribeRuleResponse?> FindAsync(string name, string bus)
    {
        await pace.WaitAsync(CallPace.Events);
        try
        {
            return await events.DescribeRuleAsync(new DescribeRuleRequest { Name = name, EventBusName = BusOf(bus) });
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<Target>> TargetsAsync(string name, string bus)
    {
        var found = new List<Target>();
        string? next = null;
        do
        {
            await pace.WaitAsync(CallPace.Events);
            var page = await events.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = name, EventBusName = BusOf(bus), NextToken = next });
            found.AddRange(page.Targets ?? []);
            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return found;
    }

    /// <param name="event">A whole event as EventBridge delivers it, JSON.</param>
    public async Task<bool> MatchesAsync(string pattern, string @event)
    {
        await pace.WaitAsync(CallPace.Events);
        return (await events.TestEventPatternAsync(new TestEventPatternRequest { EventPattern = pattern, Event = @event })).Result == true;
    }

    /// <returns>The event's id.</returns>
    /// <exception cref="InvalidOperationException">The bus did not take it.</exception>
    public async Task<string> SendAsync(PutEventsRequestEntry entry)
    {
        await pace.WaitAsync(CallPace.Events);
        // 200 also when an entry failed.
        var answer = (await events.PutEventsAsync(new PutEventsRequest { Entries = [entry] })).Entries[0];
        return answer.EventId is { Length: > 0 } id ? id : throw new InvalidOperationException($"the bus did not take the event: {answer.ErrorCode} {answer.ErrorMessage}");
    }

    private static string? BusOf(string bus) => bus == "default" ? null : bus;
}
