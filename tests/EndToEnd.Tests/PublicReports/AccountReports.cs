using System.Text.Json.Nodes;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>Reports about what a release finds in an account, and what it leaves there.</summary>
internal static class AccountReports
{
    private const string Code = "def handler(event, context):\n    return {\"statusCode\": 200, \"generation\": 1}\n";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static IEnumerable<PublicReport> All { get; } =
    [
        new(
            "seventy methods of an API that one function answers",
            "https://github.com/aws/serverless-application-model/issues/337",
            "Succeeded; the policy fits into 20,480 bytes",
            SeventyRoutesAsync
        ),
        new(
            "an authorizer that calls the function past its alias",
            "https://github.com/serverless-heaven/serverless-aws-alias/issues/22",
            "Succeeded, Rejected: authorizer",
            w => BypassedAsync(w, "authorizer", AddAuthorizerAsync)
        ),
        new(
            "an integration that names the function by a stage variable",
            "https://github.com/serverless/serverless/issues/1437",
            "Succeeded, Rejected: stageVariables.target",
            w => BypassedAsync(w, "stageVariables.target", AddStageVariableAsync)
        ),
        new(
            "a function URL without an alias",
            "https://github.com/aws/serverless-application-model/issues/2386",
            "Succeeded, Rejected: function URL",
            w =>
                BypassedAsync(
                    w,
                    "function URL",
                    () =>
                        w.Calls.RestAsync(
                            HttpMethod.Post,
                            "lambda",
                            $"/2021-10-31/functions/{w.Function}/url",
                            new JsonObject { ["AuthType"] = "AWS_IAM" }
                        )
                )
        ),
        new(
            "an alarm that pages a team, and logs that are kept for ever",
            "https://github.com/aws/aws-cdk/issues/35003",
            "Succeeded; alarm as before, logs for ever, both said",
            OwnAlarmAsync
        ),
        new(
            "a live layer version that somebody deleted",
            "https://github.com/aws-amplify/amplify-cli/issues/4929",
            "Succeeded, Rejected: not-reversible, accepted: Succeeded",
            DeletedLayerAsync
        ),
        new(
            "a schedule that is not weekly",
            "https://github.com/grumBit/aws_cron_expression_validator/issues/12",
            "Succeeded, check passed",
            MonthlyAsync
        ),
        new(
            "a function whose last update failed",
            "https://github.com/hashicorp/terraform-provider-aws/issues/4633",
            "Succeeded, Succeeded",
            FailedUpdateAsync
        ),
    ];

    private static async Task<string> SeventyRoutesAsync(ReportedWorkload workload)
    {
        workload.Write("code/app.py", Code);
        var routes = new JsonArray();
        workload.Resources["Api"] = new JsonObject
        {
            ["Type"] = "AWS::ApiGateway::RestApi",
            ["Properties"] = new JsonObject { ["Name"] = workload.Application },
        };
        for (var i = 0; i < 70; i++)
        {
            var path = $"resource-number-{i}";
            workload.Resources[$"R{i}"] = JsonNode.Parse(
                $$"""
                {
                  "Type": "AWS::ApiGateway::Resource",
                  "Properties": { "RestApiId": { "Ref": "Api" }, "ParentId": { "Fn::GetAtt": ["Api", "RootResourceId"] }, "PathPart": "{{path}}" }
                }
                """
            );
            workload.Resources[$"M{i}"] = JsonNode.Parse(
                $$"""
                {
                  "Type": "AWS::ApiGateway::Method",
                  "Properties": {
                    "RestApiId": { "Ref": "Api" }, "ResourceId": { "Ref": "R{{i}}" }, "HttpMethod": "GET", "AuthorizationType": "NONE",
                    "Integration": { "Type": "MOCK", "RequestTemplates": { "application/json": "{\"statusCode\": 200}" } }
                  }
                }
                """
            );
            routes.Add(
                new JsonObject
                {
                    ["method"] = "GET",
                    ["path"] = $"/{path}",
                    ["function"] = workload.Function,
                }
            );
        }

        workload.Resources["Deployment"] = new JsonObject
        {
            ["Type"] = "AWS::ApiGateway::Deployment",
            ["DependsOn"] = new JsonArray([.. Enumerable.Range(0, 70).Select(i => (JsonNode)$"M{i}")]),
            ["Properties"] = JsonNode.Parse("""{ "RestApiId": { "Ref": "Api" } }"""),
        };
        workload.Resources["Stage"] = JsonNode.Parse(
            """
            {
              "Type": "AWS::ApiGateway::Stage",
              "Properties": { "RestApiId": { "Ref": "Api" }, "DeploymentId": { "Ref": "Deployment" }, "StageName": "live" }
            }
            """
        );
        workload.Workload["api"] = new JsonArray(
            new JsonObject
            {
                ["name"] = workload.Application,
                ["stage"] = "live",
                ["routes"] = routes,
            }
        );
        var released = await workload.ReleaseAsync();
        var policy = await workload.Running.Clients.Lambda.GetPolicyAsync(
            new Amazon.Lambda.Model.GetPolicyRequest { FunctionName = workload.Function, Qualifier = "live" }
        );
        return $"{released}; the policy {(policy.Policy.Length <= 20_480 ? "fits into" : "exceeds")} 20,480 bytes";
    }

    /// <summary>Releases, adds what calls the function past its alias, and releases a change.</summary>
    private static async Task<string> BypassedAsync(ReportedWorkload workload, string words, Func<Task> addAsync)
    {
        workload.Write("code/app.py", Code);
        var first = await workload.ReleaseAsync();
        await addAsync();
        workload.Write("code/app.py", Code + "\n");
        return $"{first}, {await workload.ReleaseAsync(words)}";
    }

    private static Task<string> BypassedAsync(ReportedWorkload workload, string words, Func<ReportedWorkload, Task> addAsync) =>
        BypassedAsync(workload, words, () => addAsync(workload));

    private static async Task AddAuthorizerAsync(ReportedWorkload workload)
    {
        var (api, root) = await AddApiAsync(workload, "guarded");
        var authorizer = await workload.Calls.RestAsync(
            HttpMethod.Post,
            "apigateway",
            $"/restapis/{api}/authorizers",
            new JsonObject
            {
                ["name"] = "gate",
                ["type"] = "TOKEN",
                ["identitySource"] = "method.request.header.Authorization",
                ["authorizerUri"] = InvocationOf(workload, workload.Arn("lambda", $"function:{workload.Function}")),
            }
        );
        await AddMethodAsync(
            workload,
            api,
            root,
            new JsonObject { ["authorizationType"] = "CUSTOM", ["authorizerId"] = (string?)authorizer["id"] },
            new JsonObject
            {
                ["type"] = "MOCK",
                ["requestTemplates"] = new JsonObject { ["application/json"] = """{"statusCode": 200}""" },
            }
        );
        await PermitAsync(workload, workload.Arn("execute-api", $"{api}/authorizers/{authorizer["id"]}"));
    }

    private static async Task AddStageVariableAsync(ReportedWorkload workload)
    {
        var (api, root) = await AddApiAsync(workload, "variable");
        await AddMethodAsync(
            workload,
            api,
            root,
            new JsonObject { ["authorizationType"] = "NONE" },
            new JsonObject
            {
                ["type"] = "AWS_PROXY",
                ["httpMethod"] = "POST",
                ["uri"] = InvocationOf(workload, workload.Arn("lambda", "function:${stageVariables.target}")),
            },
            new JsonObject { ["target"] = workload.Function }
        );
        await PermitAsync(workload, workload.Arn("execute-api", $"{api}/*/GET/"));
    }

    private static async Task<string> SharedApiAsync(ReportedWorkload workload)
    {
        const string ByVariable = "${stageVariables.alias}";
        workload.Write("code/app.py", Code);
        var first = await workload.ReleaseAsync();
        var (api, root) = await AddApiAsync(workload, "shared");
        await AddMethodAsync(
            workload,
            api,
            root,
            new JsonObject { ["authorizationType"] = "NONE" },
            new JsonObject
            {
                ["type"] = "AWS_PROXY",
                ["httpMethod"] = "POST",
                ["uri"] = InvocationOf(workload, workload.Arn("lambda", $"function:{workload.Function}:{ByVariable}")),
            },
            new JsonObject { ["alias"] = "live" }
        );
        await DeployAsync(workload, api, "dev", new JsonObject { ["alias"] = "dev" });
        workload.Workload["api"] = new JsonArray(
            new JsonObject
            {
                ["name"] = $"{workload.Application}-shared",
                ["stage"] = "prod",
                ["routes"] = new JsonArray(
                    new JsonObject
                    {
                        ["method"] = "GET",
                        ["path"] = "/",
                        ["function"] = workload.Function,
                    }
                ),
            }
        );
        workload.Write("code/app.py", Code + "\n");
        var second = await workload.ReleaseAsync();
        var integration = await workload.Calls.RestAsync(HttpMethod.Get, "apigateway", $"{GetMethodOf(api, root)}/integration");
        var kept = ((string)integration["uri"]!).Contains(ByVariable, StringComparison.Ordinal);
        return $"{first}, {second}; the integration {(kept ? "still has the variable" : "was rewritten for all stages")}";
    }

    /// <summary>The API and its root resource.</summary>
    private static async Task<(string Api, string Root)> AddApiAsync(ReportedWorkload workload, string name)
    {
        var api = (string)
            (
                await workload.Calls.RestAsync(
                    HttpMethod.Post,
                    "apigateway",
                    "/restapis",
                    new JsonObject { ["name"] = $"{workload.Application}-{name}" }
                )
            )["id"]!;
        var resources = await workload.Calls.RestAsync(HttpMethod.Get, "apigateway", $"/restapis/{api}/resources");
        return (api, (string)(resources["item"] ?? resources["_embedded"]!["item"])![0]!["id"]!);
    }

    private static async Task AddMethodAsync(
        ReportedWorkload workload,
        string api,
        string resource,
        JsonObject method,
        JsonObject integration,
        JsonObject? variables = null
    )
    {
        var path = GetMethodOf(api, resource);
        await workload.Calls.RestAsync(HttpMethod.Put, "apigateway", path, method);
        await workload.Calls.RestAsync(HttpMethod.Put, "apigateway", $"{path}/integration", integration);
        await DeployAsync(workload, api, "prod", variables);
    }

    private static Task DeployAsync(ReportedWorkload workload, string api, string stage, JsonObject? variables)
    {
        var deployment = new JsonObject { ["stageName"] = stage };
        if (variables is not null)
            deployment["variables"] = variables;
        return workload.Calls.RestAsync(HttpMethod.Post, "apigateway", $"/restapis/{api}/deployments", deployment);
    }

    private static string GetMethodOf(string api, string resource) => $"/restapis/{api}/resources/{resource}/methods/GET";

    private static string InvocationOf(ReportedWorkload workload, string function) =>
        $"arn:aws:apigateway:{workload.Region}:lambda:path/2015-03-31/functions/{function}/invocations";

    private static Task PermitAsync(ReportedWorkload workload, string source) =>
        workload.Running.Clients.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = workload.Function,
                StatementId = "report",
                Action = "lambda:InvokeFunction",
                Principal = "apigateway.amazonaws.com",
                SourceArn = source,
            }
        );

    private static async Task<string> OwnAlarmAsync(ReportedWorkload workload)
    {
        var (watch, logs) = (workload.Running.Clients.CloudWatch, workload.Running.Clients.Logs);
        var (alarm, group) = ($"{workload.Function}-errors", $"/aws/lambda/{workload.Function}");
        await watch.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = alarm,
                Namespace = "AWS/Lambda",
                MetricName = "Errors",
                Dimensions = [new Amazon.CloudWatch.Model.Dimension { Name = "FunctionName", Value = workload.Function }],
                Statistic = "Sum",
                Period = 60,
                EvaluationPeriods = 1,
                Threshold = 0,
                ComparisonOperator = "GreaterThanThreshold",
                AlarmActions = [workload.Arn("sns", "on-call")],
            }
        );
        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = group });
        workload.Write("code/app.py", Code);

        var released = await workload.ReleaseAsync();

        var after = (await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [alarm] })).MetricAlarms.Single();
        var kept = (await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = group })).LogGroups.Single();
        var asBefore = after is { Threshold: 0, Period: 60 } && after.AlarmActions is [var action] && action.EndsWith(":on-call");
        var said = workload.Said.Contains(alarm, StringComparison.Ordinal) && workload.Said.Contains(group, StringComparison.Ordinal);
        return $"{released}; alarm {(asBefore ? "as before" : "overwritten")}, logs {(kept.RetentionInDays is null or 0 ? "for ever" : "shortened")}, {(said ? "both said" : "not said")}";
    }

    private static async Task<string> DeletedLayerAsync(ReportedWorkload workload)
    {
        var layer = $"{workload.Function}-basket";
        workload.Write("layer/python/basket.py", "FRUIT = 'pear'\n");
        workload.Write("code/app.py", "import basket\ndef handler(event, context):\n    return {\"fruit\": basket.FRUIT}\n");
        workload.Workload["layers"] = new JsonArray(
            new JsonObject
            {
                ["name"] = layer,
                ["path"] = "layer",
                ["compatibleRuntimes"] = new JsonArray("python3.13"),
                ["probe"] = new JsonObject { ["imports"] = new JsonArray("basket") },
            }
        );
        workload.Described["layers"] = new JsonArray(layer);
        var first = await workload.ReleaseAsync();
        await workload.Running.Clients.Lambda.DeleteLayerVersionAsync(
            new DeleteLayerVersionRequest { LayerName = layer, VersionNumber = 1 }
        );
        workload.Write("layer/python/basket.py", "FRUIT = 'plum'\n");

        var second = await workload.ReleaseAsync("not-reversible");
        var accepted = await workload.ReleaseAsync("", "--accept", $"not-reversible:{workload.Function}");

        return $"{first}, {second}, accepted: {accepted}";
    }

    private static async Task<string> MonthlyAsync(ReportedWorkload workload)
    {
        const string LastDayOfTheMonth = "cron(0 6 L * ? *)";
        workload.Write("code/app.py", Code);
        var rule = $"{workload.Function}-invoices";
        workload.Resources["Invoices"] = new JsonObject
        {
            ["Type"] = "AWS::Events::Rule",
            ["Properties"] = new JsonObject
            {
                ["Name"] = rule,
                ["ScheduleExpression"] = LastDayOfTheMonth,
                ["Targets"] = new JsonArray(
                    new JsonObject { ["Id"] = "monthly", ["Arn"] = workload.Arn("lambda", $"function:{workload.Function}:live") }
                ),
            },
        };
        workload.Workload["infrastructure"] = new JsonObject
        {
            ["rules"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = rule,
                    ["schedule"] = LastDayOfTheMonth,
                    ["deadLetters"] = false,
                    ["targets"] = new JsonArray(workload.Function),
                }
            ),
        };
        var released = await workload.ReleaseAsync();
        await workload.Running.Clients.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = workload.Function,
                Qualifier = "live",
                StatementId = "invoices",
                Action = "lambda:InvokeFunction",
                Principal = "events.amazonaws.com",
                SourceArn = workload.Arn("events", $"rule/{rule}"),
            }
        );
        return $"{released}, {await workload.CheckAsync(rule)}";
    }

    private static async Task<string> FailedUpdateAsync(ReportedWorkload workload)
    {
        workload.Write("code/app.py", Code);
        // What the key encrypts.
        workload.Described["environment"] = new JsonObject { ["STAGE"] = "development" };
        var first = await workload.ReleaseAsync();
        var lambda = workload.Running.Clients.Lambda;
        await lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = workload.Function,
                KMSKeyArn = await workload.Calls.CreateKeyAsync(disabled: true),
            }
        );
        var read = new GetFunctionConfigurationRequest { FunctionName = workload.Function };
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while ((await lambda.GetFunctionConfigurationAsync(read)).LastUpdateStatus != LastUpdateStatus.Failed)
            await Task.Delay(Pause, TimeProvider.System, deadline.Token);
        workload.Write("code/app.py", Code + "\n");
        return $"{first}, {await workload.ReleaseAsync()}";
    }
}
