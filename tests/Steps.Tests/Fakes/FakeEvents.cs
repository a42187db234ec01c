using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>EventBridge in memory: rules with targets, on the default bus and one called "shop".</summary>
internal sealed class FakeEvents : FakeService
{
    private readonly Dictionary<(string Bus, string Rule), List<Target>> _rules = [];

    public FakeEvents(History history)
        : base(history)
    {
        Client
            .ListEventBusesAsync(Arg.Any<ListEventBusesRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                call.Arg<ListEventBusesRequest>().NextToken is null
                    ? new ListEventBusesResponse { EventBuses = [new EventBus { Name = "default" }], NextToken = "more" }
                    : new ListEventBusesResponse { EventBuses = [new EventBus { Name = "shop" }] }
            );
        Client
            .ListRulesAsync(Arg.Any<ListRulesRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new ListRulesResponse
            {
                Rules =
                [
                    .. _rules
                        .Keys.Where(r => r.Bus == call.Arg<ListRulesRequest>().EventBusName)
                        .Select(r => new Rule { Name = r.Rule, State = r.Rule == Disabled ? RuleState.DISABLED : RuleState.ENABLED }),
                ],
            });
        Client
            .ListTargetsByRuleAsync(Arg.Any<ListTargetsByRuleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Vanishing == call.Arg<ListTargetsByRuleRequest>().Rule
                    ? throw new ResourceNotFoundException($"Rule {Vanishing} does not exist.")
                    : new ListTargetsByRuleResponse
                    {
                        Targets =
                        [
                            .. _rules[(call.Arg<ListTargetsByRuleRequest>().EventBusName, call.Arg<ListTargetsByRuleRequest>().Rule)],
                        ],
                    }
            );
        Client
            .PutTargetsAsync(Arg.Any<PutTargetsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Put(call.Arg<PutTargetsRequest>()));
    }

    public IAmazonEventBridge Client { get; } = Substitute.For<IAmazonEventBridge>();

    /// <summary>A rule that is listed and is gone when its targets are read.</summary>
    public string? Vanishing { get; set; }

    /// <summary>A rule that somebody has switched off.</summary>
    public string? Disabled { get; set; }

    /// <summary>EventBridge answers 200 and says in the entries that it refused the target.</summary>
    public bool RefusesTargets { get; set; }

    public void Has(string bus, string rule, Target target) => _rules[(bus, rule)] = [target];

    public Target Target(string bus, string rule) => _rules[(bus, rule)].Single();

    private PutTargetsResponse Put(PutTargetsRequest request)
    {
        if (RefusesTargets)
            return new PutTargetsResponse
            {
                FailedEntryCount = 1,
                FailedEntries = [new PutTargetsResultEntry { ErrorCode = "AccessDeniedException", ErrorMessage = "not for you" }],
            };
        return Change<PutTargetsResponse>(request, request.Rule, () => _rules[(request.EventBusName, request.Rule)] = request.Targets);
    }
}
