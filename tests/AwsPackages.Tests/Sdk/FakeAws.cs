using System.Collections.Concurrent;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

/// <summary>A server that keeps what it is sent and answers what it was asked to, the last answer again and again.</summary>
internal sealed class FakeAws : IAsyncDisposable
{
    public static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly WebApplication _server;
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Answer _last = new(200, "", []);

    private FakeAws(WebApplication server)
    {
        _server = server;
        server.Run(AnswerAsync);
    }

    public ConcurrentQueue<Received> Requests { get; } = new();

    public Received Request => Assert.Single(Requests);

    /// <summary>Ends when the first request has arrived; fails after 30 s.</summary>
    public Task Called => _called.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

    public string Url => _server.Urls.Single();

    public static async Task<FakeAws> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeAws(builder.Build());
        await fake._server.StartAsync();
        return fake;
    }

    public FakeAws Answers(int status, string body, params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(new Answer(status, body, headers));
        return this;
    }

    /// <summary>Points a client's configuration here.</summary>
    public T Configure<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Url;
        config.AuthenticationRegion = "eu-central-1";
        return config;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new Received(context.Request.Method, target, headers, body.ToArray()));
        _called.TrySetResult();
        if (_answers.TryDequeue(out var next))
            _last = next;
        context.Response.StatusCode = _last.Status;
        foreach (var (name, value) in _last.Headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(_last.Body);
    }

    private sealed record Answer(int Status, string Body, (string Name, string Value)[] Headers);
}
