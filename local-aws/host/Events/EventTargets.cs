using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Permissions;

namespace CodeRipple.Workflow.LocalAws.Events;

/// <summary>Hands an event to the service of its target. One attempt.</summary>
internal sealed class EventTargets(ILambdaInvoker lambda, MotoClient moto, Authorizer authorizer)
{
    /// <exception cref="TargetException">The target did not take it.</exception>
    public async Task SendAsync(EventForTarget item, CancellationToken cancellationToken)
    {
        try
        {
            await CheckPermissionAsync(item, cancellationToken);
            await (
                ServiceOf(item.TargetArn) switch
                {
                    "lambda" => lambda.EnqueueAsync(
                        new InvokeCall(item.TargetArn, null, Encoding.UTF8.GetBytes(item.Input)),
                        cancellationToken
                    ),
                    "states" => StartExecutionAsync(item, cancellationToken),
                    "sns" => PublishAsync(item, cancellationToken),
                    "sqs" => EnqueueAsync(item, cancellationToken),
                    var other => throw new TargetException(
                        "NO_RESOURCE",
                        $"The local AWS does not deliver events to {other} ({item.TargetArn}).",
                        isFinal: true
                    ),
                }
            );
        }
        catch (LambdaServiceException refused)
        {
            throw Translate(refused.StatusCode, refused.ErrorType, refused.Message);
        }
        catch (MotoException refused)
        {
            throw Translate((int)refused.StatusCode!, refused.ErrorCode, refused.Message);
        }
        catch (Exception unreachable)
            when (unreachable is HttpRequestException
                || (unreachable is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new TargetException("SDK_CLIENT_ERROR", unreachable.Message, isFinal: false);
        }
    }

    /// <summary>A role that the rule or schedule names must be allowed to, or else the policy of the target must allow it.</summary>
    private async Task CheckPermissionAsync(EventForTarget item, CancellationToken cancellationToken)
    {
        var role = (string?)item.Target["RoleArn"];
        if (ActionOn(ServiceOf(item.TargetArn)) is not { } action)
            return;
        if (role is null && (item.IsSchedule || action.StartsWith("states:", StringComparison.Ordinal)))
            throw new TargetException("NO_PERMISSIONS", $"The target {item.TargetArn} of {item.RuleArn} has no RoleArn.", isFinal: true);
        if (
            await authorizer.RefuseServiceAsync(item.Service, item.SourceArn, role, action, item.TargetArn, cancellationToken) is
            { } refusal
        )
            throw new TargetException(
                "NO_PERMISSIONS",
                $"{item.Service} is not authorized to perform: {action} on resource: {item.TargetArn} {refusal.Reason}",
                isFinal: true
            );
    }

    private static string? ActionOn(string service) =>
        service switch
        {
            "lambda" => "lambda:InvokeFunction",
            "states" => "states:StartExecution",
            "sns" => "sns:Publish",
            "sqs" => "sqs:SendMessage",
            _ => null,
        };

    private Task StartExecutionAsync(EventForTarget item, CancellationToken cancellationToken) =>
        moto.AwsJsonAsync(
            "states",
            "AWSStepFunctions.StartExecution",
            new JsonObject { ["stateMachineArn"] = item.TargetArn, ["input"] = item.Input },
            cancellationToken
        );

    private Task PublishAsync(EventForTarget item, CancellationToken cancellationToken) =>
        moto.QueryAsync(
            "sns",
            [new("Action", "Publish"), new("Version", "2010-03-31"), new("TopicArn", item.TargetArn), new("Message", item.Input)],
            cancellationToken
        );

    private Task EnqueueAsync(EventForTarget item, CancellationToken cancellationToken) =>
        moto.AwsJsonAsync(
            "sqs",
            "AmazonSQS.SendMessage",
            new JsonObject { ["QueueUrl"] = SqsQueue.UrlOf(item.TargetArn), ["MessageBody"] = item.Input },
            cancellationToken
        );

    // Only a missing or forbidden target is beyond repair; everything else may pass (EventBridge user guide, "retry policy").
    private static TargetException Translate(int status, string code, string message)
    {
        if (status == 404 || code.Contains("DoesNotExist", StringComparison.Ordinal) || code.Contains("NotFound", StringComparison.Ordinal))
            return new TargetException("NO_RESOURCE", message, isFinal: true);
        if (code.Contains("AccessDenied", StringComparison.Ordinal) || code.Contains("AuthorizationError", StringComparison.Ordinal))
            return new TargetException("NO_PERMISSIONS", message, isFinal: true);
        if (status == 429 || code.Contains("Throttl", StringComparison.Ordinal))
            return new TargetException("THROTTLING", message, isFinal: false);
        return new TargetException(status >= 500 ? "INTERNAL_ERROR" : "SDK_CLIENT_ERROR", message, isFinal: false);
    }

    private static string ServiceOf(string arn) => arn.Split(':') is { Length: > 5 } parts ? parts[2] : arn;
}
