using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;
using Amazon.SQS.Model;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>The bus of the releases, seen from outside: asks for releases there, and hears how they end.</summary>
internal sealed class ReleaseBus : IAsyncDisposable
{
    private const string Target = "listener";
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3),
        ReportedWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly ReleaseMachine _machine;
    private readonly TimeProvider _time;
    private readonly string _name = $"listener-{Guid.NewGuid():N}";
    private string _queue = "";

    private ReleaseBus(ReleaseMachine machine, TimeProvider time) => (_machine, _time) = (machine, time);

    /// <summary>Hears from now on what the release machine reports.</summary>
    public static async Task<ReleaseBus> ListenAsync(ReleaseMachine machine, TimeProvider time, CancellationToken cancellationToken)
    {
        var bus = new ReleaseBus(machine, time);
        await bus.ListenAsync(cancellationToken);
        return bus;
    }

    /// <summary>Puts a request on the bus.</summary>
    /// <param name="times">How often.</param>
    /// <returns>The execution that it started.</returns>
    public async Task<string> RequestAsync(
        string application,
        string id,
        JsonObject request,
        int times,
        CancellationToken cancellationToken
    )
    {
        var entry = new PutEventsRequestEntry
        {
            EventBusName = _machine.Bus,
            Source = "coderipple.rehearsal",
            DetailType = RequestEvent.ReleaseRequested,
            Detail = request.ToJsonString(),
        };
        var put = await _machine.Clients.EventBridge.PutEventsAsync(
            new PutEventsRequest { Entries = [.. Enumerable.Repeat(entry, times)] },
            cancellationToken
        );
        if (put.FailedEntryCount > 0)
            throw new UserErrorException(
                $"The bus {_machine.Bus} did not accept the request: {put.Entries.First(e => e.ErrorCode is not null).ErrorMessage}"
            );

        var execution = _machine.ExecutionArn(new ReleaseKey(application, id).ExecutionName);
        await UntilAsync(
            StartsWithin,
            $"The request on the bus {_machine.Bus} started no execution {application}_{id}",
            () => ExistsAsync(execution, cancellationToken),
            cancellationToken
        );
        return execution;
    }

    /// <exception cref="UserErrorException">The end of the release was not reported, was reported more than once, or another release was
    /// started.</exception>
    public async Task ExpectOneOutcomeAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        List<JsonNode> heard = [];
        await UntilAsync(
            ReportedWithin,
            $"The end of {record.Id} was not reported on the bus {_machine.Bus}",
            async () =>
            {
                heard.AddRange(await HearAsync(cancellationToken));
                return heard.Count > 0;
            },
            cancellationToken
        );
        heard.AddRange(await HearAsync(cancellationToken));

        var expected = ReleaseEvent.Of(record);
        if (
            heard is not [var reported]
            || (string?)reported["detail-type"] != expected.Type
            || (string?)reported["detail"]!["id"] != record.Id
        )
            throw new UserErrorException(
                $"Heard {string.Join(", ", heard.Select(e => $"\"{e["detail-type"]}\" of {e["detail"]!["id"]}"))} on the bus, expected one \"{expected.Type}\" of {record.Id}."
            );
        var executions = await _machine.Clients.StepFunctions.ListExecutionsAsync(
            new ListExecutionsRequest { StateMachineArn = _machine.ReleaseStateMachineArn },
            cancellationToken
        );
        if (executions.Executions.Count(e => e.StartDate >= record.StartedAt) != 1)
            throw new UserErrorException($"The request of {record.Id} was delivered twice and started more than one execution.");
    }

    public async ValueTask DisposeAsync()
    {
        var events = _machine.Clients.EventBridge;
        await events.RemoveTargetsAsync(
            new RemoveTargetsRequest
            {
                Rule = _name,
                EventBusName = _machine.Bus,
                Ids = [Target],
            }
        );
        await events.DeleteRuleAsync(new DeleteRuleRequest { Name = _name, EventBusName = _machine.Bus });
        await _machine.Clients.Sqs.DeleteQueueAsync(new DeleteQueueRequest { QueueUrl = _queue });
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var sqs = _machine.Clients.Sqs;
        _queue = (await sqs.CreateQueueAsync(new CreateQueueRequest { QueueName = _name }, cancellationToken)).QueueUrl;
        var arn = (
            await sqs.GetQueueAttributesAsync(
                new GetQueueAttributesRequest { QueueUrl = _queue, AttributeNames = ["QueueArn"] },
                cancellationToken
            )
        ).Attributes["QueueArn"];
        var events = _machine.Clients.EventBridge;
        var rule = await events.PutRuleAsync(
            new PutRuleRequest
            {
                Name = _name,
                EventBusName = _machine.Bus,
                EventPattern = """{"source":["coderipple.workflow"]}""",
            },
            cancellationToken
        );
        await sqs.SetQueueAttributesAsync(
            new SetQueueAttributesRequest
            {
                QueueUrl = _queue,
                Attributes = new() { ["Policy"] = MaySend(rule.RuleArn, arn) },
            },
            cancellationToken
        );
        await events.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = _name,
                EventBusName = _machine.Bus,
                Targets = [new Target { Id = Target, Arn = arn }],
            },
            cancellationToken
        );
    }

    private static string MaySend(string rule, string queue) =>
        $$"""
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Effect": "Allow", "Principal": { "Service": "events.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "{{queue}}",
                "Condition": { "ArnEquals": { "aws:SourceArn": "{{rule}}" } }
              }]
            }
            """;

    private async Task<IReadOnlyList<JsonNode>> HearAsync(CancellationToken cancellationToken)
    {
        var received = await _machine.Clients.Sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = _queue,
                MaxNumberOfMessages = 10,
                WaitTimeSeconds = 1,
            },
            cancellationToken
        );
        return [.. (received.Messages ?? []).Select(m => JsonNode.Parse(m.Body)!)];
    }

    private async Task<bool> ExistsAsync(string execution, CancellationToken cancellationToken)
    {
        try
        {
            await _machine.Clients.StepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = execution },
                cancellationToken
            );
            return true;
        }
        catch (ExecutionDoesNotExistException)
        {
            return false;
        }
    }

    private async Task UntilAsync(TimeSpan deadline, string otherwise, Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        while (!await condition())
        {
            if (_time.GetElapsedTime(start) > deadline)
                throw new UserErrorException($"{otherwise} within {deadline.TotalSeconds:0} s.");
            await Task.Delay(Pause, _time, cancellationToken);
        }
    }
}
