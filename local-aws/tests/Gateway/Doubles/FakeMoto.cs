using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

/// <summary>A server in moto's place: remembers what reached it and answers as a spec says.</summary>
internal sealed class FakeMoto : IAsyncDisposable
{
    private readonly TaskCompletionSource _firstBytes = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GatewayServer _server = null!;

    public ConcurrentQueue<ReceivedRequest> Received { get; } = [];

    /// <summary>What it was asked about permissions that a call needs.</summary>
    public ConcurrentQueue<ReceivedRequest> Asked { get; } = [];

    /// <summary>The reason for which something is not allowed, or null.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    public Func<ReceivedRequest, HttpContext, Task> Answer { get; set; } = (_, context) => context.Response.WriteAsync("{}");

    /// <summary>Ends when the first bytes of a body are here.</summary>
    public Task FirstBytes => _firstBytes.Task;

    public Uri Address => _server.Address;

    public static async Task<FakeMoto> StartAsync()
    {
        var moto = new FakeMoto();
        moto._server = await GatewayServer.StartAsync(0, moto.HandleAsync, CancellationToken.None);
        return moto;
    }

    public void Reply(int status, string body, string? contentType = null) =>
        Answer = (_, context) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
        {
            _firstBytes.TrySetResult();
            body.Write(buffer, 0, read);
        }

        var received = new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()
        );
        if (received.RawTarget.StartsWith("/moto-api/local/authorize", StringComparison.Ordinal))
        {
            if ((bool?)received.Json["Optional"] != true)
                Asked.Enqueue(received);
            await context.Response.WriteAsync(Decide(received.Json));
            return;
        }

        Received.Enqueue(received);
        await Answer(received, context);
    }

    private string Decide(JsonNode question)
    {
        var needs = question["Needs"]?.AsArray() ?? [question.DeepClone()];
        foreach (var need in needs)
        {
            if (Refuse((string)need!["Action"]!) is { } reason)
                return new JsonObject
                {
                    ["Refused"] = new JsonObject
                    {
                        ["Action"] = (string)need["Action"]!,
                        ["Resource"] = (string)need["Resource"]!,
                        ["Reason"] = reason,
                    },
                }.ToJsonString();
        }

        return "{}";
    }
}
