using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using CodeRipple.Workflow.Client.Aws;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>A rule that invokes a function without naming an alias, as consoles suggest it.</summary>
internal sealed class BypassingRule : IAsyncDisposable
{
    private const string Target = "rehearsal";
    private readonly IAmazonEventBridge _events;
    private readonly string _name;

    private BypassingRule(IAmazonEventBridge events, string name) => (_events, _name) = (events, name);

    public static async Task<BypassingRule> MakeAsync(AwsClients clients, string function, CancellationToken cancellationToken)
    {
        var rule = new BypassingRule(clients.EventBridge, $"{function}-rehearsal");
        var arn = $"arn:aws:lambda:{clients.Region}:{await clients.AccountIdAsync(cancellationToken)}:function:{function}";
        await rule._events.PutRuleAsync(
            new PutRuleRequest { Name = rule._name, EventPattern = """{"source": ["coderipple.rehearsal"]}""" },
            cancellationToken
        );
        await rule._events.PutTargetsAsync(
            new PutTargetsRequest { Rule = rule._name, Targets = [new Target { Id = Target, Arn = arn }] },
            cancellationToken
        );
        return rule;
    }

    public async ValueTask DisposeAsync()
    {
        await _events.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = _name, Ids = [Target] });
        await _events.DeleteRuleAsync(new DeleteRuleRequest { Name = _name });
    }
}
