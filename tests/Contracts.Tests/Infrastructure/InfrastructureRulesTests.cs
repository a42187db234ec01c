using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests;

public sealed class InfrastructureRulesTests
{
    [Fact]
    public void Everything_may_be_left_out()
    {
        var infrastructure = RequestReader.Read(Request("{}")).Infrastructure;

        Assert.Equal((0, 0, 0), (infrastructure.Tables.Count, infrastructure.Rules.Count, infrastructure.CustomEvents.Count));
        var limits = infrastructure.Limits;
        Assert.Equal((1000, 90, 60, 120), (limits.TableReadMs, limits.TimeoutPercent, limits.InvocationSeconds, limits.EventSeconds));
    }

    [Fact]
    public void A_table_and_a_rule_have_strict_defaults()
    {
        var infrastructure = RequestReader.Read(Request("""{"tables":[{"name":"orders"}],"rules":[{"name":"nightly"}]}""")).Infrastructure;

        var (table, rule) = (infrastructure.Tables[0], infrastructure.Rules[0]);
        Assert.Equal(
            ("PAY_PER_REQUEST", "kms", true, true),
            (table.BillingMode, table.Encryption, table.PointInTimeRecovery, table.DeletionProtection)
        );
        Assert.Equal(("default", true, null), (rule.Bus, rule.DeadLetters, rule.Days));
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once_with_its_path()
    {
        var error = Assert.Throws<InvalidReleaseRequestException>(() =>
            RequestReader.Read(
                Request(
                    """
                    {
                      "functions": [{ "name": "stranger" }],
                      "tables": [{ "name": "orders", "sortKey": "day", "usedBy": [{ "function": "stranger", "actions": ["dynamodb:GetItem"] }] }, { "name": "orders" }],
                      "rules": [{ "name": "nightly", "bus": "shop", "schedule": "cron(0 6 * * MON *)", "days": ["MONDAY"], "targets": ["stranger"] }],
                      "customEvents": [{ "name": "x", "bus": "shop", "source": "shop", "detailType": "X", "rule": "r" }]
                    }
                    """
                )
            )
        );

        Assert.Equal(
            """
            infrastructure/functions/0/name: "stranger" is not one of this request's functions
            infrastructure/tables/0/usedBy/0/function: "stranger" is not one of this request's functions
            infrastructure/tables/0/partitionKey: is missing; a sort key alone says nothing
            infrastructure/rules/0/targets/0: "stranger" is not one of this request's functions
            infrastructure/rules/0/days/0: must be one of SUN, MON, TUE, WED, THU, FRI, SAT, but is "MONDAY"
            infrastructure/rules/0/schedule: "cron(0 6 * * MON *)" is not a schedule expression of EventBridge: exactly one of day of month and day of week must be ?
            infrastructure/rules/0/bus: must be left out: only rules of the default bus have schedules
            infrastructure/customEvents/0: must name the effect to be seen: item or log, one of them
            infrastructure/tables: "orders" is listed 2 times; names must be unique
            """,
            string.Join('\n', error.Errors)
        );
    }

    [Theory]
    [InlineData(""" "item": { "table": "orders", "key": { "id": "A-17", "day": "<date>" } } """, "item/key: must hold <id>")]
    [InlineData(""" "log": { "function": "orders", "text": "written" } """, "log/text: must hold <id>")]
    public void The_effect_of_an_event_is_one_that_only_this_event_can_have(string effect, string problem)
    {
        var events = $$"""{"customEvents":[{"name":"x","bus":"shop","source":"shop","detailType":"X","rule":"r",{{effect}}}]}""";

        var error = Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(Request(events)));

        Assert.Contains($"infrastructure/customEvents/0/{problem}, the event's own id", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cron(0 6 L * ? *)", "must be left out: \"cron(0 6 L * ? *)\" does not run on fixed days of the week")]
    [InlineData("rate(2 days)", "must be left out: \"rate(2 days)\" does not run on fixed days of the week")]
    [InlineData(
        "cron(0 6 * * ? *)",
        "are MON,TUE, but \"cron(0 6 * * ? *)\" runs on MON,TUE,WED,THU,FRI,SAT,SUN; correct one of the two, or leave days out"
    )]
    public void Days_that_the_schedule_does_not_have_are_refused(string schedule, string problem)
    {
        var error = Assert.Throws<InvalidReleaseRequestException>(() =>
            RequestReader.Read(Request($$"""{"rules":[{"name":"nightly","schedule":"{{schedule}}","days":["MON","TUE"]}]}"""))
        );

        Assert.Equal([$"infrastructure/rules/0/days: {problem}"], error.Errors.Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("cron(0 6 L * ? *)", "")]
    [InlineData("cron(0 6 ? * MON-FRI *)", "")]
    [InlineData("cron(0 6 ? * 3,2 *)", ""","days":["TUE","MON"]""")]
    public void Days_may_be_left_out_or_must_be_those_of_the_schedule(string schedule, string days) =>
        RequestReader.Read(Request($$"""{"rules":[{"name":"nightly","schedule":"{{schedule}}"{{days}}}]}"""));

    [Fact]
    public void Unknown_members_are_refused()
    {
        var error = Assert.Throws<InvalidReleaseRequestException>(() =>
            RequestReader.Read(Request("""{"tables":[{"name":"orders","encrypted":true}],"lambdas":[]}"""))
        );

        Assert.Contains("infrastructure/tables/0/encrypted: unknown member", error.Message, StringComparison.Ordinal);
        Assert.Contains("infrastructure/lambdas: unknown member", error.Message, StringComparison.Ordinal);
    }

    private static JsonNode Request(string infrastructure) =>
        JsonNode.Parse(
            $$"""
            {
              "application": "shop",
              "environment": "development",
              "functions": [{
                "name": "orders", "artifact": { "sha256": "{{new string(
                'a',
                64
            )}}", "size": 1 }, "runtime": "dotnet10", "handler": "Orders",
                "role": "arn:aws:iam::123456789012:role/orders", "smokeTests": [{ "name": "health" }]
              }],
              "infrastructure": {{infrastructure}}
            }
            """
        )!;
}
