using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

public sealed partial class PermissionSpecs
{
    [Fact(Timeout = Deadline)]
    public async Task A_rule_that_may_not_invoke_its_function_sends_the_event_to_the_dead_letter_queue()
    {
        var function = await FunctionAsync("executor", "def handler(event, context): return 1");
        var queue = await TestQueues.CreateAsync(_aws);
        var rule = await TestQueues.RouteAsync(_aws, queue, """{"source":["nobody"]}""");
        await TestQueues.EventsAsync(_aws, "PutRule", new { Name = rule, EventPattern = $$"""{"source":["{{rule}}"]}""" });
        await TestQueues.EventsAsync(
            _aws,
            "PutTargets",
            new
            {
                Rule = rule,
                Targets = new[]
                {
                    new
                    {
                        Id = "queue",
                        Arn = $"arn:aws:lambda:{Account}:function:{function}",
                        DeadLetterConfig = new { queue.Arn },
                    },
                },
            }
        );

        await TestQueues.EventsAsync(
            _aws,
            "PutEvents",
            new
            {
                Entries = new[]
                {
                    new
                    {
                        Source = rule,
                        DetailType = "D",
                        Detail = "{}",
                    },
                },
            }
        );
        await DeliveredAsync(rule, EventDelivery.DeadLettered);
        var delivery = fixture.Host.Deliveries.Last(one => one.RuleArn.EndsWith(rule, StringComparison.Ordinal));
        Assert.Equal(1, delivery.Attempts);
        Assert.Contains(
            "events.amazonaws.com is not authorized to perform: lambda:InvokeFunction",
            delivery.Error,
            StringComparison.Ordinal
        );

        await _aws.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = function,
                StatementId = "rule",
                Action = "lambda:InvokeFunction",
                Principal = "events.amazonaws.com",
                SourceArn = delivery.RuleArn,
            }
        );
        await TestQueues.EventsAsync(
            _aws,
            "PutEvents",
            new
            {
                Entries = new[]
                {
                    new
                    {
                        Source = rule,
                        DetailType = "D",
                        Detail = "{}",
                    },
                },
            }
        );
        await DeliveredAsync(rule, EventDelivery.Delivered);
    }

    [Fact(Timeout = Deadline)]
    public async Task A_schedule_starts_a_machine_with_the_role_that_it_names_and_for_its_group_only()
    {
        var machine = await MachineAsync("executor", """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true} } }""");
        var (name, role) = (LocalAwsFixture.NewName("schedule"), LocalAwsFixture.NewName("role"));
        await _aws.QueryAsync(
            "iam",
            ("Action", "CreateRole"),
            ("Version", "2010-05-08"),
            ("RoleName", role),
            (
                "AssumeRolePolicyDocument",
                $$"""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"},"Action":"sts:AssumeRole",
                 "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:scheduler:{{Account}}:schedule-group/default"} } } }
                """
            )
        );
        await AllowAsync(role, "states:ListExecutions", "*");
        await _aws.JsonAsync(
            "scheduler",
            HttpMethod.Post,
            "/schedules/" + name,
            new
            {
                ScheduleExpression = "rate(1 day)",
                FlexibleTimeWindow = new { Mode = "OFF" },
                Target = new
                {
                    Arn = machine,
                    RoleArn = $"arn:aws:iam::123456789012:role/{role}",
                    Input = "{}",
                },
            }
        );

        await fixture.Host.FireScheduleAsync(name);
        await DeliveredAsync(name, EventDelivery.Lost);
        await AllowAsync(role, "states:StartExecution", machine);
        await fixture.Host.FireScheduleAsync(name);
        await DeliveredAsync(name, EventDelivery.Delivered);
    }
}
