using System.IO.Compression;
using System.Net;
using System.Text;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

public sealed class ForwardingSpecs : IAsyncLifetime
{
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_request_reaches_moto_as_it_was_sent()
    {
        using var response = await _gateway.SendAsync(
            "PUT",
            "/bucket/a%2Fb/%C3%BC+%25.txt?x=%2F",
            "s3",
            request =>
            {
                request.Headers.Host = "bucket.localhost:99";
                request.Headers.Add("x-amz-meta-who", "me");
                request.Content = new ByteArrayContent("hello"u8.ToArray());
            }
        );
        var received = Assert.Single(_gateway.Moto.Received);
        Assert.Equal("/bucket/a%2Fb/%C3%BC+%25.txt?x=%2F", received.RawTarget);
        Assert.Equal("hello", received.Text);
        Assert.Equal("bucket.localhost:99", received.Headers["Host"]);
        Assert.Equal("me", received.Headers["x-amz-meta-who"]);
        Assert.Contains("/s3/aws4_request", received.Headers["Authorization"], StringComparison.Ordinal);
        // moto stores an empty object when a PUT says application/x-www-form-urlencoded.
        Assert.DoesNotContain("Content-Type", received.Headers.Keys);
    }

    [Fact]
    public async Task A_compressed_body_is_inflated_before_moto_sees_it()
    {
        using var response = await _gateway.SendAsync("POST", "/", "monitoring", request => request.Content = Gzip("Action=PutMetricData"));
        var received = Assert.Single(_gateway.Moto.Received);
        Assert.Equal("Action=PutMetricData", received.Text);
        Assert.DoesNotContain("Content-Encoding", received.Headers.Keys);
    }

    [Fact]
    public async Task An_object_keeps_its_encoding()
    {
        var content = Gzip("hello");
        var packed = await content.ReadAsByteArrayAsync();
        using var response = await _gateway.SendAsync("PUT", "/bucket/key", "s3", request => request.Content = content);
        var received = Assert.Single(_gateway.Moto.Received);
        Assert.Equal("gzip", received.Headers["Content-Encoding"]);
        Assert.Equal(packed, received.Body);
    }

    [Fact]
    public async Task The_answer_to_HEAD_has_the_length_of_the_object()
    {
        _gateway.Moto.Answer = (_, context) =>
        {
            context.Response.ContentLength = 123;
            return Task.CompletedTask;
        };
        using var response = await _gateway.SendAsync("HEAD", "/bucket/key", "s3");
        Assert.Equal(123, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task An_answer_without_content_has_no_body()
    {
        _gateway.Moto.Answer = (_, context) =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        using var response = await _gateway.SendAsync("DELETE", "/2015-03-31/functions/f", "lambda");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.False(response.Content.Headers.Contains("Content-Length"));
    }

    [Theory]
    [InlineData("lambda", "application/json")]
    [InlineData("states", "application/x-amz-json-1.1")]
    public async Task Json_is_called_json(string service, string contentType)
    {
        _gateway.Moto.Reply(200, "{}", "text/html; charset=utf-8");
        using var response = await _gateway.SendAsync(
            "GET",
            "/2015-03-31/functions/f",
            service,
            request =>
            {
                if (service == "states")
                    request.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListExecutions");
            }
        );
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_answer_has_a_request_id()
    {
        using var response = await _gateway.SendAsync("GET", "/2015-03-31/functions/f", "lambda");
        Assert.NotEmpty(response.Headers.GetValues("x-amzn-RequestId").Single());
    }

    [Fact]
    public async Task A_request_id_of_moto_is_kept()
    {
        _gateway.Moto.Answer = (_, context) =>
        {
            context.Response.Headers["x-amzn-RequestId"] = "mine";
            return Task.CompletedTask;
        };
        using var response = await _gateway.SendAsync("GET", "/2015-03-31/functions/f", "lambda");
        Assert.Equal("mine", response.Headers.GetValues("x-amzn-RequestId").Single());
    }

    [Fact]
    public async Task A_web_page_of_moto_becomes_an_error_that_no_SDK_repeats()
    {
        _gateway.Moto.Reply(500, "<!doctype html><title>500</title>", "text/html");
        using var response = await _gateway.SendAsync("GET", "/2016-08-19/account-settings", "lambda");
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal("NotImplemented", response.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Contains("lambda:GetAccountSettings", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_speaks_the_protocol_of_the_caller()
    {
        _gateway.Moto.Reply(404, "<!DOCTYPE HTML>", "text/html");
        using var response = await _gateway.SendAsync(
            "POST",
            "/",
            "iam",
            request => request.Content = new FormUrlEncodedContent([new("Action", "SimulatePrincipalPolicy")])
        );
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("<ErrorResponse><Error><Type>Receiver</Type><Code>NotImplemented</Code>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_moto_is_named_with_its_last_output()
    {
        await _gateway.Moto.DisposeAsync();
        using var response = await _gateway.SendAsync("GET", "/2015-03-31/functions/f", "lambda");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Traceback of moto", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_object_passes_through_without_being_gathered()
    {
        var rest = new TaskCompletionSource();
        var answer = _gateway.SendAsync("PUT", "/bucket/key", "s3", request => request.Content = new HeldBackContent(rest.Task));
        await _gateway.Moto.FirstBytes.WaitAsync(TimeSpan.FromSeconds(20));
        rest.SetResult();
        using var response = await answer;
        Assert.Equal(2 * HeldBackContent.Half, Assert.Single(_gateway.Moto.Received).Body.Length);
    }

    private static ByteArrayContent Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return new ByteArrayContent(packed.ToArray())
        {
            Headers = { { "Content-Encoding", "gzip" }, { "Content-Type", "application/x-www-form-urlencoded" } },
        };
    }
}
