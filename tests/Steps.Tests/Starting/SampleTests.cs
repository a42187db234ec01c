using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Starting;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Starting;

/// <summary>The samples do what their comments say.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.Path("samples"), "*.json").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void Without_its_comment_lines_a_sample_is_plain_JSON(string file)
    {
        var plain = string.Join('\n', File.ReadLines(Repository.Path("samples/" + file)).Where(line => !Regex.IsMatch(line, "^ *//")));

        Assert.True(JsonNode.DeepEquals(Read(file), JsonNode.Parse(plain)));
    }

    [Theory]
    [InlineData("release-requested-event.json", FakeExecutions.Releases)]
    [InlineData("rollback-requested-event.json", FakeExecutions.Rollbacks)]
    public async Task A_sample_of_an_event_starts_what_it_asks_for(string file, string machine)
    {
        var entry = Assert.Single(Read(file).AsArray())!;

        var result = await _world
            .Get<StartReleaseStep>()
            .StartRelease(
                new RequestEvent
                {
                    Id = "e1",
                    DetailType = (string)entry["DetailType"]!,
                    Detail = JsonNode.Parse((string)entry["Detail"]!),
                }
            );

        Assert.Equal(StartResult.Started, result.Outcome);
        Assert.Equal(machine, Assert.Single(_world.Executions.Started).StateMachineArn);
    }

    [Fact]
    public async Task The_sample_of_a_request_as_a_file_is_released_under_its_id()
    {
        _world.Bucket.Has("requests/x.json", await File.ReadAllBytesAsync(Repository.Path("samples/release-request.json")));

        var result = await _world
            .Get<StartReleaseStep>()
            .StartRelease(
                new RequestEvent
                {
                    Id = "e1",
                    DetailType = RequestEvent.ObjectCreated,
                    Detail = JsonNode.Parse("""{"object": {"key": "requests/x.json", "version-id": "v1"}}"""),
                }
            );

        Assert.Equal(new StartResult("coderipple_2026-11-21-1", StartResult.Started), result);
    }

    private static JsonNode Read(string file) =>
        JsonNode.Parse(
            File.ReadAllText(Repository.Path("samples/" + file)),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        )!;
}
