using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>Functions, executions, rules and schedules may do what policies allow them, and nothing else.</summary>
public sealed partial class PermissionSpecs(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>, IDisposable
{
    private const int Deadline = 120_000;
    private const string Account = "us-west-2:123456789012";

    /// <summary>Calls AWS and answers what AWS said.</summary>
    private const string Caller = """
        import boto3, botocore
        def handler(event, context):
            try:
                getattr(boto3.client(event["service"]), event["operation"])(**event["parameters"])
                return "allowed"
            except botocore.exceptions.ClientError as refused:
                return refused.response["Error"]["Code"] + ": " + refused.response["Error"]["Message"]
        """;

    private readonly AwsClients _aws = AwsClients.Of(fixture.Host);

    public void Dispose() => _aws.Dispose();

    [Fact(Timeout = Deadline)]
    public async Task A_function_may_do_what_its_role_allows_as_soon_as_it_allows_it()
    {
        var table = LocalAwsFixture.NewName("table");
        await _aws.DynamoDb.CreateTableAsync(
            new CreateTableRequest(table, [new KeySchemaElement("pk", "HASH")], [new AttributeDefinition("pk", "S")], null)
            {
                BillingMode = "PAY_PER_REQUEST",
            }
        );
        var role = LocalAwsFixture.NewName("role");
        await AllowAsync(role, "dynamodb:GetItem", "*");
        var function = await FunctionAsync(role, Caller);
        var put = $$"""{"service":"dynamodb","operation":"put_item","parameters":{"TableName":"{{table}}","Item":{"pk":{"S":"a"} } } }""";

        Assert.Equal(
            $"AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/{role}/{function} is not authorized to perform: dynamodb:PutItem "
                + $"on resource: arn:aws:dynamodb:{Account}:table/{table} because no identity-based policy allows the dynamodb:PutItem action",
            await InvokeAsync(function, put)
        );
        await AllowAsync(role, "dynamodb:PutItem", $"arn:aws:dynamodb:*:*:table/{table}");
        Assert.Equal("allowed", await InvokeAsync(function, put));
    }

    [Fact(Timeout = Deadline)]
    public async Task A_missing_object_looks_forbidden_to_a_function_that_may_not_list_the_bucket()
    {
        var (bucket, role) = (await TestBuckets.CreateAsync(_aws), LocalAwsFixture.NewName("role"));
        await AllowAsync(role, "s3:GetObject", "*");
        var function = await FunctionAsync(role, Caller);
        var get = $$"""{"service":"s3","operation":"get_object","parameters":{"Bucket":"{{bucket}}","Key":"k"} }""";
        Assert.StartsWith("AccessDenied: ", await InvokeAsync(function, get), StringComparison.Ordinal);
        await AllowAsync(role, """s3:GetObject","s3:ListBucket""", "*");
        Assert.StartsWith("NoSuchKey: ", await InvokeAsync(function, get), StringComparison.Ordinal);
    }

    [Theory(Timeout = Deadline)]
    [InlineData("lambda:GetFunction", "null")]
    [InlineData("""lambda:GetFunction","lambda:ListTags""", "mine")]
    public async Task The_tags_of_a_function_are_shown_to_those_who_may_list_them(string actions, string tag)
    {
        var role = LocalAwsFixture.NewName("role");
        await AllowAsync(role, actions, "*");
        var function = await FunctionAsync(
            role,
            """
            import boto3
            def handler(event, context):
                return boto3.client("lambda").get_function(FunctionName=context.function_name).get("Tags", {}).get("whose", "null")
            """
        );
        await _aws.Lambda.TagResourceAsync(
            new Amazon.Lambda.Model.TagResourceRequest
            {
                Resource = $"arn:aws:lambda:{Account}:function:{function}",
                Tags = new() { ["whose"] = "mine" },
            }
        );

        Assert.Equal(tag, await InvokeAsync(function, "{}"));
    }

    [Fact(Timeout = Deadline)]
    public async Task A_function_has_logs_only_when_its_role_may_write_them()
    {
        var (silent, logging) = (LocalAwsFixture.NewName("silent"), LocalAwsFixture.NewName("logging"));
        await AllowAsync(silent, "dynamodb:GetItem", "*");
        await AllowAsync(logging, """logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents""", "*");
        const string Code = "def handler(event, context):\n    print('hello')";
        var functions = new[] { await FunctionAsync(silent, Code), await FunctionAsync(logging, Code) };
        foreach (var function in functions)
            await InvokeAsync(function, "{}");
        await fixture.Host.FlushAsync();
        var groups = (
            await _aws.Logs.DescribeLogGroupsAsync(
                new Amazon.CloudWatchLogs.Model.DescribeLogGroupsRequest { LogGroupNamePrefix = "/aws/lambda/" }
            )
        )
            .LogGroups.Select(group => group.LogGroupName)
            .ToList();
        Assert.DoesNotContain("/aws/lambda/" + functions[0], groups);
        Assert.Contains("/aws/lambda/" + functions[1], groups);
    }

    [Fact(Timeout = Deadline)]
    public async Task An_execution_may_do_what_the_role_of_its_machine_allows()
    {
        var role = LocalAwsFixture.NewName("role");
        await AllowAsync(role, "lambda:InvokeFunction", $"arn:aws:lambda:{Account}:function:nobody");
        var function = await FunctionAsync("executor", "def handler(event, context): return 1");
        var machine = await MachineAsync(
            role,
            $$"""
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"{{function}}"},"End":true} } }
            """
        );

        var denied = await RunAsync(machine);
        Assert.Equal(("FAILED", "Lambda.AWSLambdaException"), (denied.Status.Value, denied.Error));
        Assert.Contains(
            $"assumed-role/{role}/states is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:{Account}:function:{function} because",
            denied.Cause,
            StringComparison.Ordinal
        );
        await AllowAsync(role, "lambda:InvokeFunction", $"arn:aws:lambda:{Account}:function:{function}");
        Assert.Equal("SUCCEEDED", (await RunAsync(machine)).Status.Value);
    }

    [Fact(Timeout = Deadline)]
    public async Task Waiting_for_a_nested_execution_takes_the_managed_rule_and_the_permission_to_look()
    {
        var role = LocalAwsFixture.NewName("role");
        await AllowAsync(role, "states:StartExecution", "*");
        var child = await MachineAsync("executor", """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true} } }""");
        var parent =
            $$"""{"StartAt":"Nest","States":{"Nest":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"{{child}}"},"End":true} } }""";

        var refused = await Assert.ThrowsAnyAsync<AmazonStepFunctionsException>(() => MachineAsync(role, parent));
        Assert.Contains("is not authorized to create managed-rule.", refused.Message, StringComparison.Ordinal);
        await AllowAsync(role, """states:StartExecution","events:PutTargets","events:PutRule","events:DescribeRule""", "*");
        var machine = await MachineAsync(role, parent);
        Assert.Contains("states:DescribeExecution", (await RunAsync(machine)).Cause, StringComparison.Ordinal);
        await AllowAsync(role, """states:StartExecution","states:DescribeExecution""", "*");
        Assert.Equal("SUCCEEDED", (await RunAsync(machine)).Status.Value);
    }

    private Task DeliveredAsync(string rule, string status) =>
        Eventually.TrueAsync(() =>
            fixture.Host.Deliveries.LastOrDefault(one => one.RuleArn.EndsWith(rule, StringComparison.Ordinal))?.Status == status
        );

    /// <summary>From now on the role may do this and nothing else.</summary>
    private Task AllowAsync(string role, string action, string resource) =>
        TestFunctions.RoleAsync(
            _aws,
            role,
            $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["{{action}}"],"Resource":"{{resource}}"} }"""
        );

    private async Task<string> FunctionAsync(string role, string code)
    {
        if (role == "executor")
            await TestFunctions.RoleAsync(_aws);
        return await TestFunctions.CreateAsync(
            _aws,
            request =>
                (request.Role, request.Code.ZipFile, request.Timeout) = (
                    $"arn:aws:iam::123456789012:role/{role}",
                    TestFunctions.Zip(code),
                    30
                )
        );
    }

    private async Task<string> InvokeAsync(string function, string payload)
    {
        using var answer = (await _aws.Lambda.InvokeAsync(new() { FunctionName = function, Payload = payload })).Payload;
        return (await JsonNode.ParseAsync(answer))?.ToString() ?? "";
    }

    private async Task<string> MachineAsync(string role, string definition)
    {
        if (role == "executor")
            await TestFunctions.RoleAsync(_aws);
        return (
            await _aws.StepFunctions.CreateStateMachineAsync(
                new CreateStateMachineRequest
                {
                    Name = LocalAwsFixture.NewName("machine"),
                    Definition = definition,
                    RoleArn = $"arn:aws:iam::123456789012:role/{role}",
                }
            )
        ).StateMachineArn;
    }

    private async Task<DescribeExecutionResponse> RunAsync(string machine)
    {
        var started = await _aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine });
        DescribeExecutionResponse? ended = null;
        await Eventually.TrueAsync(async () =>
        {
            ended = await _aws.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn });
            return ended.Status != "RUNNING";
        });
        return ended!;
    }
}
