using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Invokes a function once, as declared, and says whether it ran, answered as expected, and was in time.</summary>
public sealed partial class SyntheticCalls(LambdaInvocations invocations, CallPace pace, TimeProvider time)
{
    internal async Task CheckAsync(
        FunctionRequest function, FunctionExpectation expected, Once<FunctionConfiguration?> latest, Once<FunctionConfiguration?> live, CheckScope scope, CheckLog log)
    {
        var component = $"function:{function.Name}";
        var (@event, answer) = Declared(function, expected, scope);
        var call = new Once<Call>(async () => await CallAsync(function.Name, await live.Value is null ? null : scope.Alias, @event, scope.Limits));

        await log.CheckAsync(CheckCatalog.FunctionExecutable, component, () => When(latest, expected, async _ => (await call.Value).Executable(scope.Limits)));
        await log.CheckAsync(CheckCatalog.FunctionResponse, component, () => When(latest, expected, async _ => (await call.Value).Response(answer)));
        await log.CheckAsync(CheckCatalog.FunctionInTime, component, () => When(latest, expected, async found => (await call.Value).InTime((await live.Value ?? found).Timeout ?? 3, scope.Limits)));
    }

    // Before a release the code that is live answers, so it is asked what its own release declared.
    private static (JsonNode? Event, JsonNode? Answer) Declared(FunctionRequest function, FunctionExpectation expected, CheckScope scope)
    {
        if (expected.Event is not null)
            return (expected.Event, expected.Expect);
        var test = (scope.LiveRequest?.Functions.FirstOrDefault(f => f.Name == function.Name) ?? function).SmokeTests[0];
        return (test.Event, expected.Expect ?? test.Expect);
    }

    private static async Task<Finding> When(Once<FunctionConfiguration?> function, FunctionExpectation expected, Func<FunctionConfiguration, Task<Finding>> look)
    {
        if (!expected.Synthetic)
            return Finding.Skipped("declared as not to be invoked");
        return await function.Value is { } found ? await look(found) : Finding.Skipped("there is no such function");
    }

    private async Task<Call> CallAsync(string function, string? qualifier, JsonNode? @event, CheckLimits limits)
    {
        await pace.WaitAsync(CallPace.Invoke);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.InvocationSeconds), time);
        var started = time.GetTimestamp();
        try
        {
            var invocation = await invocations.InvokeAsync(function, qualifier, @event, deadline.Token);
            // Lambda's own measure, without the way there and back; a time-out does not count the cold start either.
            var reported = Reported().Match(invocation.Log);
            var duration = reported.Success ? double.Parse(reported.Groups[1].Value, CultureInfo.InvariantCulture) : time.GetElapsedTime(started).TotalMilliseconds;
            return new Call(invocation, duration);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new Call(null, time.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [GeneratedRegex(@"\bDuration: ([0-9.]+) ms")]
    private static partial Regex Reported();

    /// <param name="Invocation">Null when there was no answer before the deadline.</param>
    /// <param name="Duration">Milliseconds.</param>
    private sealed record Call(Invocation? Invocation, double Duration)
    {
        private bool IsTimedOut => Invocation is { FunctionError: not null, Answer: JsonObject error }
            && (error["errorType"]?.ToString() == "Sandbox.Timedout" || error["errorMessage"]?.ToString().Contains("Task timed out", StringComparison.Ordinal) == true);

        public Finding Executable(CheckLimits limits) => Invocation switch
        {
            null => Finding.Failed($"it gave no answer within {limits.InvocationSeconds} s"),
            { FunctionError: not null } => Finding.Failed(Invocation.FindProblem(null)!),
            _ => Finding.Passed($"version {Invocation.Version} ran"),
        };

        public Finding Response(JsonNode? expected)
        {
            if (Invocation is not { FunctionError: null })
                return Finding.Skipped("it did not run to its end");
            if (expected is null)
                return Finding.Passed("it answered; nothing more is declared");
            var problem = Invocation.FindProblem(expected);
            return Finding.When(problem is null, problem ?? "the answer contains what is expected");
        }

        public Finding InTime(int timeoutSeconds, CheckLimits limits)
        {
            var limit = timeoutSeconds * 10.0 * limits.TimeoutPercent;
            var measured = string.Create(CultureInfo.InvariantCulture, $"{Duration:0} ms");
            var allowed = string.Create(CultureInfo.InvariantCulture, $"at most {limit:0} ms, {limits.TimeoutPercent} % of its time-out");
            if (Invocation is null || IsTimedOut)
                return Finding.Failed("it was ended before it had answered", measured, allowed);
            return Finding.When(Duration <= limit, $"it took {measured} of {timeoutSeconds} s", measured, allowed);
        }
    }
}
