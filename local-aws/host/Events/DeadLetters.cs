using System.Globalization;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Permissions;

namespace CodeRipple.Workflow.LocalAws.Events;

/// <summary>Puts an event that no attempt could deliver on the target's dead-letter queue.</summary>
internal sealed class DeadLetters(MotoClient moto, Authorizer authorizer)
{
    /// <exception cref="TargetException">The queue's policy does not allow it.</exception>
    public async Task SendAsync(
        string queueArn,
        EventForTarget item,
        int attempts,
        TargetException error,
        CancellationToken cancellationToken
    )
    {
        // Scheduler uses the role of the schedule, EventBridge the policy of the queue.
        var role = item.IsSchedule ? (string?)item.Target["RoleArn"] : null;
        if (
            await authorizer.RefuseServiceAsync(item.Service, item.SourceArn, role, "sqs:SendMessage", queueArn, cancellationToken) is
            { } refusal
        )
            throw new TargetException(
                "NO_PERMISSIONS",
                $"{item.Service} is not authorized to perform: sqs:SendMessage on resource: {queueArn} {refusal.Reason}",
                isFinal: true
            );
        // The attributes that EventBridge adds (user guide, "Using dead-letter queues").
        var attributes = new JsonObject
        {
            ["RULE_ARN"] = Text(item.RuleArn),
            ["TARGET_ARN"] = Text(item.TargetArn),
            ["ERROR_CODE"] = Text(error.Code),
            ["ERROR_MESSAGE"] = Text(error.Message),
            ["RETRY_ATTEMPTS"] = Text((attempts - 1).ToString(CultureInfo.InvariantCulture), "Number"),
        };
        if (!error.IsFinal)
            attributes["EXHAUSTED_RETRY_CONDITION"] = Text(attempts > item.Retries ? "MaximumRetryAttempts" : "MaximumEventAgeInSeconds");
        var message = new JsonObject
        {
            ["QueueUrl"] = SqsQueue.UrlOf(queueArn),
            ["MessageBody"] = item.Input,
            ["MessageAttributes"] = attributes,
        };
        await moto.AwsJsonAsync("sqs", "AmazonSQS.SendMessage", message, cancellationToken);
    }

    // SQS refuses empty values.
    private static JsonObject Text(string value, string type = "String") =>
        new() { ["DataType"] = type, ["StringValue"] = value.Length == 0 ? "-" : value };
}
