using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Control;

/// <summary>The local AWS's own routes below /_local/: for tests, the CLI and the launcher.</summary>
internal sealed class ControlRoutes
{
    public const string Base = "/_local";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Dictionary<(string Method, string Path), Func<HttpContext, Task<object?>>> _routes;

    public ControlRoutes(
        string id,
        FaultSet faults,
        CallLog calls,
        EventDeliveries deliveries,
        LauncherRoutes launcher,
        Func<IReadOnlyList<RuntimeUsed>> runtimes,
        Outage outage
    ) =>
        _routes = new()
        {
            [("GET", "health")] = _ =>
                Answer(
                    new
                    {
                        Id = id,
                        launcher.Region,
                        Launcher = outage.HasEnded() ? "ended" : "running",
                    }
                ),
            [("GET", "faults")] = _ => Answer(faults.Snapshot()),
            [("POST", "faults")] = async context => Do(faults.Add, await ReadAsync<Fault>(context)),
            [("DELETE", "faults")] = _ => Answer(Do(faults.Clear)),
            [("GET", "calls")] = _ => Answer(calls.Snapshot()),
            [("DELETE", "calls")] = _ => Answer(Do(calls.Clear)),
            [("GET", "runtimes")] = _ => Answer(runtimes()),
            [("GET", "deliveries")] = _ => Answer(deliveries.Snapshot()),
            [("DELETE", "deliveries")] = _ => Answer(Do(deliveries.Clear)),
            [("POST", "event-target")] = async context => Do(deliveries.Accept, EventForTarget.Parse(await ReadAsync<JsonNode>(context))),
            [("POST", "schedules/fire")] = async context =>
                await launcher.PassAsync(HttpMethod.Post, "fire", await ReadAsync<JsonNode>(context), context.RequestAborted),
            [("GET", "permissions/used")] = async context =>
                await launcher.PassAsync(HttpMethod.Get, "permissions/used", null, context.RequestAborted),
            [("GET", "permissions/unused")] = async context =>
                await launcher.PassAsync(HttpMethod.Get, "permissions/unused" + context.Request.QueryString, null, context.RequestAborted),
            [("GET", "permissions/denied")] = async context =>
                await launcher.PassAsync(HttpMethod.Get, "permissions/denied", null, context.RequestAborted),
            [("DELETE", "permissions/used")] = async context =>
                await launcher.PassAsync(HttpMethod.Delete, "permissions/used", null, context.RequestAborted),
            [("POST", "metrics/delay")] = async context =>
                await launcher.PassAsync(HttpMethod.Post, "metrics/delay", await ReadAsync<JsonNode>(context), context.RequestAborted),
            [("POST", "settle")] = async context =>
                await launcher.PassAsync(HttpMethod.Post, "settle", await ReadAsync<JsonNode>(context), context.RequestAborted),
            [("GET", "notifications")] = async context =>
                await launcher.PassAsync(HttpMethod.Get, "sns/messages" + context.Request.QueryString, null, context.RequestAborted),
            [("GET", "contents")] = async context =>
                await launcher.PassAsync(HttpMethod.Get, "contents" + context.Request.QueryString, null, context.RequestAborted),
            [("POST", "abort-at")] = async context =>
                await launcher.PassAsync(HttpMethod.Post, "abort-at", await ReadAsync<JsonNode>(context), context.RequestAborted),
            [("DELETE", "abort-at")] = async context =>
                await launcher.PassAsync(HttpMethod.Delete, "abort-at", null, context.RequestAborted),
        };

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value![Base.Length..].Trim('/');
        try
        {
            if (!_routes.TryGetValue((context.Request.Method, path), out var route))
                await WriteAsync(context, 404, new { Message = $"No route {context.Request.Method} {Base}/{path}." });
            else if (await route(context) is { } answer)
                await WriteAsync(context, 200, answer);
            else
                context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            await WriteAsync(context, 400, new { wrong.Message });
        }
        catch (LauncherException refused)
        {
            await WriteAsync(context, refused.StatusCode, new { refused.Message });
        }
        catch (HttpRequestException unreachable)
        {
            await WriteAsync(context, 503, new { unreachable.Message });
        }
    }

    private static Task<object?> Answer(object? value) => Task.FromResult(value);

    private static object? Do(Action action)
    {
        action();
        return null;
    }

    private static object? Do<T>(Action<T> action, T value)
    {
        action(value);
        return null;
    }

    private static async Task<T> ReadAsync<T>(HttpContext context) =>
        await context.Request.ReadFromJsonAsync<T>(Json, context.RequestAborted) ?? throw new JsonException("The body is null.");

    private static Task WriteAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(answer, answer.GetType(), Json, context.RequestAborted);
    }
}
