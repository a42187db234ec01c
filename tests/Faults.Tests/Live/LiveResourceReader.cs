using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.EventBridge.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using LambdaNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace CodeRipple.Workflow.Faults.Tests.Live;

/// <summary>Reads what points to the functions of a workload and what watches them, with AWS's own calls.</summary>
internal sealed class LiveResourceReader(FaultMachine machine)
{
    /// <summary>State of a log group that is not there. A rollback leaves what has come then: it has the log of what failed.</summary>
    public const string NoLogGroup = "no log group";

    private const string Nothing = "nothing";

    /// <summary>What there is, each with its state in one line.</summary>
    public async Task<IReadOnlyDictionary<LiveResource, string>> ReadAsync(FaultWorkload workload)
    {
        var found = new Dictionary<LiveResource, string>();
        foreach (var function in workload.Functions)
            found[Retention(function)] = await RetentionAsync(function);
        await ReadAlarmsAsync(workload, found);
        if (workload.IsFirst)
            return found;
        foreach (var function in new[] { workload.Adopted, workload.Created })
            found[Callers(function)] = await CallersAsync(function);
        foreach (
            var route in (await machine.Apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = workload.Place.Api })).Items.Where(r =>
                r.Path != "/"
            )
        )
            found[Route(workload, route.Path)] = await RouteAsync(workload.Place.Api, route.Id);
        found[Deployment(workload)] = (
            await machine.Apis.GetStageAsync(new GetStageRequest { RestApiId = workload.Place.Api, StageName = FaultWorkload.Stage })
        ).DeploymentId;
        found[Rule(workload)] = string.Join(
            ", ",
            (
                await machine.Machine.Clients.EventBridge.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = workload.Rule })
            ).Targets.Select(t => t.Arn)
        );
        return found;
    }

    /// <summary>What must be there once the workload is live; a deployment must only differ from the one before.</summary>
    public static IReadOnlyDictionary<LiveResource, string> Wanted(FaultWorkload workload)
    {
        var wanted = new Dictionary<LiveResource, string>();
        foreach (var function in workload.Functions)
        {
            wanted[Retention(function)] = $"{FaultWorkload.RetentionDays} days";
            wanted[new LiveResource("alarm", $"{function}-errors")] = $"Sum of Errors GreaterThanThreshold {workload.ErrorThreshold}";
            wanted[new LiveResource("alarm", $"{function}-duration")] = "Average of Duration GreaterThanThreshold 60000";
            wanted[new LiveResource("alarm", $"{function}-throttles")] = "Sum of Throttles GreaterThanOrEqualToThreshold 1";
        }

        if (workload.IsFirst)
            return wanted;
        wanted[Callers(workload.Adopted)] = "apigateway.amazonaws.com, events.amazonaws.com";
        wanted[Callers(workload.Created)] = "apigateway.amazonaws.com";
        wanted[Route(workload, "/adopted")] = IntegrationWith(workload.Adopted);
        wanted[Route(workload, "/created")] = IntegrationWith(workload.Created);
        wanted[Rule(workload)] = ArnOf(workload.Adopted);
        return wanted;
    }

    public static LiveResource Deployment(FaultWorkload workload) => new("deployment", workload.Place.Api);

    private static LiveResource Retention(string function) => new("log group", $"/aws/lambda/{function}");

    private static LiveResource Callers(string function) => new("callers", function);

    private static LiveResource Rule(FaultWorkload workload) => new("rule", workload.Rule);

    private static LiveResource Route(FaultWorkload workload, string path) => new($"route {path}", workload.Place.Api);

    private static string ArnOf(string function) => $"arn:aws:lambda:us-west-2:123456789012:function:{function}:{FaultWorkload.Alias}";

    private static string IntegrationWith(string function) =>
        $"AWS_PROXY POST arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/{ArnOf(function)}/invocations";

    private async Task<string> RouteAsync(string api, string resource)
    {
        var live = await machine.Apis.GetIntegrationAsync(
            new GetIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
            }
        );
        var responses = (live.IntegrationResponses ?? [])
            .OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => $" {r.Key} {string.Concat((r.Value.ResponseTemplates ?? []).Values)}");
        return $"{live.Type} {live.HttpMethod} {live.Uri}{string.Concat(responses)}".TrimEnd();
    }

    private async Task<string> CallersAsync(string function)
    {
        try
        {
            var policy = await machine.Machine.Clients.Lambda.GetPolicyAsync(
                new GetPolicyRequest { FunctionName = function, Qualifier = FaultWorkload.Alias }
            );
            return string.Join(
                ", ",
                JsonNode.Parse(policy.Policy)!["Statement"]!
                    .AsArray()
                    .Select(s => (string)s!["Principal"]!["Service"]!)
                    .Order(StringComparer.Ordinal)
            );
        }
        catch (LambdaNotFoundException)
        {
            return Nothing;
        }
    }

    private async Task ReadAlarmsAsync(FaultWorkload workload, Dictionary<LiveResource, string> found)
    {
        var names = workload.Functions.SelectMany(FaultWorkload.Alarms).ToList();
        foreach (var name in names)
            found[new LiveResource("alarm", name)] = Nothing;
        foreach (
            var alarm in (
                await machine.Machine.Clients.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = names })
            ).MetricAlarms
                ?? []
        )
            found[new LiveResource("alarm", alarm.AlarmName)] = FormattableString.Invariant(
                $"{alarm.Statistic} of {alarm.MetricName} {alarm.ComparisonOperator} {alarm.Threshold}"
            );
    }

    // A function makes its log group by itself; a release only says how long it is kept.
    private async Task<string> RetentionAsync(string function)
    {
        var groups =
            (
                await machine.Logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = $"/aws/lambda/{function}" })
            ).LogGroups
            ?? [];
        return groups.FirstOrDefault(g => g.LogGroupName == $"/aws/lambda/{function}") is not { } group ? NoLogGroup
            : group.RetentionInDays is { } days ? $"{days} days"
            : Nothing;
    }
}

/// <summary>Something besides the functions that a release changes.</summary>
/// <param name="Name">How the product's messages name it, or what it belongs to.</param>
internal sealed record LiveResource(string Kind, string Name)
{
    public override string ToString() => $"{Kind} of {Name}";
}
