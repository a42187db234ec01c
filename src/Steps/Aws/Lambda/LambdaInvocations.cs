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
public sealed class LambdaInvocations(IAmazonLambda lambda)
{
    public static AmazonLambdaConfig Config => new() { MaxErrorRetry = 0, Timeout = TimeSpan.FromMinutes(15) };

    /// <param name="qualifier">Version or alias; null = <c>$LATEST</c>.</param>
    /// <exception cref="ResourceNotStabilizedException">The version is still being made ready.</exception>
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
            return new Invocation(answer.ExecutedVersion ?? "", Parse(answer.Payload), answer.FunctionError, Decode(answer.LogResult));
        }
        catch (ResourceConflictException e)
        {
            throw new ResourceNotStabilizedException($"Function {function} {qualifier} cannot be invoked yet: {e.Message}");
        }
    }

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
            return $"the function failed {DescribeError(Answer)}{(IsSecond ? ", after it had timed out the time before" : "")}";
        var differences = expected is null ? [] : SubsetMatcher.Differences(expected, Answer);
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    // Runtimes report { errorType, errorMessage }; Lambda itself leaves the type out, and a custom runtime may answer anything.
    private static string DescribeError(JsonNode? answer) =>
        answer switch
        {
            JsonObject error when error["errorType"] is { } type => $"with {type}: {error["errorMessage"]}",
            JsonObject error when error["errorMessage"] is { } message => $"with {message}",
            null => "without an error message",
            _ => $"with {answer.ToJsonString()}",
        };

    private double? Milliseconds(Regex report) =>
        report.Match(Log) is { Success: true } match ? double.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture) : null;

    // The REPORT line of the log, as text or as JSON.
    [GeneratedRegex("""(Init Duration: |"initDurationMs": ?)(?<ms>[0-9.]+)""")]
    private static partial Regex InitDuration();

    [GeneratedRegex("""(\bREPORT .*?\bDuration: |"platform\.report".*?"durationMs": ?)(?<ms>[0-9.]+)""")]
    private static partial Regex ReportedDuration();
}
