using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Starting;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Starting;

public sealed class StartReleaseTests : IDisposable
{
    private const string EventId = "6a7e8feb-b491-4cf7-a9f1-bf3703467718";
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_request_starts_a_release_named_after_its_application_and_id()
    {
        var result = await StartAsync(Requested("""{"application": "shop", "id": "2026-11-21-1", "environment": "development"}"""));

        Assert.Equal(new StartResult("shop_2026-11-21-1", StartResult.Started), result);
        var started = Assert.Single(_world.Executions.Started);
        Assert.Equal((FakeExecutions.Releases, "shop_2026-11-21-1"), (started.StateMachineArn, started.Name));
        Assert.Equal("development", (string)JsonNode.Parse(started.Input)!["environment"]!);
    }

    [Theory]
    [InlineData("""{"application": "shop", "id": "r1"}""")]
    [InlineData("""{"application": "shop"}""")]
    [InlineData("""{"nonsense": true}""")]
    public async Task However_often_an_event_comes_it_is_one_release(string detail)
    {
        await StartAsync(Requested(detail));

        Assert.Equal(StartResult.Duplicate, (await StartAsync(Requested(detail))).Outcome);
        Assert.Single(_world.Executions.Started);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200_000)]
    public async Task The_values_of_variables_go_no_further_than_the_bus(int length)
    {
        // A large request is kept as a file.
        var reason = new string('x', length);
        var detail =
            """{"application":"shop","id":"r1","reason":"(reason)","functions":[{"environment":{"DB_PASSWORD":"hunter22"}}]}""".Replace(
                "(reason)",
                reason,
                StringComparison.Ordinal
            );

        await StartAsync(Requested(detail));

        Assert.Equal(StartResult.Duplicate, (await StartAsync(Requested(detail))).Outcome);
        Assert.All(
            [Assert.Single(_world.Executions.Started).Input, .. _world.Bucket.Texts, .. _world.Ledger.Texts],
            text => Assert.DoesNotContain("hunter22", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_value_that_was_sealed_elsewhere_is_left_for_the_release_to_refuse_and_keeps_no_other_in_the_clear()
    {
        const string detail =
            """{"application":"shop","functions":[{"environment":{"A":"coderipple:sealed:1:AAAA","DB_PASSWORD":"hunter22"}}]}""";

        Assert.Equal(StartResult.Started, (await StartAsync(Requested(detail))).Outcome);

        var input = Assert.Single(_world.Executions.Started).Input;
        Assert.Contains("\"A\":\"coderipple:sealed:1:AAAA\"", input, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_request_with_the_same_id_is_started_too_so_that_people_are_notified()
    {
        await StartAsync(Requested("""{"application": "shop", "id": "r1", "alias": "live"}"""));

        var other = await StartAsync(Requested("""{"application": "shop", "id": "r1", "alias": "blue"}"""));

        Assert.Equal(StartResult.Started, other.Outcome);
        Assert.Contains("blue", _world.Executions.Started[^1].Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_applications_may_use_the_same_id()
    {
        await StartAsync(Requested("""{"application": "shop", "id": "1"}"""));

        Assert.Equal(StartResult.Started, (await StartAsync(Requested("""{"application": "bank", "id": "1"}"""))).Outcome);
    }

    [Theory]
    [InlineData("""{"application": "shop", "id": "has spaces"}""")]
    [InlineData("""{"application": "shop", "id": 7}""")]
    [InlineData("""{"application": "Shop!", "id": "r1"}""")]
    [InlineData("""["no", "object"]""")]
    [InlineData("null")]
    public async Task A_request_that_is_wrong_is_started_too_so_that_people_are_notified(string detail)
    {
        var result = await StartAsync(Requested(detail));

        Assert.Equal($"event-{EventId}", result.Execution);
        Assert.Single(_world.Executions.Started);
    }

    [Fact]
    public async Task A_request_that_is_too_large_for_an_execution_is_kept_in_the_bucket_beside_others_with_its_id()
    {
        var (first, second) = (new string('x', 220_000), new string('y', 220_000));

        await StartAsync(Requested($$"""{"application": "shop", "id": "r1", "reason": "{{first}}"}"""));
        await StartAsync(Requested($$"""{"application": "shop", "id": "r1", "reason": "{{second}}"}"""));

        var kept = _world
            .Executions.Started.Select(s => new Uri((string)JsonNode.Parse(s.Input)!["requestUri"]!).AbsolutePath[1..])
            .ToList();
        Assert.Equal(2, kept.Count);
        Assert.All(kept, key => Assert.Matches("^inputs/shop_r1-[0-9a-f]{12}\\.json$", key));
        Assert.Contains(first, Encoding.UTF8.GetString(_world.Bucket.Read(kept[0])), StringComparison.Ordinal);
        Assert.Contains(second, Encoding.UTF8.GetString(_world.Bucket.Read(kept[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_starts_the_release_of_exactly_that_version()
    {
        _world.Bucket.Has("requests/x.json", """{"application": "shop", "id": "r1"} // as in the samples"""u8.ToArray());

        var result = await StartAsync(FilePut("requests/x.json", "v1"));

        Assert.Equal(new StartResult("shop_r1", StartResult.Started), result);
        Assert.Equal("""{"requestUri":"s3://releases/requests/x.json","versionId":"v1"}""", Assert.Single(_world.Executions.Started).Input);
    }

    [Fact]
    public async Task The_same_release_through_another_door_is_left_to_PrepareRelease_once()
    {
        _world.Bucket.Has("requests/x.json", """{"application": "shop", "id": "r1"}"""u8.ToArray());
        await StartAsync(FilePut("requests/x.json", "v1"));

        var inline = await StartAsync(Requested("""{"application": "shop", "id": "r1"}"""));
        var again = await StartAsync(Requested("""{"application": "shop", "id": "r1"}"""));

        Assert.Matches("^shop_r1-[0-9a-f]{12}$", inline.Execution);
        Assert.Equal((StartResult.Started, StartResult.Duplicate), (inline.Outcome, again.Outcome));
        Assert.Equal(2, _world.Executions.Started.Count);
    }

    [Fact]
    public async Task A_file_without_an_id_is_one_release_for_each_version()
    {
        _world.Bucket.Has("requests/of may/x y.json", "{}"u8.ToArray());

        var first = await StartAsync(FilePut("requests/of may/x y.json", "v1"));
        var again = await StartAsync(FilePut("requests/of may/x y.json", "v1"));
        var second = await StartAsync(FilePut("requests/of may/x y.json", "v2"));

        Assert.Matches("^file-x-y-[0-9a-f]{12}$", first.Execution);
        Assert.Equal(StartResult.Duplicate, again.Outcome);
        Assert.Equal(StartResult.Started, second.Outcome);
        Assert.NotEqual(first.Execution, second.Execution);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("")]
    public async Task A_file_that_is_no_request_is_started_too_so_that_people_are_notified(string text)
    {
        _world.Bucket.Has("requests/x.json", Encoding.UTF8.GetBytes(text));

        Assert.Equal(StartResult.Started, (await StartAsync(FilePut("requests/x.json", "v1"))).Outcome);
    }

    [Fact]
    public async Task A_reference_to_a_file_that_is_not_there_or_elsewhere_is_started_too()
    {
        await StartAsync(Requested("""{"requestUri": "s3://releases/requests/gone.json"}"""));
        await StartAsync(Requested("""{"requestUri": "s3://releases/manifests/x.json"}""", "another-event"));

        Assert.Equal([$"event-{EventId}", "event-another-event"], _world.Executions.Started.Select(s => s.Name));
    }

    [Fact]
    public async Task A_folder_made_in_the_console_starts_nothing()
    {
        Assert.Equal(StartResult.Nothing, (await StartAsync(FilePut("requests/2026/", "v1"))).Outcome);
        Assert.Empty(_world.Executions.Started);
    }

    [Fact]
    public async Task A_rollback_is_started_once_and_only_as_people_may_ask_for_it()
    {
        var request = Event(
            RequestEvent.RollbackRequested,
            """{"application": "shop", "environment": "development", "to": "r1", "abandon": true, "release": {}}"""
        );

        var first = await StartAsync(request);
        var again = await StartAsync(request);

        Assert.Equal((StartResult.Started, StartResult.Duplicate), (first.Outcome, again.Outcome));
        var started = Assert.Single(_world.Executions.Started);
        Assert.Equal((FakeExecutions.Rollbacks, $"rollback-{EventId}"), (started.StateMachineArn, started.Name));
        Assert.Equal("""{"application":"shop","environment":"development","to":"r1"}""", started.Input);
    }

    [Fact]
    public async Task A_rollback_knows_when_its_event_was_sent_first()
    {
        var request = Event(RequestEvent.RollbackRequested, """{"application": "shop", "askedAt": "2030-01-01T00:00:00Z"}""") with
        {
            Time = DateTimeOffset.Parse("2026-11-21T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
        };

        await StartAsync(request);

        var started = JsonSerializer.Deserialize(Assert.Single(_world.Executions.Started).Input, ContractsJson.Default.RollbackRequest)!;
        Assert.Equal(request.Time, started.AskedAt);
    }

    [Fact]
    public async Task Every_name_is_one_that_Step_Functions_takes()
    {
        _world.Bucket.Has($"requests/{new string('é', 90)}.json", "{}"u8.ToArray());
        _world.Bucket.Has($"requests/{new string('x', 90)}.json", "{}"u8.ToArray());
        var longest = new string('a', 30);
        await StartAsync(Requested($$"""{"application": "{{longest}}", "id": "{{new string('i', 64)}}"}"""));
        await StartAsync(Requested($$"""{"application": "{{longest}}", "id": "{{new string('i', 63)}}j"}"""));
        await StartAsync(Requested("{}", "an event id/" + new string('!', 90)));
        await StartAsync(FilePut($"requests/{new string('é', 90)}.json", "v1"));
        await StartAsync(FilePut($"requests/{new string('x', 90)}.json", "v1"));

        Assert.Equal(5, _world.Executions.Started.Count);
        Assert.All(_world.Executions.Started, s => Assert.Matches("^[A-Za-z0-9_-]{1,80}$", s.Name));
        // Without an id of its own a release takes the name of the execution.
        Assert.All(_world.Executions.Started.Skip(2), s => Assert.Matches(Patterns.ReleaseId, s.Name));
    }

    [Fact]
    public void An_event_of_AWS_has_members_that_nobody_reads()
    {
        var read = JsonSerializer.Deserialize(
            """{"version": "0", "id": "e1", "detail-type": "Object Created", "source": "aws.s3", "detail": {"version": "0"}}""",
            ContractsJson.Default.RequestEvent
        )!;

        Assert.Equal(("e1", "Object Created"), (read.Id, read.DetailType));
    }

    private static RequestEvent Requested(string detail, string id = EventId) => Event(RequestEvent.ReleaseRequested, detail, id);

    private static RequestEvent FilePut(string key, string version) =>
        Event(
            RequestEvent.ObjectCreated,
            new JsonObject
            {
                ["object"] = new JsonObject { ["key"] = key, ["version-id"] = version },
            }.ToJsonString()
        );

    private static RequestEvent Event(string type, string detail, string id = EventId) =>
        new()
        {
            Id = id,
            DetailType = type,
            Detail = JsonNode.Parse(detail),
        };

    private Task<StartResult> StartAsync(RequestEvent input) => _world.Get<StartReleaseStep>().StartRelease(input);
}
