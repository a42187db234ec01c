using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Permissions;
using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Lambda.Invocations;

/// <summary>What the function's event invoke configuration says.</summary>
internal sealed record AsyncSettings(int Retries, TimeSpan? Age, string? OnSuccess, string? OnFailure)
{
    /// <summary>The shorter of the configured one and what the local AWS waits at most.</summary>
    public TimeSpan MaximumAge(TimeSpan atMost) => Age < atMost ? Age.Value : atMost;
}

/// <summary>How an asynchronous invocation ended.</summary>
/// <param name="Result">Null when no attempt got as far as a sandbox.</param>
internal sealed record AsyncEnd(
    InvokeTarget Target,
    InvokeCall Call,
    string RequestId,
    AsyncSettings Settings,
    int Attempts,
    InvokeResult? Result,
    string Condition
)
{
    public const string Success = "Success",
        RetriesExhausted = "RetriesExhausted",
        EventAgeExceeded = "EventAgeExceeded";
}

/// <summary>
/// Sends the record of an asynchronous invocation to its destination, and the event itself to the dead-letter queue: both with the
/// permissions of the function's role.
/// </summary>
internal sealed class InvokeDestinations(MotoClient moto, ILambdaInvoker lambda, Authorizer authorizer, TimeProvider time)
{
    private const int DefaultRetries = 2,
        MaxErrorMessage = 1024;

    public async Task<AsyncSettings> SettingsAsync(FunctionRoute route, CancellationToken cancellationToken)
    {
        var query = route.Qualifier is null ? "" : $"?Qualifier={Uri.EscapeDataString(route.Qualifier)}";
        var config = await moto.RestJsonAsync(
            "lambda",
            $"/2019-09-25/functions/{route.FunctionName}/event-invoke-config{query}",
            cancellationToken
        );
        var destinations = config?["DestinationConfig"];
        return new AsyncSettings(
            (int?)config?["MaximumRetryAttempts"] ?? DefaultRetries,
            (int?)config?["MaximumEventAgeInSeconds"] is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            (string?)destinations?["OnSuccess"]?["Destination"],
            (string?)destinations?["OnFailure"]?["Destination"]
        );
    }

    public async Task SendAsync(AsyncEnd end, CancellationToken cancellationToken)
    {
        var succeeded = end.Condition == AsyncEnd.Success;
        if ((succeeded ? end.Settings.OnSuccess : end.Settings.OnFailure) is { Length: > 0 } destination)
        {
            await CheckAsync(end, destination, cancellationToken);
            await DeliverAsync(destination, Record(end), succeeded, cancellationToken);
        }

        if (!succeeded && end.Target.Function.DeadLetterArn is { Length: > 0 } deadLetters)
        {
            await CheckAsync(end, deadLetters, cancellationToken);
            await DeadLetterAsync(deadLetters, end, cancellationToken);
        }
    }

    private async Task CheckAsync(AsyncEnd end, string arn, CancellationToken cancellationToken)
    {
        var action = arn.Split(':')[2] switch
        {
            "sqs" => "sqs:SendMessage",
            "sns" => "sns:Publish",
            "lambda" => "lambda:InvokeFunction",
            _ => "events:PutEvents",
        };
        var need = new Need(action, arn, new Dictionary<string, string[]>());
        if (await authorizer.RefuseAsync(new Principal(end.Target.Function.Role, "lambda"), [need], cancellationToken) is { } refusal)
            throw new LambdaServiceException(
                403,
                "AccessDeniedException",
                $"{end.Target.Function.Role} is not authorized to perform: {action} on resource: {arn} {refusal.Reason}"
            );
    }

    private JsonObject Record(AsyncEnd end)
    {
        var record = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = end.RequestId,
                ["functionArn"] = $"{end.Target.Route.FunctionArn}:{end.Target.Route.Qualifier ?? "$LATEST"}",
                ["condition"] = end.Condition,
                ["approximateInvokeCount"] = end.Attempts,
            },
            ["requestPayload"] = JsonNode.Parse(end.Call.Payload.Span),
        };
        if (end.Result is not { } result)
            return record;
        var context = new JsonObject { ["statusCode"] = 200, ["executedVersion"] = result.ExecutedVersion };
        if (result.FunctionError is not null)
            context["functionError"] = result.FunctionError;
        record["responseContext"] = context;
        record["responsePayload"] = JsonNode.Parse(result.Payload);
        return record;
    }

    private Task DeliverAsync(string arn, JsonObject record, bool succeeded, CancellationToken cancellationToken)
    {
        var text = record.ToJsonString();
        return arn.Split(':')[2] switch
        {
            "sqs" => QueueAsync(arn, text, null, cancellationToken),
            "sns" => PublishAsync(arn, text, [], cancellationToken),
            "lambda" => lambda.EnqueueAsync(new InvokeCall(arn, null, Encoding.UTF8.GetBytes(text)), cancellationToken),
            "events" => PutEventAsync(arn, text, (string)record["requestContext"]!["functionArn"]!, succeeded, cancellationToken),
            var service => throw LambdaErrors.InvalidParameter($"{service} is no destination of asynchronous invocations: {arn}"),
        };
    }

    private Task PutEventAsync(string bus, string record, string functionArn, bool succeeded, CancellationToken cancellationToken)
    {
        var entry = new JsonObject
        {
            ["EventBusName"] = bus,
            ["Source"] = "lambda",
            ["DetailType"] = $"Lambda Function Invocation Result - {(succeeded ? "Success" : "Failure")}",
            ["Detail"] = record,
            ["Resources"] = new JsonArray(bus, functionArn),
        };
        return moto.AwsJsonAsync("events", "AWSEvents.PutEvents", new JsonObject { ["Entries"] = new JsonArray(entry) }, cancellationToken);
    }

    private Task DeadLetterAsync(string arn, AsyncEnd end, CancellationToken cancellationToken)
    {
        var error = end.Result is null ? "Rate Exceeded." : Encoding.UTF8.GetString(end.Result.Payload);
        (string Name, string Value)[] attributes =
        [
            ("RequestID", end.RequestId),
            ("ErrorCode", end.Result is null ? "429" : "200"),
            ("ErrorMessage", error[..Math.Min(error.Length, MaxErrorMessage)]),
        ];
        var @event = Encoding.UTF8.GetString(end.Call.Payload.Span);
        return arn.Split(':')[2] == "sns"
            ? PublishAsync(arn, @event, attributes, cancellationToken)
            : QueueAsync(arn, @event, attributes, cancellationToken);
    }

    private Task QueueAsync(string arn, string body, (string Name, string Value)[]? attributes, CancellationToken cancellationToken)
    {
        var message = new JsonObject { ["QueueUrl"] = SqsQueue.UrlOf(arn), ["MessageBody"] = body };
        if (attributes is not null)
            message["MessageAttributes"] = new JsonObject(
                attributes.Select(attribute =>
                    KeyValuePair.Create<string, JsonNode?>(
                        attribute.Name,
                        new JsonObject { ["DataType"] = "String", ["StringValue"] = attribute.Value }
                    )
                )
            );
        return moto.AwsJsonAsync("sqs", "AmazonSQS.SendMessage", message, cancellationToken);
    }

    private Task PublishAsync(string arn, string message, (string Name, string Value)[] attributes, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("Action", "Publish"),
            new("Version", "2010-03-31"),
            new("TopicArn", arn),
            new("Message", message),
        ];
        foreach (var (index, (name, value)) in attributes.Index())
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"MessageAttributes.entry.{index + 1}.");
            form.AddRange([new(entry + "Name", name), new(entry + "Value.DataType", "String"), new(entry + "Value.StringValue", value)]);
        }

        return moto.QueryAsync("sns", form, cancellationToken);
    }
}
