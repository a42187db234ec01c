using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>Reads what points to a shop's functions and what watches them, with AWS's own calls, not through the product.</summary>
internal sealed class BaseStackReader(RunningMachine running, ShopWorkload workload, string api) : IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    // An account may deploy once in five seconds, and the release that is tested shares that.
    private readonly AmazonAPIGatewayClient _apis = new(Credentials, Configured(new AmazonAPIGatewayConfig { MaxErrorRetry = 9 }, running));
    private readonly AmazonCloudWatchClient _watch = new(Credentials, Configured(new AmazonCloudWatchConfig(), running));
    private readonly AmazonCloudWatchLogsClient _logs = new(Credentials, Configured(new AmazonCloudWatchLogsConfig(), running));

    /// <summary>Where callers reach the API's stage.</summary>
    public Uri Url => new(running.Host.Endpoint, $"/restapis/{api}/live/_user_request_/hello");

    /// <summary>The integration as it is edited, as JSON.</summary>
    public async Task<string> IntegrationAsync()
    {
        var resource = (await _apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = api })).Items.Single(r => r.Path == "/hello");
        var live = await _apis.GetIntegrationAsync(
            new GetIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource.Id,
                HttpMethod = "POST",
            }
        );
        return JsonSerializer.Serialize(
            new
            {
                Type = live.Type.Value,
                live.Uri,
                live.HttpMethod,
                live.Credentials,
                live.RequestTemplates,
                Responses = live.IntegrationResponses?.Select(r =>
                    $"{r.Key} {r.Value.SelectionPattern} {JsonSerializer.Serialize(r.Value.ResponseTemplates)}"
                ),
            }
        );
    }

    public async Task<string> DeploymentAsync() =>
        (await _apis.GetStageAsync(new GetStageRequest { RestApiId = api, StageName = "live" })).DeploymentId;

    /// <summary>Who may invoke the alias of a function: principal and source of each statement.</summary>
    public async Task<IReadOnlyList<string>> PermissionsAsync(string function)
    {
        try
        {
            var policy = await running.Clients.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = function, Qualifier = "live" });
            return
            [
                .. JsonNode.Parse(policy.Policy)!["Statement"]!
                    .AsArray()
                    .Select(s => $"{s!["Principal"]!["Service"]} {s["Condition"]!["ArnLike"]!["AWS:SourceArn"]}"),
            ];
        }
        catch (Amazon.Lambda.Model.ResourceNotFoundException)
        {
            return [];
        }
    }

    /// <summary>The alarms of the shop's functions: name, metric, comparison, threshold, periods, action.</summary>
    public async Task<IReadOnlyList<string>> AlarmsAsync()
    {
        var names = workload.Functions.SelectMany(f => new[] { $"{f}-errors", $"{f}-duration", $"{f}-throttles" }).ToList();
        return
        [
            .. (await _watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = names }))
                .MetricAlarms.Select(a =>
                    $"{a.AlarmName}: {a.Statistic} {a.MetricName} {a.ComparisonOperator} {a.Threshold} in {a.EvaluationPeriods}x{a.Period} s, {a.TreatMissingData}, to {a.AlarmActions?.FirstOrDefault()}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Days that the log group of a function keeps events; null = for ever, or there is none.</summary>
    public async Task<int?> RetentionAsync(string function) =>
        (await _logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = $"/aws/lambda/{function}" }))
            .LogGroups?.FirstOrDefault(g => g.LogGroupName == $"/aws/lambda/{function}")
            ?.RetentionInDays;

    /// <summary>Lets the stage call the function without naming an alias, as it is before a first release adopts it.</summary>
    /// <param name="role">What the integration invokes with; null = the permission that the function gives.</param>
    public async Task CallFunctionItselfAsync(string function, string? role = null)
    {
        await running.Clients.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = function,
                StatementId = "by-hand",
                Action = "lambda:InvokeFunction",
                Principal = "apigateway.amazonaws.com",
                SourceArn = $"arn:aws:execute-api:us-west-2:123456789012:{api}/*/POST/hello",
            }
        );
        var resource = (await _apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = api })).Items.Single(r => r.Path == "/hello");
        var live = await _apis.GetIntegrationAsync(
            new GetIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource.Id,
                HttpMethod = "POST",
            }
        );
        await _apis.UpdateIntegrationAsync(
            new UpdateIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource.Id,
                HttpMethod = "POST",
                PatchOperations =
                [
                    .. Replacing("/uri", live.Uri.Replace(":live/", "/", StringComparison.Ordinal)),
                    .. role is null ? [] : Replacing("/credentials", role),
                ],
            }
        );
        await _apis.CreateDeploymentAsync(
            new CreateDeploymentRequest
            {
                RestApiId = api,
                StageName = "live",
                Description = "by hand",
            }
        );
    }

    private static IEnumerable<PatchOperation> Replacing(string path, string value) =>
        [
            new PatchOperation
            {
                Op = Op.Replace,
                Path = path,
                Value = value,
            },
        ];

    public async Task<HttpResponseMessage> CallAsync(HttpClient http) =>
        await http.PostAsync(Url, new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

    public void Dispose()
    {
        _apis.Dispose();
        _watch.Dispose();
        _logs.Dispose();
    }

    private static T Configured<T>(T config, RunningMachine running)
        where T : ClientConfig
    {
        config.ServiceURL = running.Host.Endpoint.ToString();
        config.AuthenticationRegion = running.Host.Region;
        return config;
    }
}
