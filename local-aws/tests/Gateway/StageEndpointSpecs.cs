using System.Net;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

/// <summary>Calls of deployed REST APIs.</summary>
public sealed class StageEndpointSpecs : IAsyncLifetime
{
    private const string Base = "/restapis/api1/prod/_user_request_";
    private const string Live = "arn:aws:lambda:us-west-2:123456789012:function:f:live";
    private const string Policy = """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"any",
        "Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:execute-api:us-west-2:123456789012:api1/*/POST/orders"}}}]}
        """;

    private readonly Dictionary<string, string> _policies = new() { ["live"] = Policy };
    private TestGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        _gateway.Lambda.Payload = """{"statusCode":201,"headers":{"X-One":"1"},"multiValueHeaders":{"X-Two":["a","b"]},"body":"done"}""";
        _gateway.Moto.Answer = AnswerAsync;
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_function_gets_the_proxy_event_and_its_answer_is_mapped()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Base + "/orders?a=1&a=2&b=x%20y")
        {
            Content = new StringContent("""{"id":7}"""),
        };
        request.Headers.Add("X-Who", "me");
        using var response = await _gateway.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("done", await response.Content.ReadAsStringAsync());
        Assert.Equal("1", response.Headers.GetValues("X-One").Single());
        Assert.Equal(["a", "b"], response.Headers.GetValues("X-Two").ToArray());
        var call = Assert.Single(_gateway.Lambda.Invoked);
        Assert.Equal(Live, call.Function);
        var sent = JsonNode.Parse(call.Payload.Span)!;
        Assert.Equal(("/orders", "/orders", "POST"), ((string?)sent["resource"], (string?)sent["path"], (string?)sent["httpMethod"]));
        Assert.Equal("me", (string?)sent["headers"]!["X-Who"]);
        Assert.Equal("""{"a":"2","b":"x y"}""", sent["queryStringParameters"]!.ToJsonString());
        Assert.Equal("""{"a":["1","2"],"b":["x y"]}""", sent["multiValueQueryStringParameters"]!.ToJsonString());
        Assert.Equal("""{"alias":"live"}""", sent["stageVariables"]!.ToJsonString());
        Assert.Equal(("""{"id":7}""", false), ((string?)sent["body"], (bool)sent["isBase64Encoded"]!));
        Assert.Equal(
            ("/prod/orders", "api1", "prod"),
            ((string?)sent["requestContext"]!["path"], (string?)sent["requestContext"]!["apiId"], (string?)sent["requestContext"]!["stage"])
        );
        Assert.Null(sent["pathParameters"]);
    }

    [Theory]
    [InlineData("GET", "/items/new", "/items/new", null)]
    [InlineData("GET", "/items/7", "/items/{id}", """{"id":"7"}""")]
    [InlineData("DELETE", "/items/7/parts/9", "/items/{id}/{rest+}", """{"id":"7","rest":"parts/9"}""")]
    [InlineData("PUT", "/anything/at%20all", "/{proxy+}", """{"proxy":"anything/at all"}""")]
    [InlineData("GET", "/", "/", null)]
    public async Task The_most_literal_resource_takes_the_path(string method, string path, string resource, string? parameters)
    {
        using var response = await _gateway.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), Base + path));
        var sent = JsonNode.Parse(Assert.Single(_gateway.Lambda.Invoked).Payload.Span)!;
        Assert.Equal((resource, parameters), ((string?)sent["resource"], sent["pathParameters"]?.ToJsonString()));
    }

    [Fact]
    public async Task A_binary_body_travels_as_base64_both_ways()
    {
        _gateway.Lambda.Payload = """{"statusCode":200,"isBase64Encoded":true,"body":"/wA="}""";
        using var response = await _gateway.Http.PostAsync(new Uri(Base + "/orders", UriKind.Relative), new ByteArrayContent([0xFF, 0x00]));
        Assert.Equal([0xFF, 0x00], await response.Content.ReadAsByteArrayAsync());
        var sent = JsonNode.Parse(Assert.Single(_gateway.Lambda.Invoked).Payload.Span)!;
        Assert.Equal(("/wA=", true), ((string?)sent["body"], (bool)sent["isBase64Encoded"]!));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("""{"message":"no proxy answer"}""")]
    [InlineData("""{"statusCode":"many"}""")]
    [InlineData("""{"statusCode":200,"body":{"not":"text"}}""")]
    [InlineData("")]
    public async Task A_malformed_answer_is_a_bad_gateway(string payload)
    {
        _gateway.Lambda.Payload = payload;
        await AssertRefusedAsync(HttpMethod.Post, Base + "/orders", 502, "Internal server error");
    }

    [Fact]
    public async Task A_function_error_is_a_bad_gateway()
    {
        _gateway.Lambda.FunctionError = "Unhandled";
        await AssertRefusedAsync(HttpMethod.Post, Base + "/orders", 502, "Internal server error");
    }

    [Fact]
    public async Task A_function_that_cannot_be_invoked_is_an_internal_error()
    {
        _gateway.Lambda.BeforeAccepting = _ => throw new LambdaServiceException(429, "TooManyRequestsException", "Rate Exceeded.");
        await AssertRefusedAsync(HttpMethod.Post, Base + "/orders", 500, "Internal server error");
    }

    [Fact]
    public async Task A_permission_on_the_function_does_not_cover_its_alias()
    {
        _policies.Clear();
        _policies[""] = Policy;
        await AssertRefusedAsync(HttpMethod.Post, Base + "/orders", 500, "Internal server error");
        Assert.Empty(_gateway.Lambda.Invoked);
    }

    [Fact]
    public async Task A_permission_for_another_api_does_not_count()
    {
        _policies["live"] = Policy.Replace("api1", "api2", StringComparison.Ordinal);
        await AssertRefusedAsync(HttpMethod.Post, Base + "/orders", 500, "Internal server error");
    }

    [Theory]
    [InlineData("/restapis/api1/prod/_user_request_/orders", "Missing Authentication Token")]
    [InlineData("/restapis/api1/nostage/_user_request_/items/7", "Forbidden")]
    public Task What_is_not_deployed_is_refused(string path, string message) => AssertRefusedAsync(HttpMethod.Get, path, 403, message);

    [Fact]
    public async Task Calls_of_an_api_are_recorded()
    {
        using var response = await _gateway.Http.PostAsync(new Uri(Base + "/orders", UriKind.Relative), null);
        var call = Assert.Single(_gateway.Parts.Calls.Snapshot());
        Assert.Equal(("execute-api", "Invoke", 201), (call.Service, call.Operation, call.Status));
    }

    private async Task AssertRefusedAsync(HttpMethod method, string path, int status, string message)
    {
        using var response = await _gateway.Http.SendAsync(new HttpRequestMessage(method, path));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal($$"""{"message":"{{message}}"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_mock_answers_with_the_response_for_the_status_of_its_template()
    {
        using var response = await _gateway.Http.PostAsync(
            Base + "/closed",
            new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"))
        );

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "closed"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(_gateway.Lambda.Invoked);
    }

    private Task AnswerAsync(ReceivedRequest received, HttpContext context)
    {
        if (received.RawTarget.StartsWith("/moto-api/local/stage?api=api1&stage=prod", StringComparison.Ordinal))
            return context.Response.WriteAsync(Stage());
        var qualifier = received.RawTarget.Split("?Qualifier=") is [_, var given] ? given : "";
        if (received.RawTarget.Contains("/policy", StringComparison.Ordinal) && _policies.TryGetValue(qualifier, out var policy))
            return context.Response.WriteAsync(new JsonObject { ["Policy"] = policy }.ToJsonString());
        context.Response.StatusCode = 404;
        return context.Response.WriteAsync("""{"Message":"not found"}""");
    }

    private static string Stage()
    {
        var proxy = new JsonObject
        {
            ["Type"] = "AWS_PROXY",
            ["Uri"] =
                "arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:f:${stageVariables.alias}/invocations",
            ["Credentials"] = null,
        };
        var withRole = proxy.DeepClone();
        withRole["Credentials"] = "arn:aws:iam::123456789012:role/api";
        var resources = new JsonArray(Resource("/orders", "POST", proxy));
        foreach (
            var (path, method) in new[]
            {
                ("/", "GET"),
                ("/items/new", "GET"),
                ("/items/{id}", "GET"),
                ("/items/{id}/{rest+}", "ANY"),
                ("/{proxy+}", "PUT"),
            }
        )
            resources.Add(Resource(path, method, withRole.DeepClone()));
        resources.Add(
            Resource(
                "/closed",
                "POST",
                JsonNode.Parse(
                    """
                    {"Type": "MOCK", "RequestTemplates": {"application/json": "{\"statusCode\": 503}"}, "Responses": {
                      "200": {"Pattern": "", "Templates": {}}, "503": {"Pattern": "5\\d\\d", "Templates": {"application/json": "closed"}}}}
                    """
                )!
            )
        );
        return new JsonObject
        {
            ["Variables"] = new JsonObject { ["alias"] = "live" },
            ["Resources"] = resources,
        }.ToJsonString();
    }

    private static JsonObject Resource(string path, string method, JsonNode integration) =>
        new()
        {
            ["Path"] = path,
            ["Methods"] = new JsonObject { [method] = integration },
        };
}
