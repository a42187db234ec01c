using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Checks;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

public sealed class EventChecksTests
{
    private readonly CheckedShop _shop = new();

    [Fact]
    public async Task An_event_is_sent_once_and_looked_for_until_it_is_seen()
    {
        await Assert.ThrowsAsync<EffectPendingException>(() => _shop.RunAsync());
        _shop.Time.Now += TimeSpan.FromSeconds(4);
        await Assert.ThrowsAsync<EffectPendingException>(() => _shop.RunAsync());
        _shop.Tables.Items.Add("2026-11-21T10:00:00 e-1");

        var results = await _shop.RunAsync();

        Assert.Equal(
            ("4 s", CheckVerdict.Passed),
            (Find(results, CheckCatalog.EventObserved).Measured, Find(results, CheckCatalog.EventObserved).Verdict)
        );
        Assert.Single(_shop.Events.Put);
        Assert.Empty(_shop.Tables.Items);
    }

    [Fact]
    public async Task An_event_without_effect_is_found_when_its_time_is_over()
    {
        await Assert.ThrowsAsync<EffectPendingException>(() => _shop.RunAsync());
        _shop.Time.Now += TimeSpan.FromSeconds(120);

        var observed = Find(await _shop.RunAsync(), CheckCatalog.EventObserved);

        Assert.Equal((CheckVerdict.Failed, "not seen", "within 120 s"), (observed.Verdict, observed.Measured, observed.Limit));
        Assert.Equal(
            "event e-1 was sent to bus shop-bus and had no effect: no item id = e-1, day = 2026-11-21T10:00:00 in table orders",
            observed.Evidence
        );
    }

    [Fact]
    public async Task Two_runs_send_an_event_each()
    {
        await Assert.ThrowsAsync<EffectPendingException>(() => _shop.RunAsync("before"));
        await Assert.ThrowsAsync<EffectPendingException>(() => _shop.RunAsync("after"));

        Assert.Equal(2, _shop.Events.Put.Count);
    }

    [Fact]
    public async Task An_event_may_have_its_effect_in_a_log()
    {
        var sample = _shop.Request.Infrastructure.CustomEvents[0] with
        {
            Item = null,
            Log = new LogEffect { Function = CheckedShop.Function, Text = "wrote <id>" },
        };
        _shop.Request = _shop.Request with { Infrastructure = _shop.Request.Infrastructure with { CustomEvents = [sample] } };
        await Assert.ThrowsAsync<EffectPendingException>(() => _shop.RunAsync());
        _shop.Lines.Add("wrote e-1");

        var results = await _shop.RunAsync();

        Assert.Equal(CheckVerdict.Passed, Find(results, CheckCatalog.EventObserved).Verdict);
        Assert.Equal(CheckVerdict.Skipped, Find(results, CheckCatalog.EventCleaned).Verdict);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_function_that_the_release_creates()
    {
        var rule = new RuleExpectation
        {
            Name = "shop-written",
            Bus = "shop-bus",
            Targets = [CheckedShop.Function],
        };
        _shop.Request = _shop.Request with { Infrastructure = _shop.Request.Infrastructure with { Rules = [rule] } };
        _shop.PendingFunctions.Add(CheckedShop.Function);

        var results = await _shop.RunAsync(CheckRuns.Before);

        Assert.Equal(CheckVerdict.Skipped, Find(results, CheckCatalog.EventObserved).Verdict);
        Assert.Empty(_shop.Events.Put);
    }

    [Fact]
    public async Task An_item_that_is_there_again_after_it_was_deleted_is_found()
    {
        await Assert.ThrowsAsync<EffectPendingException>(() => _shop.RunAsync());
        _shop.Tables.Items.Add("2026-11-21T10:00:00 e-1");
        _shop.Tables.KeepsItems = true;

        var cleaned = Find(await _shop.RunAsync(), CheckCatalog.EventCleaned);

        Assert.Equal(
            (CheckVerdict.Failed, "item id = e-1, day = 2026-11-21T10:00:00 of table orders is there again after it was deleted"),
            (cleaned.Verdict, cleaned.Evidence)
        );
    }

    [Fact]
    public async Task An_item_of_the_users_is_neither_taken_for_the_effect_nor_deleted()
    {
        var sample = _shop.Request.Infrastructure.CustomEvents[0];
        sample = sample with
        {
            Item = sample.Item! with
            {
                Key = new Dictionary<string, string> { ["id"] = "A-17", ["day"] = "<date>" },
            },
        };
        _shop.Request = _shop.Request with { Infrastructure = _shop.Request.Infrastructure with { CustomEvents = [sample] } };
        _shop.Tables.Items.Add("2026-11-21 A-17");

        var observed = Find(await _shop.RunAsync(), CheckCatalog.EventObserved);

        Assert.Equal(CheckVerdict.Skipped, observed.Verdict);
        Assert.Contains("it must hold <id>", observed.Evidence, StringComparison.Ordinal);
        Assert.Equal(["2026-11-21 A-17"], _shop.Tables.Items);
        Assert.Empty(_shop.Events.Put);
    }

    private static CheckResult Find(IReadOnlyList<CheckResult> results, CheckDefinition check) => results.Single(r => r.Id == check.Id);
}
