using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonEventBridge))]
public sealed class EventBridgeContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private const string Pattern = """{"source":["coderipple.test"]}""";

    private readonly AmazonEventBridgeClient _events = Client<AmazonEventBridgeClient, AmazonEventBridgeConfig>(aws, (c, o) => new(c, o));

    [Fact]
    public async Task PutEvents_reaches_the_target_of_a_matching_rule()
    {
        var queue = await QueueAsync();
        var rule = await RuleAsync();
        await _events.PutTargetsAsync(new PutTargetsRequest { Rule = rule, Targets = [new Target { Id = "q", Arn = queue.Arn }] });

        var answer = await _events.PutEventsAsync(
            new PutEventsRequest
            {
                Entries =
                [
                    new PutEventsRequestEntry
                    {
                        Source = "other",
                        DetailType = "t",
                        Detail = "{}",
                    },
                    new PutEventsRequestEntry
                    {
                        Source = "coderipple.test",
                        DetailType = "t",
                        Detail = """{"n":1}""",
                    },
                ],
            }
        );

        Assert.Equal((0, 2), (answer.FailedEntryCount, answer.Entries.Count));
        var body = (await MessageAsync(queue.Url)).Body;
        Assert.Contains("\"coderipple.test\"", body, StringComparison.Ordinal);
        await _events.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = rule, Ids = ["q"] });
    }

    [Fact]
    public async Task TestEventPattern_says_whether_an_event_matches()
    {
        Assert.True(await MatchesAsync("coderipple.test"));
        Assert.False(await MatchesAsync("other"));
        await Assert.ThrowsAsync<InvalidEventPatternException>(() =>
            _events.TestEventPatternAsync(new TestEventPatternRequest { EventPattern = """{"source":"no list"}""", Event = Event("other") })
        );

        async Task<bool> MatchesAsync(string source) =>
            (await _events.TestEventPatternAsync(new TestEventPatternRequest { EventPattern = Pattern, Event = Event(source) }))
                .Result!
                .Value;
    }

    [Fact]
    public async Task CreateEventBus_makes_one()
    {
        var name = NewName("bus");

        Assert.EndsWith(
            ":event-bus/" + name,
            (await _events.CreateEventBusAsync(new CreateEventBusRequest { Name = name })).EventBusArn,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(() =>
            _events.CreateEventBusAsync(new CreateEventBusRequest { Name = name })
        );
    }

    [Fact]
    public async Task DescribeEventBus_of_an_unknown_one_is_not_found()
    {
        Assert.Equal("default", (await _events.DescribeEventBusAsync(new DescribeEventBusRequest())).Name);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            _events.DescribeEventBusAsync(new DescribeEventBusRequest { Name = "nobody" })
        );
    }

    [Fact]
    public async Task ListEventBuses_has_the_default_one_and_others()
    {
        var name = NewName("bus");
        await _events.CreateEventBusAsync(new CreateEventBusRequest { Name = name });

        var buses = (await _events.ListEventBusesAsync(new ListEventBusesRequest())).EventBuses.Select(b => b.Name);

        Assert.Superset(new HashSet<string> { "default", name }, buses.ToHashSet());
    }

    [Fact]
    public async Task PutRule_takes_a_schedule()
    {
        var name = NewName("rule");

        await _events.PutRuleAsync(
            new PutRuleRequest
            {
                Name = name,
                ScheduleExpression = "cron(0 6 ? * MON-SAT *)",
                State = RuleState.DISABLED,
            }
        );

        Assert.Equal("cron(0 6 ? * MON-SAT *)", (await DescribeAsync(name)).ScheduleExpression);
    }

    [Fact]
    public async Task DescribeRule_returns_pattern_and_state()
    {
        var rule = await DescribeAsync(await RuleAsync());

        Assert.Equal((Pattern, RuleState.ENABLED), (rule.EventPattern, rule.State));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => DescribeAsync("nobody"));
    }

    [Fact]
    public async Task DisableRule_is_seen_in_its_state()
    {
        var name = await RuleAsync();

        await _events.DisableRuleAsync(new DisableRuleRequest { Name = name });

        Assert.Equal(RuleState.DISABLED, (await DescribeAsync(name)).State);
    }

    [Fact]
    public async Task EnableRule_undoes_that()
    {
        var name = await RuleAsync();
        await _events.DisableRuleAsync(new DisableRuleRequest { Name = name });

        await _events.EnableRuleAsync(new EnableRuleRequest { Name = name });

        Assert.Equal(RuleState.ENABLED, (await DescribeAsync(name)).State);
    }

    [Fact]
    public async Task DeleteRule_leaves_nothing()
    {
        var name = await RuleAsync();

        await _events.DeleteRuleAsync(new DeleteRuleRequest { Name = name });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => DescribeAsync(name));
    }

    [Fact]
    public async Task ListRules_can_be_of_a_prefix()
    {
        var name = await RuleAsync();

        Assert.Equal([name], (await _events.ListRulesAsync(new ListRulesRequest { NamePrefix = name })).Rules.Select(rule => rule.Name));
    }

    [Fact]
    public async Task PutTargets_keeps_input_transformer_retries_and_dead_letters()
    {
        var (name, queue) = (await RuleAsync(), await QueueAsync());

        var answer = await _events.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = name,
                Targets =
                [
                    new Target
                    {
                        Id = "t",
                        Arn = queue.Arn,
                        InputTransformer = new InputTransformer
                        {
                            InputPathsMap = new() { ["s"] = "$.source" },
                            InputTemplate = """{"from":<s>}""",
                        },
                        RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 3, MaximumEventAgeInSeconds = 300 },
                        DeadLetterConfig = new DeadLetterConfig { Arn = queue.Arn },
                    },
                ],
            }
        );

        Assert.Equal(0, answer.FailedEntryCount);
        var target = Assert.Single((await _events.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = name })).Targets);
        Assert.Equal("$.source", target.InputTransformer.InputPathsMap["s"]);
        Assert.Equal(
            (3, 300, queue.Arn),
            (target.RetryPolicy.MaximumRetryAttempts, target.RetryPolicy.MaximumEventAgeInSeconds, target.DeadLetterConfig.Arn)
        );
    }

    [Fact]
    public async Task ListTargetsByRule_is_empty_at_first() =>
        Assert.Empty((await _events.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = await RuleAsync() })).Targets);

    [Fact]
    public async Task RemoveTargets_takes_one_away()
    {
        var (name, queue) = (await RuleAsync(), await QueueAsync());
        await _events.PutTargetsAsync(new PutTargetsRequest { Rule = name, Targets = [new Target { Id = "t", Arn = queue.Arn }] });

        var answer = await _events.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = name, Ids = ["t"] });

        Assert.Equal(0, answer.FailedEntryCount);
        Assert.Empty((await _events.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = name })).Targets);
    }

    [Fact]
    public async Task ListRuleNamesByTarget_finds_the_rules_of_a_target()
    {
        var (name, queue) = (await RuleAsync(), await QueueAsync());
        await _events.PutTargetsAsync(new PutTargetsRequest { Rule = name, Targets = [new Target { Id = "t", Arn = queue.Arn }] });

        Assert.Equal(
            [name],
            (await _events.ListRuleNamesByTargetAsync(new ListRuleNamesByTargetRequest { TargetArn = queue.Arn })).RuleNames
        );
    }

    private static string Event(string source) =>
        $$"""{"id":"1","account":"123456789012","source":"{{source}}","time":"2026-01-01T00:00:00Z","region":"us-west-2","resources":[],"detail-type":"t","detail":{} }""";

    private async Task<string> RuleAsync()
    {
        var name = NewName("rule");
        await _events.PutRuleAsync(new PutRuleRequest { Name = name, EventPattern = Pattern });
        return name;
    }

    private Task<DescribeRuleResponse> DescribeAsync(string name) => _events.DescribeRuleAsync(new DescribeRuleRequest { Name = name });
}
