using System.Text;
using System.Text.Json;
using CodeRipple.Changes;

namespace CodeRipple.Workflow.WorkloadTests;

public sealed class WebhookTests
{
    [Fact]
    public void A_push_is_read_as_it_is()
    {
        var push = Webhook.Read(Given.Json(Given.Webhook))!;

        Assert.Equal("test-user/test-repo", push.Repository.Title);
        Assert.Equal("abc123def456", push.CommitId);
        Assert.Equal(["src/auth.py", "docs/authentication.md"], Assert.Single(push.Commits).Added);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_push_is_read_out_of_API_Gateways_event(bool encoded)
    {
        var body = encoded ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Given.Webhook)) : Given.Webhook;
        var proxied = JsonSerializer.Serialize(
            new
            {
                httpMethod = "POST",
                path = "/webhook",
                headers = new Dictionary<string, string> { ["x-github-event"] = "push" },
                body,
                isBase64Encoded = encoded,
            }
        );

        Assert.Equal("abc123def456", Webhook.Read(Given.Json(proxied))!.CommitId);
    }

    [Theory]
    [InlineData("""{ "zen": "Keep it logically awesome.", "hook_id": 1 }""")]
    [InlineData("""{ "httpMethod": "POST", "headers": { "X-GitHub-Event": "issues" }, "body": "{}" }""")]
    public void Other_events_of_GitHub_are_no_push(string received) => Assert.Null(Webhook.Read(Given.Json(received)));

    [Theory]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{}", "no list 'commits'")]
    [InlineData("""{ "commits": "none" }""", "no list 'commits'")]
    [InlineData("""{ "commits": [{ "added": "x" }] }""", "is no push")]
    [InlineData("""{ "httpMethod": "POST", "headers": {}, "body": null }""", "has no body")]
    [InlineData("""{ "httpMethod": "POST", "headers": {}, "body": "{" }""", "body is not JSON")]
    [InlineData("""{ "httpMethod": "POST", "headers": {}, "body": "%", "isBase64Encoded": true }""", "body is not JSON")]
    public void What_is_no_webhook_is_refused_with_the_reason(string received, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<InvalidWebhookException>(() => Webhook.Read(Given.Json(received))).Message,
            StringComparison.Ordinal
        );
}
