using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Routing;

/// <summary>Who invokes functions past their alias without a rule, a schedule or an event source mapping.</summary>
public sealed class InvokersTests : IAsyncLifetime, IDisposable
{
    private const string Function = "arn:aws:lambda:us-west-2:123456789012:function:orders";

    private readonly World _world = new();

    public Task InitializeAsync() => _world.HasLiveFunctionAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task An_HTTP_API_is_known_by_its_permission_alone()
    {
        _world.Lambda.Permits(
            "orders",
            null,
            "http",
            "apigateway.amazonaws.com",
            "arn:aws:execute-api:us-west-2:123456789012:http9/*/*/orders"
        );

        await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request() with { Adopt = true }));
    }

    [Theory]
    [InlineData("orders", "$LATEST")]
    [InlineData("orders:7", "7")]
    public async Task A_Lambda_authorizer_past_the_alias_is_found(string function, string invoked)
    {
        _world.Apis.Has(FakeApis.Mock());
        _world.Apis.HasAuthorizer(FakeApis.Proxy(function).Uri);

        var error = await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request() with { Adopt = true }));

        Assert.Equal(
            $"""
            1 trigger bypasses the alias live; new code would get its calls untested:
            - authorizer "guard" of API "hooks api1" (api1) invokes orders:{invoked}; point the authorizer to {Function}:live and deploy the API
            """,
            error.Message
        );
    }

    [Theory]
    [InlineData("${stageVariables.target}", "orders", "target = orders", "$LATEST")]
    [InlineData("orders:${stageVariables.alias}", "7", "alias = 7", "7")]
    public async Task A_stage_variable_that_leads_past_the_alias_is_found_in_every_stage(
        string function,
        string value,
        string shown,
        string invoked
    )
    {
        _world.Apis.Has(FakeApis.Proxy(function));
        var name = shown.Split(' ')[0];
        _world.Apis.HasStage("live", new() { [name] = value });
        _world.Apis.HasStage("good", new() { [name] = name == "target" ? "orders:live" : "live" });
        _world.Apis.HasStage("others", new() { [name] = name == "target" ? "invoices" : "other" });

        var error = await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request()));

        Assert.EndsWith(
            $"- POST /hooks of API \"hooks api1\" (api1), by the variables of stage \"live\" ({shown}), invokes orders:{invoked}; let the variables lead to {Function}:live",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith("1 trigger ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_URL_without_a_permission_is_found_and_one_of_the_alias_is_well()
    {
        _world.Lambda.HasUrl("https://a.lambda-url.us-west-2.on.aws/", Function);
        _world.Lambda.HasUrl("https://b.lambda-url.us-west-2.on.aws/", Function + ":live");

        var error = await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request()));

        Assert.EndsWith(
            "- function URL https://a.lambda-url.us-west-2.on.aws/ invokes orders:$LATEST; give the alias a URL (aws lambda create-function-url-config --function-name orders --qualifier live --auth-type AWS_IAM), lead its callers there and delete this one",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith("1 trigger ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Integrations_and_authorizers_of_HTTP_APIs_that_invoke_with_a_role_are_found()
    {
        _world.HttpApis.Has(Function, authorizerUri: FakeApis.Proxy("orders:3").Uri);

        var error = await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request()));

        Assert.Contains(
            $"- authorizer \"guard\" of HTTP API \"front\" (http9) invokes orders:3; point it to {Function}:live",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("- integration i1 of HTTP API \"front\" (http9) invokes orders:$LATEST;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_HTTP_API_that_leads_to_the_alias_may_have_a_permission_left_over()
    {
        _world.HttpApis.Has(Function + ":${stageVariables.alias}", variables: new() { ["alias"] = "live" });
        _world.Lambda.Permits(
            "orders",
            null,
            "http",
            "apigateway.amazonaws.com",
            "arn:aws:execute-api:us-west-2:123456789012:http9/*/*/orders"
        );

        await _world.StartAsync(Request());
    }

    [Theory]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:lambda:us-west-2:123456789012:function:orders"}""", "$LATEST")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"orders:4"}}""", "4")]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Arguments":{"FunctionName":"123456789012:function:orders"}}""",
        "$LATEST"
    )]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:lambda:invoke","Parameters":{"FunctionName":"orders"}}""",
        "$LATEST"
    )]
    [InlineData(
        """{"Type":"Map","ItemProcessor":{"States":{"Task":{"Type":"Task","Resource":"arn:aws:lambda:us-west-2:123456789012:function:orders"}}}}""",
        "$LATEST"
    )]
    public async Task A_task_of_a_state_machine_is_found(string state, string invoked)
    {
        _world.Executions.HasMachine("checkout", """{"StartAt":"Task","States":{"Task":""" + state + "}}");

        var error = await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request()));

        Assert.Contains(
            $"- state \"Task\" of state machine \"checkout\" invokes orders:{invoked}; let it invoke {Function}:live",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"orders:live"}}""")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName.$":"$.function"}}""")]
    [InlineData("""{"Type":"Pass","Result":"arn:aws:lambda:us-west-2:123456789012:function:orders"}""")]
    public async Task A_state_that_goes_through_the_alias_or_only_knows_the_name_is_well(string state)
    {
        _world.Executions.HasMachine("checkout", """{"StartAt":"Task","States":{"Task":""" + state + "}}");

        await _world.StartAsync(Request());
    }

    [Fact]
    public async Task What_the_release_machine_may_not_read_is_said()
    {
        _world.HttpApis.Refusal = new Amazon.ApiGatewayV2.AmazonApiGatewayV2Exception(
            "not authorized",
            Amazon.Runtime.ErrorType.Sender,
            "AccessDeniedException",
            "1",
            System.Net.HttpStatusCode.Forbidden
        );
        _world.Executions.HasMachine("secret", definition: "");

        await _world.StartAsync(Request());

        Assert.Equal(
            [
                "HTTP APIs could not be read, so whether they invoke functions past the alias live is not known: not authorized",
                "State machine secret could not be read, so what it invokes is not known: no decryption for you",
            ],
            (await _world.ReadPlanAsync()).Warnings
        );
    }

    private ReleaseRequest Request() => Shop.Request(_world.Function());
}
