using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>
/// Finds everything that invokes functions of a release past their alias. Such calls would get new code the moment it is uploaded,
/// before any test, and no shift of traffic or rollback would reach them.
/// </summary>
public sealed class TriggerWalk(
    EventRules rules,
    Schedules schedules,
    EventSourceMappings mappings,
    FunctionPolicies permissions,
    FunctionUrls urls,
    HttpApis httpApis,
    StateMachines machines
)
{
    /// <summary>What no list and no policy shows.</summary>
    public const string NotSeen =
        "callers with a role of their own (EventBridge Pipes, AppSync, programs), names that state machines take from their input, earlier versions of state machines, permissions on single versions of functions, and stages that the request does not name and that serve an older deployment";

    /// <param name="restApis">All REST APIs of the account.</param>
    /// <param name="live">Has those that the request names already.</param>
    /// <param name="routes">Routes that the release points to the alias anyway.</param>
    public async Task<FoundTriggers> FindAsync(
        ReleaseRequest request,
        AwsScope place,
        IReadOnlyList<RestApi> restApis,
        LiveRoutes live,
        IReadOnlyList<PlannedRoute> routes
    )
    {
        var functions = request.Functions.Select(f => f.Name).ToHashSet();
        if (functions.Count == 0)
            return new FoundTriggers([], []);
        var walk = new Walk(functions, place, request.Alias);
        var otherApis = new List<string>();
        var parts = await Task.WhenAll(
            RestApiTriggers.FindAsync(walk, restApis, live.Apis, routes),
            walk.TryAsync("HTTP APIs", () => FromHttpApisAsync(walk, otherApis)),
            walk.TryAsync("State machines", async () => await MachineTriggers.FindAsync(walk, await machines.ListAsync(), machines)),
            walk.TryAsync("Function URLs", () => FromUrlsAsync(walk, functions)),
            FromRulesAsync(walk),
            FromSchedulesAsync(walk),
            FromMappingsAsync(walk)
        );
        // After the HTTP APIs: a statement for one that was read says nothing new.
        var policies = await FromPoliciesAsync(functions, [.. restApis.Select(a => a.Id), .. otherApis], walk);
        return new FoundTriggers(
            [.. parts.SelectMany(found => found).Concat(policies).OrderBy(t => t.What, StringComparer.Ordinal)],
            [.. walk.Unseen.Order(StringComparer.Ordinal), .. walk.Off.Warnings]
        );
    }

    private async Task<IReadOnlyList<BypassingTrigger>> FromHttpApisAsync(Walk walk, List<string> read)
    {
        var all = await httpApis.ListAsync();
        var found = await HttpApiTriggers.FindAsync(walk, all, httpApis);
        read.AddRange(all.Select(a => a.ApiId));
        return found;
    }

    private Task<IReadOnlyList<BypassingTrigger>> FromUrlsAsync(Walk walk, IEnumerable<string> functions) =>
        Walk.EachAsync(
            functions,
            async function =>
                from url in await urls.ListAsync(function)
                let target = walk.Bypasses(url.FunctionArn)
                where target is not null
                select walk.ForPeople(
                    $"function URL {url.FunctionUrl}",
                    target,
                    $"give the alias a URL (aws lambda create-function-url-config --function-name {function} --qualifier {walk.AliasOf(target).Split(':')[^1]} --auth-type {url.AuthType}), lead its callers there and delete this one"
                )
        );

    private async Task<IReadOnlyList<BypassingTrigger>> FromRulesAsync(Walk walk) =>
        await Walk.EachAsync(
            await rules.ListBusesAsync(),
            async bus =>
            {
                var found = new List<BypassingTrigger>();
                foreach (var rule in await rules.ListAsync(bus))
                {
                    var targets = await rules.ListTargetsAsync(bus, rule.Name);
                    walk.Off.Look(bus, rule, targets);
                    found.AddRange(
                        from live in targets
                        let target = walk.Bypasses(live.Arn)
                        where target is not null
                        select walk.Adoptable(
                            $"target \"{live.Id}\" of rule \"{rule.Name}\" on bus \"{bus}\"",
                            target,
                            new PlannedTrigger(
                                TriggerKind.RuleTarget,
                                $"{bus}/{rule.Name}/{live.Id}",
                                target.Function,
                                live.RoleArn is { Length: > 0 } ? null : walk.Place.Rule(bus, rule.Name)
                            )
                        )
                    );
                }

                return found;
            }
        );

    private async Task<IReadOnlyList<BypassingTrigger>> FromSchedulesAsync(Walk walk)
    {
        var all = await schedules.ListAsync();
        foreach (var schedule in all)
            walk.Off.Look(schedule);
        return
        [
            .. from schedule in all
            let target = walk.Bypasses(schedule.Target?.Arn)
            where target is not null
            select walk.Adoptable(
                $"schedule \"{schedule.Name}\" of group \"{schedule.GroupName}\"",
                target,
                new PlannedTrigger(TriggerKind.Schedule, $"{schedule.GroupName}/{schedule.Name}", target.Function, SourceArn: null)
            ),
        ];
    }

    private async Task<IReadOnlyList<BypassingTrigger>> FromMappingsAsync(Walk walk)
    {
        var all = await mappings.ListAsync();
        foreach (var mapping in all)
            walk.Off.Look(mapping);
        return
        [
            .. from mapping in all
            let target = walk.Bypasses(mapping.FunctionArn)
            where target is not null
            select walk.Adoptable(
                $"event source mapping {mapping.UUID} from {mapping.EventSourceArn}",
                target,
                new PlannedTrigger(TriggerKind.EventSourceMapping, mapping.UUID, target.Function, SourceArn: null)
            ),
        ];
    }

    // A permission for unqualified calls reveals triggers that have no list to read: buckets, topics, user pools, other accounts.
    private Task<IReadOnlyList<BypassingTrigger>> FromPoliciesAsync(IEnumerable<string> functions, HashSet<string> apis, Walk walk) =>
        Walk.EachAsync(
            functions,
            async function =>
                from statement in await permissions.ListAsync(function, qualifier: null)
                where !IsWalked(statement, apis)
                let target = new FunctionArn(function, Qualifier: null)
                select new BypassingTrigger(
                    $"{statement.Principal}{(statement.SourceArn is { } source ? $" for {source}" : "")} by statement \"{statement.Id}\" of the function's policy",
                    target,
                    $"let it invoke {walk.AliasOf(target)} and permit that there, then: aws lambda remove-permission --function-name {function} --statement-id {statement.Id}",
                    Adoptable: null
                )
        );

    // What these may invoke was read from themselves; a permission that is left over invokes nothing.
    private static bool IsWalked(PermissionStatement statement, HashSet<string> apis) =>
        statement.ViaUrl
        || statement.Action == "lambda:InvokeFunctionUrl"
        || statement.Principal switch
        {
            "events.amazonaws.com" or "scheduler.amazonaws.com" => true,
            "apigateway.amazonaws.com" => statement.SourceArn?.Split(':') is [.., var path] && apis.Contains(path.Split('/')[0]),
            _ => false,
        };
}

/// <param name="Warnings">What could not be read, and what is switched off.</param>
public sealed record FoundTriggers(IReadOnlyList<BypassingTrigger> Bypassing, IReadOnlyList<string> Warnings);
