using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>EventBridge rules and their targets, and events.</summary>
public sealed class EventRules(IAmazonEventBridge events)
{
    /// <summary>Names of all buses.</summary>
    public Task<IReadOnlyList<string>> ListBusesAsync() =>
        PagesAsync<string>(async token =>
        {
            var page = await events.ListEventBusesAsync(new ListEventBusesRequest { NextToken = token });
            return ((page.EventBuses ?? []).Select(b => b.Name), page.NextToken);
        });

    /// <summary>
    /// Rules of a bus that are the account's own; those that AWS manages invoke no functions of ours and cannot be changed. None when
    /// the bus is gone.
    /// </summary>
    public Task<IReadOnlyList<Rule>> ListAsync(string bus) =>
        PagesAsync<Rule>(async token =>
        {
            var page = await events.ListRulesAsync(new ListRulesRequest { EventBusName = bus, NextToken = token });
            return ((page.Rules ?? []).Where(r => r.ManagedBy is not { Length: > 0 }), page.NextToken);
        });

    /// <summary>None when there is no such rule, or no more: others delete rules while a release looks at them.</summary>
    public Task<IReadOnlyList<Target>> ListTargetsAsync(string bus, string rule) =>
        PagesAsync<Target>(async token =>
        {
            var page = await events.ListTargetsByRuleAsync(
                new ListTargetsByRuleRequest
                {
                    EventBusName = bus,
                    Rule = rule,
                    NextToken = token,
                }
            );
            return (page.Targets ?? [], page.NextToken);
        });

    public async Task<RuleTargetState?> FindTargetAsync(string bus, string rule, string target) =>
        (await ListTargetsAsync(bus, rule)).FirstOrDefault(t => t.Id == target) is { } live ? RuleTargetState.Of(live) : null;

    /// <exception cref="DriftDetectedException">EventBridge refused the target; the message has its reason.</exception>
    public async Task PutTargetAsync(string bus, string rule, string target, RuleTargetState wanted)
    {
        try
        {
            var answer = await events.PutTargetsAsync(
                new PutTargetsRequest
                {
                    EventBusName = bus,
                    Rule = rule,
                    Targets = [wanted.ToTarget(target)],
                }
            );
            // 200 also when a target was refused: only the count shows it.
            if (answer.FailedEntryCount > 0)
                throw new DriftDetectedException(
                    $"Target {target} of rule {rule} could not be changed: {answer.FailedEntries[0].ErrorMessage} ({answer.FailedEntries[0].ErrorCode})"
                );
        }
        catch (ConcurrentModificationException e)
        {
            throw new ResourceNotStabilizedException($"Rule {rule} is being changed: {e.Message}");
        }
    }

    /// <summary>The rule; null when there is none.</summary>
    public Task<DescribeRuleResponse?> FindAsync(string bus, string rule) =>
        Missing.OrNullAsync<DescribeRuleResponse, ResourceNotFoundException>(() =>
            events.DescribeRuleAsync(new DescribeRuleRequest { EventBusName = bus, Name = rule })
        );

    /// <param name="event">A whole event as EventBridge delivers it, JSON.</param>
    public async Task<bool> MatchesAsync(string pattern, string @event) =>
        (await events.TestEventPatternAsync(new TestEventPatternRequest { EventPattern = pattern, Event = @event })).Result == true;

    /// <returns>The event's id.</returns>
    /// <exception cref="InvalidOperationException">The bus did not accept it.</exception>
    public async Task<string> SendAsync(PutEventsRequestEntry entry)
    {
        // 200 also when an entry failed.
        var answer = (await events.PutEventsAsync(new PutEventsRequest { Entries = [entry] })).Entries[0];
        return answer.EventId is { Length: > 0 } id
            ? id
            : throw new InvalidOperationException($"the bus did not accept the event: {answer.ErrorCode} {answer.ErrorMessage}");
    }

    private static async Task<IReadOnlyList<T>> PagesAsync<T>(Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> read)
    {
        try
        {
            return await Pages.ReadAsync(read);
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
    }
}
