using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>Events that come in are delivered or kept; events that go out start nothing.</summary>
public sealed class EventTests
{
    private static readonly JsonNode QueuePolicy = Template.Resources["UndeliveredEventsPolicy"]!["Properties"]!["PolicyDocument"]![
        "Statement"
    ]![0]!;

    [Fact]
    public async Task Every_target_is_retried_for_a_limited_time_and_has_a_dead_letter_queue()
    {
        var targets = await EventTarget.AllAsync();

        Assert.NotEmpty(targets);
        Assert.All(
            targets,
            target =>
            {
                Assert.NotNull(target.Body["RetryPolicy"]?["MaximumRetryAttempts"]);
                Assert.NotNull(target.Body["RetryPolicy"]?["MaximumEventAgeInSeconds"]);
                Assert.Equal("UndeliveredEvents", Template.Named(target.Body["DeadLetterConfig"]?["Arn"]));
            }
        );
    }

    [Fact]
    public async Task The_dead_letter_queue_takes_messages_of_exactly_these_rules()
    {
        var rules = (await TransformedTemplate.ReadAsync()).OfType("AWS::Events::Rule").Select(r => r.Name);
        var allowed = QueuePolicy["Condition"]!["ArnEquals"]!["aws:SourceArn"]!.AsArray().Select(Template.Named);

        Assert.Equal("events.amazonaws.com", (string)QueuePolicy["Principal"]!["Service"]!);
        Assert.Equal(rules.Order(), allowed.Order()!);
    }

    [Fact]
    public async Task A_rule_may_invoke_the_step_that_it_starts_and_no_other_source_may()
    {
        var permissions = (await TransformedTemplate.ReadAsync())
            .OfType("AWS::Lambda::Permission")
            .Select(p => p.Properties)
            .Select(p => (Template.Named(p["SourceArn"]), Template.Named(p["FunctionName"])))
            .ToList();
        var started = (await EventTarget.AllAsync())
            .Where(t => t.IsRule && t.Step is not null)
            .Select(t => ((string?)t.Source, t.Step))
            .ToList();

        Assert.NotEmpty(started);
        Assert.Equal(started.Order(), permissions.Order());
    }

    [Fact]
    public async Task What_a_step_that_events_start_fails_at_is_kept_too()
    {
        foreach (var step in (await EventTarget.AllAsync()).Select(t => t.Step).OfType<string>().Distinct())
        {
            var config = Template.Resources[step]!["Properties"]!["EventInvokeConfig"]!;
            Assert.Equal("UndeliveredEvents", Template.Named(config["DestinationConfig"]!["OnFailure"]!["Destination"]));
        }
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void What_people_hear_systems_hear_too_and_neither_changes_the_end(string machine)
    {
        var states = Definition.Of(machine).States.ToDictionary(s => s.Name);
        foreach (var message in states.Values.Where(s => Resource(s).EndsWith("sns:publish", StringComparison.Ordinal)))
        {
            var announcement = Assert.Single(NextOf(message));
            Assert.EndsWith(":events:putEvents", Resource(states[announcement]), StringComparison.Ordinal);
            Assert.Single(NextOf(states[announcement]));
        }

        Assert.Equal(
            states.Values.Count(s => Resource(s).EndsWith("sns:publish", StringComparison.Ordinal)),
            states.Values.Count(s => Resource(s).EndsWith("events:putEvents", StringComparison.Ordinal))
        );

        static string Resource(State state) => (string?)state.Body["Resource"] ?? "";
        static IReadOnlyList<string> NextOf(State state) =>
            [.. state.Successors.Concat(state.Catchers.Select(c => (string)c["Next"]!)).Distinct()];
    }

    [Fact]
    public async Task What_goes_out_starts_nothing()
    {
        var pattern = (await TransformedTemplate.ReadAsync()).PropertiesOf("StartReleaseRequest")["EventPattern"]!;
        var types = Enum.GetValues<ReleaseStatus>().Select(status => ReleaseEvent.Of(Ended(status)).Type);
        var sources = Definition
            .All.SelectMany(d => d.States)
            .SelectMany(s => s.Body["Parameters"]?["Entries"]?.AsArray() ?? [])
            .Select(e => (string)e!["Source"]!)
            .Distinct();

        Assert.Empty(types.Intersect(pattern["detail-type"]!.AsArray().Select(t => (string)t!)));
        Assert.Equal(sources, pattern["source"]![0]!["anything-but"]!.AsArray().Select(s => (string)s!));
    }

    private static ReleaseRecord Ended(ReleaseStatus status) =>
        new()
        {
            Id = "r1",
            Application = "shop",
            Environment = "development",
            Status = status,
            ExecutionArn = "arn:execution",
            StartedAt = DateTimeOffset.UnixEpoch,
        };
}
