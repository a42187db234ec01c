using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// Custom events: does the rule match the sample, and does an event that is really sent have its effect? The step does not wait
/// for it: it writes down what it sent and asks to be called again. What the event left is deleted.
/// </summary>
public sealed class EventChecks(EventRules rules, SentEvents sent, EventEffects effects, TimeProvider time) : ICheckSuite
{
    public string Kind => CheckSubjects.Events;

    public async Task RunAsync(CheckScope scope, CheckLog log)
    {
        foreach (var sample in CheckBatches.Slice(Kind, scope.Number, scope.Declared.CustomEvents))
            await CheckAsync(sample, scope, log);
    }

    private async Task CheckAsync(CustomEventExpectation sample, CheckScope scope, CheckLog log)
    {
        var component = $"event:{sample.Name}";
        if (TargetsOf(sample, scope).Any(scope.PendingFunctions.Contains))
        {
            await log.CheckAsync(
                CheckCatalog.EventObserved,
                component,
                () => Finding.Skipped("this release creates the function that the event points to")
            );
            return;
        }

        if (!EventEffects.IsOwn(sample))
        {
            await log.CheckAsync(
                CheckCatalog.EventObserved,
                component,
                () => Finding.Skipped($"not sent: the effect that it names may be another event's; it must hold {SentEvent.IdMark}")
            );
            return;
        }

        EffectPendingException? pending = null;
        await log.CheckAsync(
            CheckCatalog.EventObserved,
            component,
            async () =>
            {
                var (finding, later) = await ObserveAsync(sample, scope);
                pending = later;
                return finding;
            }
        );
        if (pending is not null)
            throw pending;
        await log.CheckAsync(CheckCatalog.EventMatches, component, () => MatchesAsync(sample, AwsScope.Of(scope.Release)));
        await log.CheckAsync(CheckCatalog.EventCleaned, component, () => CleanAsync(sample, scope));
    }

    private static IEnumerable<string> TargetsOf(CustomEventExpectation sample, CheckScope scope) =>
        (sample.Log is { } log ? [log.Function] : Enumerable.Empty<string>()).Concat(
            scope.Declared.Rules.FirstOrDefault(r => r.Name == sample.Rule && r.Bus == sample.Bus)?.Targets ?? []
        );

    private async Task<Finding> MatchesAsync(CustomEventExpectation sample, AwsScope place)
    {
        var rule = await rules.FindAsync(sample.Bus, sample.Rule);
        if (rule?.EventPattern is not { Length: > 0 } pattern)
            return Finding.Failed($"rule {sample.Rule} on bus {sample.Bus} {(rule is null ? "does not exist" : "has no event pattern")}");
        var matches = await rules.MatchesAsync(pattern, Whole(sample, place, time.GetUtcNow()).ToJsonString());
        return Finding.Of(
            matches,
            $"rule {sample.Rule} {(matches ? "matches" : "does not match")} {sample.Source}, \"{sample.DetailType}\""
        );
    }

    private async Task<(Finding Finding, EffectPendingException? Pending)> ObserveAsync(CustomEventExpectation sample, CheckScope scope)
    {
        var event_ = await sent.FindAsync(scope, sample.Name) ?? await SendAsync(sample, scope);
        var seen = await effects.IsSeenAsync(sample, event_);
        var waited = time.GetUtcNow() - event_.At;
        if (!seen && waited < TimeSpan.FromSeconds(scope.Limits.EventSeconds))
            return (
                Finding.Skipped("not seen yet"),
                new EffectPendingException($"Event \"{sample.Name}\" ({event_.Id}) has not had its effect yet")
            );
        var measured = string.Create(CultureInfo.InvariantCulture, $"{waited.TotalSeconds:0} s");
        var evidence = seen
            ? $"event {event_.Id} had its effect"
            : $"event {event_.Id} was sent to bus {sample.Bus} and had no effect: {EventEffects.Describe(sample, event_)}";
        return (Finding.Of(seen, evidence, seen ? measured : "not seen", $"within {scope.Limits.EventSeconds} s"), null);
    }

    private async Task<SentEvent> SendAsync(CustomEventExpectation sample, CheckScope scope)
    {
        // Events carry whole seconds.
        var at = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var id = await rules.SendAsync(
            new PutEventsRequestEntry
            {
                EventBusName = sample.Bus,
                Source = sample.Source,
                DetailType = sample.DetailType,
                Detail = sample.Detail?.ToJsonString() ?? "{}",
                Time = at.UtcDateTime,
            }
        );
        return await sent.WriteAsync(scope, sample.Name, new SentEvent(id, at));
    }

    private async Task<Finding> CleanAsync(CustomEventExpectation sample, CheckScope scope)
    {
        if (sample.Item is null)
            return Finding.Skipped("a line in a log stays");
        return await sent.FindAsync(scope, sample.Name) is { } event_
            ? await effects.CleanAsync(sample.Item, event_)
            : Finding.Skipped("nothing was sent");
    }

    private static JsonObject Whole(CustomEventExpectation sample, AwsScope place, DateTimeOffset at) =>
        new()
        {
            ["version"] = "0",
            ["id"] = "00000000-0000-0000-0000-000000000000",
            ["account"] = place.Account,
            ["region"] = place.Region,
            ["time"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["resources"] = new JsonArray(),
            ["source"] = sample.Source,
            ["detail-type"] = sample.DetailType,
            ["detail"] = sample.Detail?.DeepClone() ?? new JsonObject(),
        };
}
