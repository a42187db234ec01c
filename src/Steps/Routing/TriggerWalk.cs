using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>
/// Finds everything that invokes functions of a release past their alias. Such calls would get new code the moment it is uploaded,
/// before any test, and no shift of traffic or rollback would reach them.
/// </summary>
public sealed class TriggerWalk(EventRules rules, Schedules schedules, EventSourceMappings mappings, FunctionPolicies permissions)
{
    // Enough that calls wait for nothing but their quotas.
    private const int AtOnce = 4;

    /// <param name="restApis">
    /// All REST APIs of the account. Each is read: one whose integration has a role of its own may invoke a function without a trace in
    /// the function's policy.
    /// </param>
    /// <param name="paths">Has those that the request names already.</param>
    /// <param name="routes">Routes that the release points to the alias anyway.</param>
    /// <param name="warnings">Gets what is switched off.</param>
    public async Task<IReadOnlyList<BypassingTrigger>> FindAsync(
        ReleaseRequest request,
        AwsScope place,
        IReadOnlyList<RestApi> restApis,
        ApiPaths paths,
        IReadOnlyList<PlannedRoute> routes,
        List<string> warnings
    )
    {
        var functions = request.Functions.Select(f => f.Name).ToHashSet();
        if (functions.Count == 0)
            return [];
        var walk = new Walk(
            arn => FunctionArn.Find(arn) is { BypassesAlias: true } target && functions.Contains(target.Function) ? target : null,
            place,
            request.Alias,
            new SwitchedOffTriggers(functions)
        );
        var parts = await Task.WhenAll(
            FromApisAsync(walk, restApis, paths, routes),
            FromRulesAsync(walk),
            FromSchedulesAsync(walk),
            FromMappingsAsync(walk),
            FromPoliciesAsync(functions, [.. restApis.Select(a => a.Id)], walk)
        );
        warnings.AddRange(walk.Off.Warnings);
        return [.. parts.SelectMany(found => found).OrderBy(t => t.What, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<BypassingTrigger>> EachAsync<T>(
        IEnumerable<T> items,
        Func<T, Task<IEnumerable<BypassingTrigger>>> find
    ) => [.. (await Concurrently.SelectAsync(items, AtOnce, find)).SelectMany(found => found)];

    private static Task<IReadOnlyList<BypassingTrigger>> FromApisAsync(
        Walk walk,
        IReadOnlyList<RestApi> restApis,
        ApiPaths paths,
        IReadOnlyList<PlannedRoute> routes
    ) =>
        EachAsync(
            restApis,
            async api =>
                from resource in await paths.ListAsync(api.Id)
                from method in resource.ResourceMethods ?? []
                where !routes.Any(r => r.ApiId == api.Id && r.ResourceId == resource.Id && r.Method == method.Key)
                let target = walk.Bypasses(method.Value?.MethodIntegration?.Uri)
                where target is not null
                select new BypassingTrigger(
                    $"{method.Key} {resource.Path} of API \"{api.Name}\" ({api.Id})",
                    target,
                    $"name the route under \"api\" in the request, or point the integration to {walk.AliasOf(target)} and deploy the API",
                    Adoptable: null
                )
        );

    private async Task<IReadOnlyList<BypassingTrigger>> FromRulesAsync(Walk walk) =>
        await EachAsync(
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

    // A permission for unqualified calls reveals triggers that have no list to read: buckets, topics, HTTP APIs, other accounts.
    private Task<IReadOnlyList<BypassingTrigger>> FromPoliciesAsync(IEnumerable<string> functions, HashSet<string> restApis, Walk walk) =>
        EachAsync(
            functions,
            async function =>
                from statement in await permissions.ListAsync(function, qualifier: null)
                where !IsWalked(statement, restApis)
                let target = new FunctionArn(function, Qualifier: null)
                select new BypassingTrigger(
                    $"{statement.Principal}{(statement.SourceArn is { } source ? $" for {source}" : "")} by statement \"{statement.Id}\" of the function's policy",
                    target,
                    $"let it invoke {walk.AliasOf(target)} and permit that there, then: aws lambda remove-permission --function-name {function} --statement-id {statement.Id}",
                    Adoptable: null
                )
        );

    // What these may invoke was read from themselves; a permission that is left over invokes nothing.
    private static bool IsWalked(PermissionStatement statement, HashSet<string> restApis) =>
        statement.Principal switch
        {
            "events.amazonaws.com" or "scheduler.amazonaws.com" => true,
            "apigateway.amazonaws.com" => statement.SourceArn?.Split(':') is [.., var path] && restApis.Contains(path.Split('/')[0]),
            _ => false,
        };

    private sealed record Walk(Func<string?, FunctionArn?> Bypasses, AwsScope Place, string Alias, SwitchedOffTriggers Off)
    {
        public string AliasOf(FunctionArn target) => Place.Function(target.Function, Alias);

        public BypassingTrigger Adoptable(string what, FunctionArn target, PlannedTrigger trigger) =>
            new(what, target, $"set \"adopt\": true in the request, or point it to {AliasOf(target)}", trigger);
    }
}

/// <param name="What">The trigger, for people.</param>
/// <param name="Target">What it invokes.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Adoptable">How the release can turn it to the alias; null when only a person can.</param>
public sealed record BypassingTrigger(string What, FunctionArn Target, string Remedy, PlannedTrigger? Adoptable)
{
    public override string ToString() => $"{What} invokes {Target.Function}:{Target.Qualifier ?? "$LATEST"}; {Remedy}";
}
