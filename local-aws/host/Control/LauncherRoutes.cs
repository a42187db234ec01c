using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.MotoProcess;

namespace CodeRipple.Workflow.LocalAws.Control;

/// <summary>Passes control calls on to the launcher: schedules, aborts, events of AWS services.</summary>
internal sealed class LauncherRoutes(MotoClient moto)
{
    public string Region => moto.Region;

    /// <exception cref="LauncherException">The launcher refuses, for instance because no schedule has this name.</exception>
    public async Task<object?> PassAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, "/moto-api/local/" + path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await moto.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new LauncherException((int)response.StatusCode, Message(text));
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static string Message(string text)
    {
        try
        {
            return (string?)JsonNode.Parse(text)?["Message"] ?? text;
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }
}

/// <summary>The launcher refused a control call.</summary>
public sealed class LauncherException(int statusCode, string message) : Exception(message)
{
    public int StatusCode => statusCode;
}
