using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.EventBridge.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.Faults.Tests.Running;
using LambdaNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace CodeRipple.Workflow.Faults.Tests.Live;

/// <summary>Reads what leads to the functions of a cargo and what watches them, with AWS's own calls.</summary>
internal sealed class SurroundingsReader(FaultMachine machine)
{
    private const string Nothing = "nothing";

    /// <summary>What there is, each with its state in one line.</summary>
    public async Task<IReadOnlyDictionary<Surrounding, string>> ReadAsync(FaultCargo cargo)
    {
        var found = new Dictionary<Surrounding, string>();
        foreach (var function in cargo.Functions)
            found[Retention(function)] = await RetentionAsync(function);
        await ReadAlarmsAsync(cargo, found);
        if (cargo.IsFirst)
            return found;
        foreach (var function in new[] { cargo.Adopted, cargo.Created })
            found[Callers(function)] = await CallersAsync(function);
        foreach (var route in (await machine.Apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = cargo.Place.Api })).Items.Where(r => r.Path != "/"))
            found[Route(cargo, route.Path)] = await RouteAsync(cargo.Place.Api, route.Id);
        found[Deployment(cargo)] = (await machine.Apis.GetStageAsync(new GetStageRequest { RestApiId = cargo.Place.Api, StageName = FaultCargo.Stage })).DeploymentId;
        found[Rule(cargo)] = string.Join(", ", (await machine.Machine.Clients.EventBridge.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = cargo.Rule })).Targets.Select(t => t.Arn));
        return found;
    }

    /// <summary>What must be there once the cargo is live; a deployment must only differ from the one before.</summary>
    public static IReadOnlyDictionary<Surrounding, string> Wanted(FaultCargo cargo)
    {
        var wanted = new Dictionary<Surrounding, string>();
        foreach (var function in cargo.Functions)
        {
            wanted[Retention(function)] = $"{FaultCargo.RetentionDays} days";
            wanted[new Surrounding("alarm", $"{function}-errors")] = $"Sum of Errors GreaterThanThreshold {cargo.ErrorThreshold}";
            wanted[new Surrounding("alarm", $"{function}-duration")] = "Average of Duration GreaterThanThreshold 60000";
            wanted[new Surrounding("alarm", $"{function}-throttles")] = "Sum of Throttles GreaterThanOrEqualToThreshold 1";
        }

        if (cargo.IsFirst)
            return wanted;
        wanted[Callers(cargo.Adopted)] = "apigateway.amazonaws.com, events.amazonaws.com";
        wanted[Callers(cargo.Created)] = "apigateway.amazonaws.com";
        wanted[Route(cargo, "/adopted")] = IntegrationWith(cargo.Adopted);
        wanted[Route(cargo, "/created")] = IntegrationWith(cargo.Created);
        wanted[Rule(cargo)] = ArnOf(cargo.Adopted);
        return wanted;
    }

    public static Surrounding Deployment(FaultCargo cargo) => new("deployment", cargo.Place.Api);

    private static Surrounding Retention(string function) => new("log group", $"/aws/lambda/{function}");

    private static Surrounding Callers(string function) => new("callers", function);

    private static Surrounding Rule(FaultCargo cargo) => new("rule", cargo.Rule);

    private static Surrounding Route(FaultCargo cargo, string path) => new($"route {path}", cargo.Place.Api);

    private static string ArnOf(string function) => $"arn:aws:lambda:us-west-2:123456789012:function:{function}:{FaultCargo.Alias}";

    private static string IntegrationWith(string function) =>
        $"AWS_PROXY POST arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/{ArnOf(function)}/invocations";

    private async Task<string> RouteAsync(string api, string resource)
    {
        var live = await machine.Apis.GetIntegrationAsync(new GetIntegrationRequest { RestApiId = api, ResourceId = resource, HttpMethod = "POST" });
        var responses = (live.IntegrationResponses ?? []).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $" {r.Key} {string.Concat((r.Value.ResponseTemplates ?? []).Values)}");
        return $"{live.Type} {live.HttpMethod} {live.Uri}{string.Concat(responses)}".TrimEnd();
    }

    private async Task<string> CallersAsync(string function)
    {
        try
        {
            var policy = await machine.Machine.Clients.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = function, Qualifier = FaultCargo.Alias });
            return string.Join(", ", JsonNode.Parse(policy.Policy)!["Statement"]!.AsArray().Select(s => (string)s!["Principal"]!["Service"]!).Order(StringComparer.Ordinal));
        }
        catch (LambdaNotFoundException)
        {
            return Nothing;
        }
    }

    private async Task ReadAlarmsAsync(FaultCargo cargo, Dictionary<Surrounding, string> found)
    {
        var names = cargo.Functions.SelectMany(FaultCargo.Alarms).ToList();
        foreach (var name in names)
            found[new Surrounding("alarm", name)] = Nothing;
        foreach (var alarm in (await machine.Machine.Clients.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = names })).MetricAlarms ?? [])
            found[new Surrounding("alarm", alarm.AlarmName)] = FormattableString.Invariant($"{alarm.Statistic} of {alarm.MetricName} {alarm.ComparisonOperator} {alarm.Threshold}");
    }

    // A function makes its log group by itself; a release only says how long it is kept.
    private async Task<string> RetentionAsync(string function)
    {
        var groups = (await machine.Logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = $"/aws/lambda/{function}" })).LogGroups ?? [];
        return groups.FirstOrDefault(g => g.LogGroupName == $"/aws/lambda/{function}")?.RetentionInDays is { } days ? $"{days} days" : Nothing;
    }
}

/// <summary>Something besides the functions that a release changes.</summary>
/// <param name="Name">How the product's messages name it, or what it belongs to.</param>
internal sealed record Surrounding(string Kind, string Name)
{
    public override string ToString() => $"{Kind} of {Name}";
}
