using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Synchronous invocations. The client never repeats a call by itself: a repeated call would run the function twice.</summary>
/// <param name="quotesLogs">Whether messages may quote what a function says of its failure.</param>
public sealed class LambdaInvocations(IAmazonLambda lambda, bool quotesLogs = true)
{
    /// <summary>Whether messages may quote what a function says of its failure: its log, its error message, its answer.</summary>
    public bool QuotesLogs => quotesLogs;

    public static AmazonLambdaConfig Config => new() { MaxErrorRetry = 0, Timeout = TimeSpan.FromMinutes(15) };

    /// <param name="qualifier">Version or alias; null = <c>$LATEST</c>.</param>
    /// <exception cref="ResourceNotStabilizedException">The version is still being made ready.</exception>
    /// <exception cref="FunctionSwitchedOffException">Its reserved concurrency is 0.</exception>
    public async Task<Invocation> InvokeAsync(
        string function,
        string? qualifier,
        JsonNode? @event,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var answer = await lambda.InvokeAsync(
                new InvokeRequest
                {
                    FunctionName = function,
                    Qualifier = qualifier,
                    InvocationType = InvocationType.RequestResponse,
                    LogType = LogType.Tail,
                    Payload = @event?.ToJsonString() ?? "null",
                },
                cancellationToken
            );
            // 200 also when the function threw: only FunctionError shows it.
            return new Invocation(answer.ExecutedVersion ?? "", Parse(answer.Payload), answer.FunctionError, Decode(answer.LogResult))
            {
                QuotesLog = quotesLogs,
            };
        }
        catch (ResourceConflictException e)
        {
            throw new ResourceNotStabilizedException($"Function {function} {qualifier} cannot be invoked yet: {e.Message}");
        }
        catch (AwsUnavailableException e) when (HasUsedUpItsReservation(e))
        {
            if (await IsSwitchedOffAsync(function))
                throw new FunctionSwitchedOffException(function);
            throw;
        }
    }

    // Lambda gives this reason for a busy function, and for one that may never run.
    private static bool HasUsedUpItsReservation(AwsUnavailableException e) =>
        e.InnerException is TooManyRequestsException throttled
        && throttled.Reason == ThrottleReason.ReservedFunctionConcurrentInvocationLimitExceeded;

    private async Task<bool> IsSwitchedOffAsync(string function) =>
        LambdaFunctions.IsSwitchedOff(await lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = function }));

    /// <summary>Invokes a function, and once more when its timeout ended it: that may have been a busy moment of a machine.</summary>
    /// <inheritdoc cref="InvokeAsync" path="/param|/exception"/>
    public async Task<Invocation> InvokePatientlyAsync(string function, string? qualifier, JsonNode? @event)
    {
        var first = await InvokeAsync(function, qualifier, @event);
        return first.IsTimedOut ? await InvokeAsync(function, qualifier, @event) with { IsSecond = true } : first;
    }

    private static JsonNode? Parse(MemoryStream? payload)
    {
        if (payload is null || payload.Length == 0)
            return null;
        var text = Encoding.UTF8.GetString(payload.ToArray());
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static string Decode(string? base64) =>
        base64 is { Length: > 0 } ? Encoding.UTF8.GetString(Convert.FromBase64String(base64)) : "";
}

/// <param name="Version">The version that answered.</param>
/// <param name="FunctionError">Present when the function threw, timed out or died.</param>
/// <param name="Log">The last 4 KB of the function's log.</param>
public sealed partial record Invocation(string Version, JsonNode? Answer, string? FunctionError, string Log)
{
    // Of what a function logs, a message is to have what explains its failure, and no more of its data than that.
    private const int MostLines = 20;
    private const int MostCharacters = 1000;

    /// <summary>Whether messages may quote the function's error message, its log, and more of its answer than what was compared.</summary>
    public bool QuotesLog { get; init; } = true;

    /// <summary>The end of the log for a message, or where to find it; empty when there is none.</summary>
    public string LogEnd =>
        Log.Trim() is not { Length: > 0 } log ? ""
        : QuotesLog ? EndOf(log)
        : $"see request {RequestId(log)} in the log";

    /// <summary>Whether the function was asked before, and timed out.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Whether Lambda ended the function because its time was over.</summary>
    public bool IsTimedOut =>
        FunctionError is not null
        && Answer is JsonObject error
        && (
            error["errorType"]?.ToString() == "Sandbox.Timedout"
            || error["errorMessage"]?.ToString().Contains("Task timed out", StringComparison.Ordinal) == true
        );

    /// <summary>How long the function took to start, in milliseconds; null when it was running already.</summary>
    public double? ColdStart => Milliseconds(InitDuration());

    /// <summary>How many milliseconds the function took by Lambda's own measure: without its start and the way there and back.</summary>
    public double? Duration => Milliseconds(ReportedDuration());

    /// <summary>What is wrong with the answer, in one sentence; null when it is as expected.</summary>
    public string? FindProblem(JsonNode? expected)
    {
        if (FunctionError is not null)
            return $"the function failed {Beginning(DescribeError(Answer))}{(IsSecond ? ", after it had timed out the time before" : "")}";
        return SubsetMatcher.Problem(expected, Answer, QuotesLog);
    }

    // Runtimes report { errorType, errorMessage }; Lambda itself leaves the type out, and a custom runtime may answer anything.
    private string DescribeError(JsonNode? answer) =>
        answer switch
        {
            JsonObject error when !QuotesLog => $"with {error["errorType"]?.ToString() ?? FunctionError}",
            not null when !QuotesLog => $"with {FunctionError}",
            JsonObject error when error["errorType"] is { } type => $"with {type}: {error["errorMessage"]}",
            JsonObject error when error["errorMessage"] is { } message => $"with {message}",
            null => "without an error message",
            _ => $"with {JsonText.Of(answer)}",
        };

    private static string Beginning(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";

    private static string EndOf(string log)
    {
        var lines = log.Split('\n');
        var end = string.Join('\n', lines.TakeLast(MostLines));
        end = end.Length > MostCharacters ? end[^MostCharacters..] : end;
        return end.Length == log.Length ? log : $"… {end}\n(the rest: request {RequestId(log)} in the log)";
    }

    private static string RequestId(string log) => LoggedRequest().Match(log) is { Success: true } match ? match.Groups["id"].Value : "?";

    private double? Milliseconds(Regex report) =>
        report.Match(Log) is { Success: true } match ? double.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture) : null;

    // Of any line of the platform, as text or as JSON.
    [GeneratedRegex("""(RequestId: |"requestId": ?")(?<id>[0-9A-Za-z-]+)""")]
    private static partial Regex LoggedRequest();

    // The REPORT line of the log, as text or as JSON.
    [GeneratedRegex("""(Init Duration: |"initDurationMs": ?)(?<ms>[0-9.]+)""")]
    private static partial Regex InitDuration();

    [GeneratedRegex("""(\bREPORT .*?\bDuration: |"platform\.report".*?"durationMs": ?)(?<ms>[0-9.]+)""")]
    private static partial Regex ReportedDuration();
}
