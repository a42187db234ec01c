using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CodeRipple.Workflow.Probe;

/// <summary>The Lambda Runtime API, without a package: whatever this program brought along could hide what a layer lacks.</summary>
internal sealed class RuntimeApi(string endpoint) : IDisposable
{
    // Lambda answers when there is an event, and freezes the process until then.
    private readonly HttpClient _client = new()
    {
        BaseAddress = new Uri($"http://{endpoint}/2018-06-01/runtime/invocation/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task AnswerNextAsync(Func<ProbeEvent, ProbeAnswer> handle)
    {
        using var next = await _client.GetAsync(new Uri("next", UriKind.Relative));
        next.EnsureSuccessStatusCode();
        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        using var answer = await HandleAsync(next, handle, id);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> HandleAsync(HttpResponseMessage next, Func<ProbeEvent, ProbeAnswer> handle, string id)
    {
        try
        {
            var @event = (await next.Content.ReadFromJsonAsync(ProbeJson.Default.ProbeEvent))!;
            return await PostAsync($"{id}/response", handle(@event), ProbeJson.Default.ProbeAnswer);
        }
        catch (Exception e) when (e is not HttpRequestException)
        {
            return await PostAsync($"{id}/error", new ProbeError(e.GetType().Name, e.Message), ProbeJson.Default.ProbeError);
        }
    }

    private async Task<HttpResponseMessage> PostAsync<T>(string path, T document, JsonTypeInfo<T> type)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(document, type));
        return await _client.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
