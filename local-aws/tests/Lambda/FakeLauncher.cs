using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>The launcher's routes that the data plane uses, and a note of every AWS call that it makes; no moto needed.</summary>
internal sealed class FakeLauncher : IAsyncDisposable
{
    public const string Arn = "arn:aws:lambda:us-west-2:123456789012:function:";
    private readonly WebApplication _host;
    private readonly SemaphoreSlim _held = new(0);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeLauncher(WebApplication host) => _host = host;

    public Uri Address => new(_host.Urls.Single());

    public ConcurrentDictionary<string, FakeFunction> Functions { get; } = new();

    public ConcurrentDictionary<string, byte[]> Layers { get; } = new();

    /// <summary>AWS operations, by target or by the route's name.</summary>
    public ConcurrentQueue<(string Operation, JsonNode Body)> Calls { get; } = new();

    public JsonObject? EventInvokeConfig { get; set; }

    /// <summary>Ends when so many functions have asked for <c>/hold</c>; <see cref="LetGo"/> answers them.</summary>
    public async Task HeldAsync(int calls)
    {
        for (var call = 0; call < calls; call++)
            await _held.WaitAsync();
    }

    public void LetGo() => _letGo.SetResult();

    public static async Task<FakeLauncher> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var launcher = new FakeLauncher(builder.Build());
        launcher._host.Run(launcher.HandleAsync);
        await launcher._host.StartAsync();
        return launcher;
    }

    public FakeFunction Add(FakeFunction function) => Functions[function.Name] = function;

    public string AddLayer(string name, byte[] zip)
    {
        var arn = $"arn:aws:lambda:us-west-2:123456789012:layer:{name}:1";
        Layers[arn] = zip;
        return arn;
    }

    public IEnumerable<JsonNode> Made(string operation) => Calls.Where(call => call.Operation == operation).Select(call => call.Body);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        string Query(string name) => context.Request.Query[name].ToString();
        object? answer = path["/".Length..].Replace("moto-api/local/", "", StringComparison.Ordinal) switch
        {
            "function" => Functions.GetValueOrDefault(FakeFunction.BareName(Query("name")))?.Route(Query("qualifier")),
            "version" => Functions.GetValueOrDefault(Query("name"))?.Version(Query("version")),
            "code" => Functions.GetValueOrDefault(Query("name"))?.Code(Query("version")),
            "layer" => Layers.GetValueOrDefault(Query("arn")),
            "authorize" => new JsonObject(),
            "hold" => await HoldAsync(),
            "metrics" => await NoteAsync("metrics", context),
            "" => await NoteAsync(context.Request.Headers["X-Amz-Target"].ToString(), context),
            _ when path.Contains("event-invoke-config", StringComparison.Ordinal) => EventInvokeConfig,
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 404 : 200;
        await context.Response.Body.WriteAsync(answer as byte[] ?? System.Text.Encoding.UTF8.GetBytes(answer?.ToString() ?? "{}"));
    }

    private async Task<JsonNode> HoldAsync()
    {
        _held.Release();
        await _letGo.Task;
        return new JsonObject();
    }

    private async Task<JsonNode> NoteAsync(string operation, HttpContext context)
    {
        Calls.Enqueue((operation, (await JsonNode.ParseAsync(context.Request.Body))!));
        return new JsonObject();
    }
}
