using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>
/// Plans the statements by which stages may invoke aliases: one for each stage and function, so that hundreds of routes fit into a
/// policy; and finds those of earlier releases that no route needs any more. Statements of others are not touched.
/// </summary>
internal sealed class RoutePermissions(LiveRoutes live, ReleaseRequest request, AwsScope place, IReadOnlyList<RestApi> apis)
{
    /// <param name="readable">Stages whose deployment could be read.</param>
    public async Task<(IReadOnlyList<PlannedStatement> Wanted, IReadOnlyList<StaleStatement> Stale)> PlanAsync(
        IReadOnlyList<PlannedRoute> routes,
        IReadOnlySet<StageName> readable
    )
    {
        var wanted = new List<PlannedStatement>();
        foreach (var stage in routes.GroupBy(r => (r.Function, r.ApiId, r.Stage)))
            if (await NeedingAsync(stage) is { Count: > 0 } needing)
                wanted.Add(await PlanAsync(stage.Key.Function, place.ApiMethods(needing)));
        var stale = new List<StaleStatement>();
        foreach (var function in request.Api.Count > 0 ? request.Functions.Select(f => f.Name) : [])
            stale.AddRange(await FindStaleAsync(function, [.. wanted.Where(w => w.Function == function)], readable));
        return (wanted, stale);
    }

    /// <summary>Errors about policies that would become longer than Lambda takes.</summary>
    public async Task<IReadOnlyList<RequestError>> CheckLengthAsync(
        IReadOnlyList<PlannedStatement> permissions,
        IReadOnlyList<PlannedTrigger> triggers
    )
    {
        var errors = new List<RequestError>();
        var added = permissions
            .Where(p => p.Change)
            .Select(p => (p.Function, Statement: PermissionStatement.For(PermissionStatement.Apis, p.SourceArn)))
            .Concat(
                triggers
                    .Where(t => t.SourceArn is not null)
                    .Select(t => (t.Function, Statement: PermissionStatement.For("events.amazonaws.com", t.SourceArn!)))
            )
            .Distinct();
        foreach (var function in added.GroupBy(a => a.Function, a => a.Statement))
        {
            var policy = await live.PolicyAsync(new AliasName(function.Key, request.Alias));
            var arn = place.Function(function.Key, request.Alias);
            var bytes = policy.Bytes + function.Where(s => !policy.Statements.Contains(s)).Sum(s => s.BytesOn(arn));
            if (bytes > FunctionPolicy.MostBytes)
                errors.Add(
                    new RequestError(
                        $"/functions/{request.Functions.Select(f => f.Name).ToList().IndexOf(function.Key)}",
                        $"the policy of {function.Key}:{request.Alias} would have {bytes:N0} bytes, and Lambda takes {FunctionPolicy.MostBytes:N0}; remove statements that nothing needs: aws lambda get-policy --function-name {function.Key} --qualifier {request.Alias}"
                    )
                );
        }

        return errors;
    }

    private async Task<IReadOnlyCollection<PlannedRoute>> NeedingAsync(IEnumerable<PlannedRoute> routes)
    {
        var needing = new List<PlannedRoute>();
        foreach (var route in routes)
            if (await live.NeedsPermissionAsync(route))
                needing.Add(route);
        return needing;
    }

    private async Task<PlannedStatement> PlanAsync(string function, string sourceArn)
    {
        var permission = new PlannedStatement(function, sourceArn, Change: true);
        return permission with { Change = !await live.PermitsAsync(permission, request.Alias) };
    }

    private async Task<IReadOnlyList<StaleStatement>> FindStaleAsync(
        string function,
        IReadOnlyList<PlannedStatement> wanted,
        IReadOnlySet<StageName> readable
    )
    {
        var stale = new List<StaleStatement>();
        var policy = await live.PolicyAsync(new AliasName(function, request.Alias));
        foreach (var statement in policy.Statements.Where(s => s.Principal == PermissionStatement.Apis && s.IsOurs))
            if (wanted.All(w => w.SourceArn != statement.SourceArn) && !await IsNeededAsync(statement, function, wanted, readable))
                stale.Add(new StaleStatement(function, statement.Id));
        return stale;
    }

    private async Task<bool> IsNeededAsync(
        PermissionStatement statement,
        string function,
        IReadOnlyList<PlannedStatement> wanted,
        IReadOnlySet<StageName> readable
    )
    {
        if (statement.SourceArn!.Split(':', 6)[^1].Split('/') is not [var id, var stage, _, ..])
            return true;
        if (apis.FirstOrDefault(a => a.Id == id) is not { } api || await live.Apis.FindStageAsync(id, stage) is null)
            return false;
        // What a stage serves is read only where the request names it. Elsewhere the statement may be needed.
        if (!readable.Contains(new StageName(id, stage)))
            return true;
        var pictures = new[] { await live.Apis.EditedAsync(api), await live.Apis.ServedAsync(id, stage) };
        foreach (var (name, uri) in pictures.SelectMany(p => p.Uris))
        {
            var method = name.Split(' ', 2) is [var verb, var path] ? place.ApiMethod(id, stage, verb, path) : "";
            if (
                PolicyStatement.Matches(statement.SourceArn, method)
                && !wanted.Any(w => PolicyStatement.Matches(w.SourceArn, method))
                && FunctionArn.Find(await live.FillAsync(id, stage, uri)) == new FunctionArn(function, request.Alias)
            )
                return true;
        }

        return false;
    }
}
