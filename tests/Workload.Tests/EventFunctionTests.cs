using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Events;
using NSubstitute;

namespace CodeRipple.Workflow.WorkloadTests;

/// <summary>Hermes writes events down, the digest sums them up.</summary>
public sealed class EventFunctionTests
{
    private const string Event = """
        {
          "version": "0", "id": "e1", "source": "coderipple.documentation", "detail-type": "Documentation Requested", "account": "123456789012",
          "time": "2026-11-20T08:09:10Z", "region": "us-west-2", "resources": [], "detail": { "repository": "o/r", "commit": "abc" }
        }
        """;

    private readonly IAmazonDynamoDB _dynamo = Substitute.For<IAmazonDynamoDB>();

    [Fact]
    public async Task An_event_becomes_an_item_of_its_day()
    {
        var answer = await Hermes(Event);

        Assert.Equal("recorded", answer["status"]!.GetValue<string>());
        await _dynamo
            .Received(1)
            .PutItemAsync(
                Arg.Is<PutItemRequest>(request =>
                    request.TableName == "events"
                    && request.Item["day"].S == "2026-11-20"
                    && request.Item["moment"].S == "08:09:10.000#e1"
                    && request.Item["type"].S == "Documentation Requested"
                    && request.Item["repository"].S == "o/r"
                    && request.ConditionExpression != null
                )
            );
    }

    [Fact]
    public async Task An_event_that_is_delivered_twice_is_recorded_once()
    {
        _dynamo.PutItemAsync(Arg.Any<PutItemRequest>()).Returns<PutItemResponse>(_ => throw new ConditionalCheckFailedException("there"));

        Assert.Equal("known", (await Hermes(Event))["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{}", "The event has no 'time'; this function takes events of an EventBridge bus.")]
    [InlineData("""{ "time": "noon", "id": "1", "source": "s", "detail-type": "t" }""", "The event's time 'noon' is no time.")]
    [InlineData("[]", "The event has no 'time'; this function takes events of an EventBridge bus.")]
    public async Task What_is_no_event_fails_with_the_reason(string received, string reason) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<InvalidEventException>(() => Hermes(received))).Message);

    [Theory]
    [InlineData("""{ "source": "aws.events", "time": "2026-11-20T22:00:00Z" }""")]
    [InlineData("""{ "day": "2026-11-20" }""")]
    public async Task A_digest_counts_the_days_events_over_all_pages(string received)
    {
        _dynamo
            .QueryAsync(Arg.Is<QueryRequest>(request => request.ExclusiveStartKey == null))
            .Returns(
                new QueryResponse
                {
                    Items = [Item("08:00:00.000#1", "Documentation Requested", "o/r"), Item("09:00:00.000#2", "Push Analyzed", "o/r")],
                    LastEvaluatedKey = new() { ["day"] = new AttributeValue { S = "2026-11-20" } },
                }
            );
        _dynamo
            .QueryAsync(Arg.Is<QueryRequest>(request => request.ExclusiveStartKey != null))
            .Returns(new QueryResponse { Items = [Item("10:00:00.000#3", "Push Analyzed", "o/q")] });

        var answer = await new Functions.Digest.Function(new Functions.Digest.DigestTable(_dynamo, "events")).HandleAsync(
            Given.Json(received),
            Given.Context
        );

        Assert.Equal(3, answer["events"]!.GetValue<int>());
        Assert.Equal(2, answer["by_type"]!["Push Analyzed"]!.GetValue<int>());
        Assert.Equal(
            "2026-11-20: 3 events in 2 repositories. Documentation Requested: 1. Push Analyzed: 2.",
            answer["summary"]!.GetValue<string>()
        );
        await _dynamo
            .Received(1)
            .PutItemAsync(Arg.Is<PutItemRequest>(request => request.Item["day"].S == "digest" && request.Item["moment"].S == "2026-11-20"));
    }

    [Fact]
    public async Task A_day_without_events_has_a_digest_too()
    {
        _dynamo.QueryAsync(Arg.Any<QueryRequest>()).Returns(new QueryResponse());

        var answer = await new Functions.Digest.Function(new Functions.Digest.DigestTable(_dynamo, "events")).HandleAsync(
            Given.Json("""{ "day": "2026-11-20" }"""),
            Given.Context
        );

        Assert.Equal("2026-11-20: nothing happened.", answer["summary"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "day": "yesterday" }""")]
    public async Task A_digest_needs_a_day(string received) =>
        await Assert.ThrowsAsync<InvalidEventException>(() =>
            new Functions.Digest.Function(new Functions.Digest.DigestTable(_dynamo, "events")).HandleAsync(
                Given.Json(received),
                Given.Context
            )
        );

    private static Dictionary<string, AttributeValue> Item(string moment, string type, string repository) =>
        new()
        {
            ["moment"] = new() { S = moment },
            ["id"] = new() { S = moment.Split('#')[1] },
            ["source"] = new() { S = "coderipple" },
            ["type"] = new() { S = type },
            ["repository"] = new() { S = repository },
            ["detail"] = new() { S = "{}" },
        };

    private Task<JsonNode> Hermes(string received) =>
        new Functions.Hermes.Function(new Functions.Hermes.EventTable(_dynamo, "events")).HandleAsync(Given.Json(received), Given.Context);
}
