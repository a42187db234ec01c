using System.Text.Json.Nodes;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>Reports about what leads callers to a function.</summary>
internal static class ApiReports
{
    private const string Code = "def handler(event, context):\n    return {\"statusCode\": 200, \"generation\": 1}\n";

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
            "Succeeded, Rejected: by the variables of stage \"prod\"",
            w => BypassedAsync(w, "by the variables of stage \"prod\"", AddStageVariableAsync)
        ),
        new(
            "an API whose stages lead to aliases by a variable",
            "https://github.com/serverless/serverless/issues/4481",
            "Succeeded, Succeeded; the integration still has the variable",
            SharedApiAsync
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

    private static Task<string> BypassedAsync(ReportedWorkload workload, string words, Func<ReportedWorkload, Task> addAsync) =>
        BypassedAsync(workload, words, () => addAsync(workload));

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
}
