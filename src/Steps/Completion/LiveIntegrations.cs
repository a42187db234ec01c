using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Resources;
using CodeRipple.Workflow.Steps.Routing;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Reads what points to the functions of a release and what watches them, and compares it with what the release wanted.</summary>
public sealed class LiveIntegrations(
    RestApis apis,
    FunctionPolicies permissions,
    IEnumerable<ITriggerResource> triggers,
    MonitoringState monitoring
)
{
    /// <param name="differences">Gets a line for everything that is not as wanted.</param>
    public async Task<IReadOnlyList<ManifestRoute>> ReadAsync(ReleasePlan plan, List<string> differences)
    {
        var place = AwsScope.Of(plan.Release);
        var live = new List<ManifestRoute>();
        var routes = new LiveRoutes(new LiveApis(apis), permissions);
        foreach (var route in plan.Routes)
        {
            var deployment = (await routes.Apis.FindStageAsync(route.ApiId, route.Stage))?.DeploymentId;
            if (deployment is null)
                differences.Add($"{route.Api} has no stage {route.Stage} any more");
            else if (await routes.DiffersAsync(route, plan.Request.Alias, place))
                differences.Add($"{route.Name} of {route.Api} does not point to {route.Function}:{plan.Request.Alias}");
            live.Add(new ManifestRoute(route.ApiId, route.Stage, route.Method, route.Path, route.Function, deployment ?? "", route.Change));
        }

        foreach (var permission in plan.Statements)
            if (!await routes.PermitsAsync(permission, plan.Request.Alias))
                differences.Add($"{permission.Function}:{plan.Request.Alias} does not let {permission.SourceArn} invoke it");
        foreach (var trigger in plan.Triggers)
        {
            var resource = triggers.First(t => t.Trigger == trigger.Kind);
            if (await resource.FindTargetAsync(trigger.Name) != place.Function(trigger.Function, plan.Request.Alias))
                differences.Add($"{resource.Kind}:{trigger.Name} does not invoke {trigger.Function}:{plan.Request.Alias}");
        }

        differences.AddRange((await monitoring.FindDifferencesAsync(plan)).Names.Select(name => $"{name} is not as the release requires"));
        return live;
    }
}
