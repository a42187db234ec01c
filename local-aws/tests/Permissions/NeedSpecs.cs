using System.Text;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Permissions;

/// <summary>Which permissions a function needs for what it sends.</summary>
public sealed class NeedSpecs : IAsyncLifetime
{
    private const string Lambda = "arn:aws:lambda:us-west-2:123456789012:";
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("GET", "/2015-03-31/functions/f", "", "lambda:GetFunction function:f")]
    [InlineData("GET", "/2015-03-31/functions/f?Qualifier=live", "", "lambda:GetFunction function:f:live")]
    [InlineData(
        "GET",
        "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-west-2%3A123456789012%3Afunction%3Af/aliases/live",
        "",
        "lambda:GetAlias function:f"
    )]
    [InlineData("POST", "/2015-03-31/functions/f/invocations?Qualifier=7", """{"Qualifier":"8"}""", "lambda:InvokeFunction function:f:7")]
    [InlineData("POST", "/2015-03-31/functions/f/invocations", """{"Qualifier":"8"}""", "lambda:InvokeFunction function:f")]
    [InlineData(
        "POST",
        "/2015-03-31/functions/f/policy?Qualifier=live",
        """{"Principal":"apigateway.amazonaws.com"}""",
        "lambda:AddPermission function:f:live lambda:Principal=apigateway.amazonaws.com"
    )]
    [InlineData("PUT", "/2015-03-31/functions/f/code", """{"ZipFile":""}""", "lambda:UpdateFunctionCode function:f")]
    [InlineData(
        "PUT",
        "/2015-03-31/functions/f/code",
        """{"S3Bucket":"b","S3Key":"k/1"}""",
        "lambda:UpdateFunctionCode function:f",
        "s3:GetObject arn:aws:s3:::b/k/1"
    )]
    [InlineData(
        "PUT",
        "/2015-03-31/functions/f/code",
        """{"S3Bucket":"b","S3Key":"k","S3ObjectVersion":"v"}""",
        "lambda:UpdateFunctionCode function:f",
        "s3:GetObjectVersion arn:aws:s3:::b/k"
    )]
    [InlineData("PUT", "/2015-03-31/functions/f/configuration", """{"Timeout":3}""", "lambda:UpdateFunctionConfiguration function:f")]
    [InlineData(
        "PUT",
        "/2015-03-31/functions/f/configuration",
        """{"Role":"arn:aws:iam::123456789012:role/r","Layers":["arn:l:1","arn:m:2"]}""",
        "lambda:UpdateFunctionConfiguration function:f lambda:Layer=arn:l:1,arn:m:2",
        "iam:PassRole arn:aws:iam::123456789012:role/r iam:PassedToService=lambda.amazonaws.com",
        "lambda:GetLayerVersion arn:l:1",
        "lambda:GetLayerVersion arn:m:2"
    )]
    [InlineData(
        "POST",
        "/2015-03-31/functions",
        """{"FunctionName":"f","Role":"arn:r","Tags":{"a":"b"},"Code":{"S3Bucket":"b","S3Key":"k"}}""",
        "lambda:CreateFunction function:f",
        "iam:PassRole arn:r iam:PassedToService=lambda.amazonaws.com",
        "lambda:TagResource function:f",
        "s3:GetObject arn:aws:s3:::b/k"
    )]
    [InlineData(
        "POST",
        "/2018-10-31/layers/l/versions",
        """{"Content":{"S3Bucket":"b","S3Key":"k"}}""",
        "lambda:PublishLayerVersion layer:l",
        "s3:GetObject arn:aws:s3:::b/k"
    )]
    [InlineData("POST", "/2017-03-31/tags/arn%3Af", """{"Tags":{"a":"1","b":"2"}}""", "lambda:TagResource arn:f aws:TagKeys=a,b")]
    [InlineData("DELETE", "/2017-03-31/tags/arn%3Af?tagKeys=a", "", "lambda:UntagResource arn:f aws:TagKeys=a")]
    [InlineData("GET", "/2018-10-31/layers/l/versions", "", "lambda:ListLayerVersions *")]
    [InlineData("GET", "/2018-10-31/layers/l/versions/3", "", "lambda:GetLayerVersion layer:l:3")]
    [InlineData("GET", "/2018-10-31/layers?find=LayerVersion&Arn=arn%3Al%3A3", "", "lambda:GetLayerVersion arn:l:3")]
    public Task Lambda_asks_for_the_qualified_function_and_for_all_that_a_call_brings_along(
        string method,
        string target,
        string body,
        params string[] needs
    ) =>
        AssertAsync(
            "lambda",
            method,
            target,
            body,
            null,
            [
                .. needs.Select(need =>
                    need.Replace(" function:", $" {Lambda}function:", StringComparison.Ordinal)
                        .Replace(" layer:", $" {Lambda}layer:", StringComparison.Ordinal)
                ),
            ]
        );

    [Theory]
    [InlineData("GET", "/b/k/1", "s3:GetObject arn:aws:s3:::b/k/1")]
    [InlineData("HEAD", "/b/k/1", "s3:GetObject arn:aws:s3:::b/k/1")]
    [InlineData("GET", "/b/k?versionId=v", "s3:GetObjectVersion arn:aws:s3:::b/k")]
    [InlineData("PUT", "/b/a%20b", "s3:PutObject arn:aws:s3:::b/a b")]
    [InlineData("DELETE", "/b/k", "s3:DeleteObject arn:aws:s3:::b/k")]
    [InlineData("HEAD", "/b", "s3:ListBucket arn:aws:s3:::b")]
    [InlineData("GET", "/b?list-type=2&prefix=p%2F", "s3:ListBucket arn:aws:s3:::b s3:prefix=p/")]
    [InlineData("GET", "/b?encryption", "s3:GetEncryptionConfiguration arn:aws:s3:::b")]
    [InlineData("GET", "/", "s3:ListAllMyBuckets *")]
    public Task S3_names_its_actions_differently(string method, string target, string need) =>
        AssertAsync("s3", method, target, "", null, need);

    [Theory]
    [InlineData("GetItem", """{"TableName":"t"}""", "dynamodb:GetItem table/t")]
    [InlineData("GetItem", """{"TableName":"arn:aws:dynamodb:us-west-2:123456789012:table/t"}""", "dynamodb:GetItem table/t")]
    [InlineData(
        "DeleteItem",
        """{"TableName":"t","Key":{"pk":{"S":"a"}}}""",
        """dynamodb:DeleteItem table/t local:Item={"pk":{"S":"a"}}"""
    )]
    [InlineData("Query", """{"TableName":"t","IndexName":"i"}""", "dynamodb:Query table/t/index/i")]
    [InlineData(
        "BatchWriteItem",
        """{"RequestItems":{"t":[],"u":[]}}""",
        "dynamodb:BatchWriteItem table/t",
        "dynamodb:BatchWriteItem table/u"
    )]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"ConditionCheck":{"TableName":"t"}},{"Put":{"TableName":"u"}},{"Update":{"TableName":"v"}},{"Delete":{"TableName":"w"}}]}""",
        "dynamodb:PutItem table/u +",
        "dynamodb:UpdateItem table/v +",
        "dynamodb:DeleteItem table/w +",
        "dynamodb:ConditionCheckItem table/t +"
    )]
    public Task DynamoDB_takes_a_transaction_for_its_parts(string operation, string body, params string[] needs) =>
        AssertAsync(
            "dynamodb",
            "POST",
            "/",
            body,
            "DynamoDB_20120810." + operation,
            [
                .. needs.Select(need =>
                    need.Replace(" table/", " arn:aws:dynamodb:us-west-2:123456789012:table/", StringComparison.Ordinal)
                        .Replace("+", "dynamodb:EnclosingOperation=TransactWriteItems", StringComparison.Ordinal)
                ),
            ]
        );

    [Theory]
    [InlineData(
        "events",
        "AWSEvents.PutEvents",
        """{"Entries":[{"Source":"a","DetailType":"A"},{"Source":"b","DetailType":"B","EventBusName":"c"}]}""",
        "events:PutEvents arn:aws:events:us-west-2:123456789012:event-bus/default events:source=a events:detail-type=A",
        "events:PutEvents arn:aws:events:us-west-2:123456789012:event-bus/c events:source=b events:detail-type=B"
    )]
    [InlineData("events", "AWSEvents.DescribeRule", """{"Name":"r"}""", "events:DescribeRule arn:aws:events:us-west-2:123456789012:rule/r")]
    [InlineData(
        "events",
        "AWSEvents.DescribeRule",
        """{"Name":"r","EventBusName":"default"}""",
        "events:DescribeRule arn:aws:events:us-west-2:123456789012:rule/r"
    )]
    [InlineData(
        "events",
        "AWSEvents.ListTargetsByRule",
        """{"Rule":"r","EventBusName":"arn:aws:events:us-west-2:123456789012:event-bus/b"}""",
        "events:ListTargetsByRule arn:aws:events:us-west-2:123456789012:rule/b/r"
    )]
    [InlineData(
        "events",
        "AWSEvents.PutTargets",
        """{"Rule":"r","Targets":[{"Arn":"arn:q"},{"Arn":"arn:m","RoleArn":"arn:r"}]}""",
        "events:PutTargets arn:aws:events:us-west-2:123456789012:rule/r events:TargetArn=arn:q,arn:m",
        "iam:PassRole arn:r iam:PassedToService=events.amazonaws.com"
    )]
    [InlineData("states", "AWSStepFunctions.StartExecution", """{"stateMachineArn":"arn:m"}""", "states:StartExecution arn:m")]
    [InlineData("states", "AWSStepFunctions.StopExecution", """{"executionArn":"arn:e"}""", "states:StopExecution arn:e")]
    [InlineData(
        "sqs",
        "AmazonSQS.SendMessage",
        """{"QueueUrl":"http://127.0.0.1:1/123456789012/q"}""",
        "sqs:SendMessage arn:aws:sqs:us-west-2:123456789012:q"
    )]
    [InlineData(
        "logs",
        "Logs_20140328.FilterLogEvents",
        """{"logGroupName":"/g"}""",
        "logs:FilterLogEvents arn:aws:logs:us-west-2:123456789012:log-group:/g:log-stream:"
    )]
    [InlineData(
        "logs",
        "Logs_20140328.PutLogEvents",
        """{"logGroupName":"/g","logStreamName":"s"}""",
        "logs:PutLogEvents arn:aws:logs:us-west-2:123456789012:log-group:/g:log-stream:s"
    )]
    [InlineData("monitoring", "GraniteServiceVersion20100801.GetMetricData", "{}", "cloudwatch:GetMetricData *")]
    [InlineData(
        "monitoring",
        "GraniteServiceVersion20100801.DescribeAlarms",
        """{"AlarmNames":["a"]}""",
        "cloudwatch:DescribeAlarms arn:aws:cloudwatch:us-west-2:123456789012:alarm:*"
    )]
    public Task JSON_services_are_read_from_the_body(string service, string target, string body, params string[] needs) =>
        AssertAsync(service, "POST", "/", body, target, needs);

    [Theory]
    [InlineData(
        "sns",
        "Action=Publish&TopicArn=arn%3Aaws%3Asns%3Aus-west-2%3A123456789012%3At&Message=m",
        "sns:Publish arn:aws:sns:us-west-2:123456789012:t"
    )]
    [InlineData("iam", "Action=GetRole&RoleName=r", "iam:GetRole arn:aws:iam::123456789012:role/r")]
    [InlineData(
        "iam",
        "Action=SimulatePrincipalPolicy&PolicySourceArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fr&ActionNames.member.1=a",
        "iam:SimulatePrincipalPolicy arn:aws:iam::123456789012:role/r"
    )]
    [InlineData(
        "monitoring",
        "Action=DeleteAlarms&AlarmNames.member.1=a&AlarmNames.member.2=b",
        "cloudwatch:DeleteAlarms arn:aws:cloudwatch:us-west-2:123456789012:alarm:a",
        "cloudwatch:DeleteAlarms arn:aws:cloudwatch:us-west-2:123456789012:alarm:b"
    )]
    public Task Query_services_are_read_from_the_form(string service, string form, params string[] needs) =>
        AssertAsync(service, "POST", "/", form, null, needs);

    [Theory]
    [InlineData("apigateway", "PATCH", "/restapis/a/stages/live", "apigateway:PATCH arn:aws:apigateway:us-west-2::/restapis/a/stages/live")]
    [InlineData(
        "apigateway",
        "GET",
        "/restapis/a/deployments?limit=5",
        "apigateway:GET arn:aws:apigateway:us-west-2::/restapis/a/deployments"
    )]
    [InlineData("scheduler", "GET", "/schedules/s", "scheduler:GetSchedule arn:aws:scheduler:us-west-2:123456789012:schedule/default/s")]
    [InlineData(
        "scheduler",
        "GET",
        "/schedules/s?groupName=g",
        "scheduler:GetSchedule arn:aws:scheduler:us-west-2:123456789012:schedule/g/s"
    )]
    [InlineData(
        "apigateway",
        "PUT",
        "/restapis/a/resources/r/methods/GET/integration",
        "apigateway:PUT arn:aws:apigateway:us-west-2::/restapis/a/resources/r/methods/GET/integration"
    )]
    public Task REST_services_are_read_from_the_path(string service, string method, string target, string need) =>
        AssertAsync(service, method, target, "", null, need);

    [Fact]
    public Task The_role_of_an_integration_is_passed_to_API_Gateway() =>
        AssertAsync(
            "apigateway",
            "PUT",
            "/restapis/a/resources/r/methods/GET/integration",
            """{"type":"AWS_PROXY","credentials":"arn:aws:iam::123456789012:role/api"}""",
            null,
            "apigateway:PUT arn:aws:apigateway:us-west-2::/restapis/a/resources/r/methods/GET/integration",
            "iam:PassRole arn:aws:iam::123456789012:role/api iam:PassedToService=apigateway.amazonaws.com"
        );

    [Fact]
    public async Task Who_one_is_may_be_asked_by_everyone()
    {
        await SendAsync("sts", "POST", "/", "Action=GetCallerIdentity", null);
        Assert.Empty(_gateway.Moto.Asked);
        Assert.Single(_gateway.Moto.Received);
    }

    [Fact]
    public async Task Callers_that_are_no_functions_are_not_asked_for_permissions()
    {
        using var response = await _gateway.SendAsync("GET", "/2015-03-31/functions/f", "lambda");
        Assert.Empty(_gateway.Moto.Asked);
        Assert.Single(_gateway.Moto.Received);
    }

    private async Task AssertAsync(string service, string method, string target, string body, string? amzTarget, params string[] needs)
    {
        await SendAsync(service, method, target, body, amzTarget);
        var asked = Assert.Single(_gateway.Moto.Asked).Json;
        Assert.Equal("arn:aws:iam::123456789012:role/role-of-f", (string?)asked["RoleArn"]);
        Assert.Equal(
            needs,
            asked["Needs"]!
                .AsArray()
                .Select(need =>
                    string.Join(
                        ' ',
                        [
                            (string)need!["Action"]!,
                            (string)need["Resource"]!,
                            .. need["Context"]!.AsObject().Select(key => $"{key.Key}={string.Join(',', key.Value!.AsArray())}"),
                        ]
                    )
                )
        );
    }

    private async Task SendAsync(string service, string method, string target, string body, string? amzTarget)
    {
        using var request = _gateway.Signed(method, target, service, "key-of-f");
        if (body.Length > 0)
            request.Content = new StringContent(
                body,
                Encoding.UTF8,
                body[0] == '{' ? "application/json" : "application/x-www-form-urlencoded"
            );
        if (amzTarget is not null)
            request.Headers.Add("X-Amz-Target", amzTarget);
        using var response = await _gateway.Http.SendAsync(request);
    }
}
