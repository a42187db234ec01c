using System.Net;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

/// <summary>Who may talk to the local AWS: programs of this machine, not the web pages that its browsers show.</summary>
public sealed class CallerSpecs : IAsyncLifetime
{
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("POST", "/bucket")]
    [InlineData("GET", "/_local/calls")]
    [InlineData("DELETE", "/_local/faults")]
    [InlineData("OPTIONS", "/bucket/key")]
    public async Task A_page_from_elsewhere_is_refused(string method, string target)
    {
        using var reply = await _gateway.SendAsync(method, target, "s3", request => request.Headers.Add("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Contains("https://evil.example", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_gateway.Moto.Received);
    }

    [Theory]
    [InlineData("/_local/calls")]
    [InlineData("/bucket/key")]
    [InlineData("/restapis/api1/prod/_user_request_/orders")]
    public async Task A_name_that_only_points_here_is_refused(string target)
    {
        using var reply = await _gateway.SendAsync("GET", target, "s3", request => request.Headers.Host = "evil.example:4566");

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Contains("Call the local AWS as 127.0.0.1", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:4566", null)]
    [InlineData("bucket.localhost:4566", null)]
    [InlineData("127.0.0.1", "http://localhost:3000")]
    public async Task Programs_and_pages_of_this_machine_are_served(string host, string? origin)
    {
        using var reply = await _gateway.SendAsync(
            "PUT",
            "/bucket/key",
            "s3",
            request =>
            {
                request.Headers.Host = host;
                if (origin is not null)
                    request.Headers.Add("Origin", origin);
            }
        );

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/bucket/requests/evil.json", null, "AccessDenied")]
    [InlineData("POST", "/bucket", null, "AccessDenied")]
    [InlineData("POST", "/", "Action=CreateTopic&Name=t", "MissingAuthenticationToken")]
    [InlineData("GET", "/?Action=DeleteTopic", null, "MissingAuthenticationToken")]
    public async Task A_change_that_nobody_signed_is_refused_as_on_aws(string method, string target, string? form, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (form is not null)
            request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        using var reply = await _gateway.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Contains($"<Code>{code}</Code>", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_gateway.Moto.Received);
    }

    [Fact]
    public async Task An_unsigned_call_of_a_json_service_is_refused_as_on_aws()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}") };
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.StartExecution");
        using var reply = await _gateway.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal("MissingAuthenticationTokenException", reply.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task A_web_identity_is_exchanged_for_credentials_without_any()
    {
        using var form = new StringContent("Action=AssumeRoleWithWebIdentity", null, "application/x-www-form-urlencoded");
        using var reply = await _gateway.Http.PostAsync(new Uri("/", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/moto-api/reset")]
    [InlineData("GET", "/moto-api/local/code")]
    public async Task The_routes_of_moto_are_closed(string method, string target)
    {
        using var reply = await _gateway.SendAsync(method, target, "s3");

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Empty(_gateway.Moto.Received);
    }

    [Fact]
    public async Task Whoever_deletes_a_function_ends_its_sandboxes()
    {
        using var reply = await _gateway.SendAsync("DELETE", "/2015-03-31/functions/f?Qualifier=2", "lambda");

        Assert.Equal(new FunctionId("f", "2"), Assert.Single(_gateway.Lambda.Forgotten));
    }
}
