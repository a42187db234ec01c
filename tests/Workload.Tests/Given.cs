using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using CodeRipple.Changes;

namespace CodeRipple.Workflow.WorkloadTests;

internal static class Given
{
    /// <summary>The push of the requirements' example.</summary>
    public const string Webhook = """
        {
          "ref": "refs/heads/main",
          "repository": { "name": "test-repo", "full_name": "test-user/test-repo" },
          "commits": [
            {
              "id": "abc123def456",
              "message": "Add new feature for user authentication",
              "added": ["src/auth.py", "docs/authentication.md"],
              "modified": ["README.md"],
              "removed": []
            }
          ],
          "head_commit": { "id": "abc123def456", "message": "Add new feature for user authentication" }
        }
        """;

    public static TestLambdaContext Context => new() { AwsRequestId = "request" };

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    public static ChangeSet Change(string message, string[]? added = null, string[]? modified = null, string[]? removed = null) =>
        ChangeSet.Of(new Push { Commits = [Commit(message, added, modified, removed)] });

    public static Commit Commit(string message, string[]? added = null, string[]? modified = null, string[]? removed = null) =>
        new()
        {
            Id = "0123456789abcdef",
            Message = message,
            Timestamp = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero),
            Added = added ?? [],
            Modified = modified ?? [],
            Removed = removed ?? [],
        };
}
