using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>Events that come in are delivered or kept; events that go out start nothing.</summary>
public sealed class EventTests
{
    private static readonly JsonNode QueuePolicy = Template.Resources["UndeliveredEventsPolicy"]!["Properties"]!["PolicyDocument"]!["Statement"]![0]!;

    [Fact]
    public void Every_target_is_retried_for_a_limited_time_and_has_a_dead_letter_queue()
    {
        Assert.NotEmpty(EventTarget.All);
        Assert.All(EventTarget.All, target =>
        {
            Assert.NotNull(target.Body["RetryPolicy"]?["MaximumRetryAttempts"]);
            Assert.NotNull(target.Body["RetryPolicy"]?["MaximumEventAgeInSeconds"]);
            Assert.Equal("UndeliveredEvents", Template.Named(target.Body["DeadLetterConfig"]?["Arn"]));
        });
    }

    [Fact]
    public void The_dead_letter_queue_takes_messages_of_exactly_these_rules()
    {
        var allowed = QueuePolicy["Condition"]!["ArnEquals"]!["aws:SourceArn"]!.AsArray().Select(Template.Named);

        Assert.Equal("events.amazonaws.com", (string)QueuePolicy["Principal"]!["Service"]!);
        Assert.Equal(Template.OfType("AWS::Events::Rule").Select(r => r.Key).Order(), allowed.Order()!);
    }

    [Fact]
    public void A_rule_may_invoke_the_step_that_it_starts_and_no_other_source_may()
    {
        var permissions = Template.OfType("AWS::Lambda::Permission").Select(p => p.Value!["Properties"]!)
            .Select(p => (Template.Named(p["SourceArn"]), Template.Named(p["FunctionName"]))).ToList();

        Assert.Equal(EventTarget.All.Where(t => t.IsRule && t.Step is not null).Select(t => ((string?)t.Source, t.Step)).Order(), permissions.Order());
    }

    [Fact]
    public void What_a_step_that_events_start_fails_at_is_kept_too()
    {
        foreach (var step in EventTarget.All.Select(t => t.Step).OfType<string>().Distinct())
        {
            var config = Template.Resources[step]!["Properties"]!["EventInvokeConfig"]!;
            Assert.Equal("UndeliveredEvents", Template.Named(config["DestinationConfig"]!["OnFailure"]!["Destination"]));
        }
    }
}
