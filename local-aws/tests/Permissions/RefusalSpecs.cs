using System.Net;
using System.Text;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Permissions;

/// <summary>What a function hears that may not do what it asks for.</summary>
public sealed class RefusalSpecs : IAsyncLifetime
{
    private const string User = "User: arn:aws:sts::123456789012:assumed-role/role-of-f/f is not authorized to perform: ";
    private TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        _gateway.Moto.Refuse = action => $"because no identity-based policy allows the {action} action";
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData(
        "lambda",
        "GET",
        "/2015-03-31/functions/f",
        "",
        403,
        "AccessDeniedException",
        "lambda:GetFunction on resource: arn:aws:lambda:us-west-2:123456789012:function:f because"
    )]
    [InlineData(
        "apigateway",
        "GET",
        "/restapis/a",
        "",
        403,
        "AccessDeniedException",
        "apigateway:GET on resource: arn:aws:apigateway:us-west-2::/restapis/a because"
    )]
    [InlineData(
        "dynamodb",
        "POST",
        "/",
        "DynamoDB_20120810.DeleteTable",
        400,
        "AccessDeniedException",
        "dynamodb:DeleteTable on resource: * because"
    )]
    [InlineData(
        "states",
        "POST",
        "/",
        "AWSStepFunctions.ListStateMachines",
        400,
        "AccessDeniedException",
        "states:ListStateMachines on resource: * because"
    )]
    [InlineData(
        "monitoring",
        "POST",
        "/service/GraniteServiceVersion20100801/operation/ListMetrics",
        "",
        403,
        "AccessDeniedException",
        "cloudwatch:ListMetrics on resource: * because"
    )]
    [InlineData(
        "s3",
        "GET",
        "/b/k",
        "",
        403,
        "<Code>AccessDenied</Code>",
        "s3:GetObject on resource: &quot;arn:aws:s3:::b/k&quot; because"
    )]
    [InlineData("sns", "POST", "/?Action=ListTopics", "", 403, "<Code>AuthorizationError</Code>", "sns:ListTopics on resource: * because")]
    [InlineData("iam", "POST", "/?Action=ListRoles", "", 403, "<Code>AccessDenied</Code>", "iam:ListRoles on resource: * because")]
    public async Task Each_service_says_so_in_its_own_way(
        string service,
        string method,
        string target,
        string amzTarget,
        int status,
        string code,
        string message
    )
    {
        using var response = await SendAsync(service, method, target, amzTarget);
        var text =
            string.Join('\n', response.Headers.SelectMany(header => header.Value))
            + Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Contains(User + message, text, StringComparison.Ordinal);
        Assert.Empty(_gateway.Moto.Received);
        Assert.Equal(status, Assert.Single(_gateway.Parts.Calls.Snapshot()).Status);
    }

    [Fact]
    public async Task Lambda_says_which_object_it_could_not_read_for_the_caller()
    {
        _gateway.Moto.Refuse = action => action == "s3:GetObject" ? "because so" : null;
        using var response = await SendAsync("lambda", "PUT", "/2015-03-31/functions/f/code", "", """{"S3Bucket":"b","S3Key":"k"}""");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(
            "make sure your request credentials have permission to GetObject for b/k. S3 Error Code: AccessDenied",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_operation_that_no_table_knows_is_refused_with_the_name_of_the_table()
    {
        using var response = await SendAsync("states", "POST", "/", "AWSStepFunctions.MakeCoffee");
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("which permission states:MakeCoffee needs", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unknown = await SendAsync("codedeploy", "POST", "/", "CodeDeploy_20141006.CreateDeployment");
        Assert.Contains(
            "local-aws/host/Permissions/Actions/codedeploy.txt",
            await unknown.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty(_gateway.Moto.Received);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_missing_object_is_reported_only_to_who_may_list_the_bucket(string method)
    {
        _gateway.Moto.Reply(404, "<Error><Code>NoSuchKey</Code></Error>");
        _gateway.Moto.Refuse = action => action == "s3:ListBucket" ? "because so" : null;
        using var hidden = await SendAsync("s3", method, "/b/k");
        Assert.Equal(HttpStatusCode.Forbidden, hidden.StatusCode);
        _gateway.Moto.Refuse = _ => null;
        using var reported = await SendAsync("s3", method, "/b/k");
        Assert.Equal(HttpStatusCode.NotFound, reported.StatusCode);
    }

    [Fact]
    public async Task An_execution_is_held_to_the_role_that_its_key_names()
    {
        var key = "states." + Uri.EscapeDataString("arn:aws:iam::123456789012:role/path/of-machine");
        using var request = _gateway.Signed("POST", "/2015-03-31/functions/f/invocations", "lambda", key);
        using var response = await _gateway.Http.SendAsync(request);
        Assert.Contains(
            "assumed-role/of-machine/states is not authorized to perform: lambda:InvokeFunction",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal("arn:aws:iam::123456789012:role/path/of-machine", (string?)Assert.Single(_gateway.Moto.Asked).Json["RoleArn"]);
        Assert.Equal("states", Assert.Single(_gateway.Parts.Calls.Snapshot()).Caller);
        Assert.Empty(_gateway.Lambda.Invoked);
    }

    [Fact]
    public async Task What_the_launcher_cannot_evaluate_is_refused_too()
    {
        _gateway.Moto.Refuse = _ => throw new InvalidOperationException("no answer");
        using var response = await SendAsync("lambda", "GET", "/2015-03-31/functions/f");
        Assert.Equal("PermissionNotEvaluated", response.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Empty(_gateway.Moto.Received);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string service,
        string method,
        string target,
        string amzTarget = "",
        string? body = null
    )
    {
        using var request = _gateway.Signed(method, target, service, "key-of-f");
        if (method is "POST" or "PUT")
            request.Content = new StringContent(body ?? (amzTarget.Length > 0 ? "{}" : ""), Encoding.UTF8, "application/json");
        if (amzTarget.Length > 0)
            request.Headers.Add("X-Amz-Target", amzTarget);
        return await _gateway.Http.SendAsync(request);
    }
}
