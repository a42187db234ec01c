using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Lambda.Invocations;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class InvokeEndpointSpecs
{
    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("f", null)]
    [InlineData("f:live", null)]
    [InlineData("f", "live")]
    [InlineData("123456789012:function:f", "live")]
    [InlineData("123456789012:function:f:live", null)]
    [InlineData("function:f", null)]
    [InlineData("arn:aws:lambda:us-west-2:123456789012:function:f", null)]
    [InlineData("arn:aws:lambda:us-west-2:123456789012:function:f:live", "live")]
    [InlineData("f:$LATEST", null)]
    public async Task Every_way_to_name_a_function_is_understood(string name, string? qualifier)
    {
        await using var bench = await BenchAsync();

        var reply = await SendAsync(bench, name, """{"a":1}""", qualifier: qualifier);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(1, (int)reply.Json["a"]!);
        Assert.Equal(
            (name + qualifier).Contains("live", StringComparison.Ordinal) ? "3" : "$LATEST",
            reply.Header("X-Amz-Executed-Version")
        );
        Assert.NotEmpty(reply.Header("x-amzn-RequestId"));
        Assert.Empty(reply.Header("X-Amz-Function-Error"));
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task The_log_comes_along_when_asked_for()
    {
        await using var bench = await BenchAsync();

        var reply = await SendAsync(bench, "f", "", headers: ("X-Amz-Log-Type", "Tail"));

        var log = Encoding.UTF8.GetString(Convert.FromBase64String(reply.Header("X-Amz-Log-Result")));
        Assert.StartsWith("START RequestId: " + reply.Header("x-amzn-RequestId"), log);
        Assert.Empty((await SendAsync(bench, "f", "")).Header("X-Amz-Log-Result"));
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_function_error_is_reported_in_a_header()
    {
        await using var bench = await BenchAsync();
        bench.AddDummy("python", "throw");

        var reply = await SendAsync(bench, "f", "{}");

        Assert.Equal((200, "Unhandled"), (reply.StatusCode, reply.Header("X-Amz-Function-Error")));
        Assert.Equal("DummyFailed", (string?)reply.Json["errorType"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task The_client_context_reaches_the_function()
    {
        await using var bench = await BenchAsync();
        bench.AddPython("def handler(event, context): return context.client_context.custom['who']");

        var context = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"custom":{"who":"müller"}}"""));
        var reply = await SendAsync(bench, "f", "{}", headers: ("X-Amz-Client-Context", context));

        Assert.Equal("müller", (string?)reply.Json);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Event_is_accepted_and_dry_run_runs_nothing()
    {
        await using var bench = await BenchAsync();

        var dryRun = await SendAsync(bench, "f", "{}", headers: ("X-Amz-Invocation-Type", "DryRun"));
        Assert.Equal((204, ""), (dryRun.StatusCode, dryRun.Text));
        Assert.Empty(bench.Processes());

        var accepted = await SendAsync(bench, "f", "{}", headers: ("X-Amz-Invocation-Type", "Event"));
        await bench.Plane.FlushAsync();
        Assert.Equal((202, ""), (accepted.StatusCode, accepted.Text));
        Assert.Contains(
            bench.Launcher.Made("Logs_20140328.PutLogEvents"),
            put => put.ToJsonString().Contains("START RequestId: " + accepted.Header("x-amzn-RequestId"), StringComparison.Ordinal)
        );
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData(
        "nowhere",
        "{}",
        404,
        "ResourceNotFoundException",
        "Function not found: arn:aws:lambda:us-west-2:123456789012:function:nowhere"
    )]
    [InlineData(
        "f:nowhere",
        "{}",
        404,
        "ResourceNotFoundException",
        "Function not found: arn:aws:lambda:us-west-2:123456789012:function:f:nowhere"
    )]
    [InlineData(
        "new",
        "{}",
        409,
        "ResourceConflictException",
        "The operation cannot be performed at this time. The function is currently in the following state: Pending"
    )]
    [InlineData("stopped", "{}", 429, "TooManyRequestsException", "Rate Exceeded.")]
    [InlineData("f", "{not json", 400, "InvalidRequestContentException", "Could not parse request body into json")]
    [InlineData("no/name", "{}", 400, "ValidationException", "1 validation error detected: Value 'no/name' at 'functionName'")]
    public async Task Refusals_look_as_lambdas(string name, string body, int status, string errorType, string message)
    {
        await using var bench = await BenchAsync();

        var reply = await SendAsync(bench, name, body);

        Assert.Equal((status, errorType), (reply.StatusCode, reply.Header("x-amzn-ErrorType")));
        Assert.Equal("User", (string?)reply.Json["Type"]);
        Assert.StartsWith(message, (string?)reply.Json["message"]);
        Assert.NotEmpty(reply.Header("x-amzn-RequestId"));
        Assert.Equal(status == 429 ? "ReservedFunctionConcurrentInvocationLimitExceeded" : null, (string?)reply.Json["Reason"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Two_different_qualifiers_and_too_large_events_are_refused()
    {
        await using var bench = await BenchAsync();
        var large = $"\"{new string('x', 6 * 1024 * 1024)}\"";

        Assert.Equal("InvalidParameterValueException", (await SendAsync(bench, "f:1", "{}", qualifier: "2")).Header("x-amzn-ErrorType"));
        var tooLarge = await SendAsync(bench, "f", large);
        Assert.Equal((413, "RequestEntityTooLargeException"), (tooLarge.StatusCode, tooLarge.Header("x-amzn-ErrorType")));
        Assert.Equal(
            413,
            (await SendAsync(bench, "f", large[..^(5 * 1024 * 1024)] + '"', headers: ("X-Amz-Invocation-Type", "Event"))).StatusCode
        );
    }

    private static async Task<LambdaBench> BenchAsync()
    {
        var bench = await LambdaBench.StartAsync();
        bench.AddDummy("python", "echo", f => f with { Aliases = new() { ["live"] = [("3", 1)] } });
        bench.AddDummy("python", "echo", f => f with { Name = "new", State = "Pending" });
        bench.AddDummy("python", "echo", f => f with { Name = "stopped", ReservedConcurrency = 0 });
        return bench;
    }

    private static async Task<Reply> SendAsync(
        LambdaBench bench,
        string name,
        string body,
        string? qualifier = null,
        params (string, string)[] headers
    )
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        foreach (var (header, value) in headers)
            context.Request.Headers[header] = value;
        var request = new AwsRequest
        {
            Id = Guid.NewGuid().ToString(),
            Protocol = AwsProtocol.RestJson,
            Service = "lambda",
            Operation = "Invoke",
            Method = "POST",
            RawTarget = $"/2015-03-31/functions/{Uri.EscapeDataString(name)}/invocations",
            Parameters = new Dictionary<string, string> { ["FunctionName"] = name },
            Query = qualifier is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Qualifier"] = qualifier },
            Body = Encoding.UTF8.GetBytes(body),
        };
        await new InvokeEndpoint(bench.Plane).HandleAsync(context, request);
        var text = Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
        return new Reply(context.Response.StatusCode, context.Response.Headers, text);
    }

    private sealed record Reply(int StatusCode, IHeaderDictionary Headers, string Text)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string Header(string name) => Headers[name].ToString();
    }
}
