using System.Text;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>The rule that reports interrupted executions to the guardian: without it every such event is lost.</summary>
internal static class GuardianRule
{
    /// <param name="operation">EnableRule or DisableRule.</param>
    public static async Task SetAsync(RunningMachine running, string operation)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, running.Host.Endpoint);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"AWSEvents.{operation}");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=local/20261122/{running.Clients.Region}/events/aws4_request, SignedHeaders=host, Signature=none"
        );
        request.Content = new StringContent("""{"Name":"release-machine-development-guard-interrupted"}""", Encoding.UTF8);
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
