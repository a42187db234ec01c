using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// Invokes a function, as declared, and says whether it ran, answered as expected, and was in time. Once is enough, unless it was
/// late: then some more times.
/// </summary>
public sealed class SyntheticCalls(LambdaInvocations invocations, CallPace pace, TimeProvider time)
{
    private const int Repeats = 3;

    // Of one function. Ten of them, five at a time, end well within the 15 minutes of the step.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    internal async Task CheckAsync(
        FunctionRequest function,
        FunctionExpectation expected,
        AsyncLazy<FunctionConfiguration?> latest,
        AsyncLazy<FunctionConfiguration?> live,
        CheckScope scope,
        CheckLog log
    )
    {
        var component = $"function:{function.Name}";
        var (@event, answer) = Declared(function, expected, scope);
        var answered = new AsyncLazy<SyntheticAnswer>(async () =>
            await CallAsync(
                function.Name,
                await live.Value is null ? null : scope.Alias,
                @event,
                (await live.Value ?? await latest.Value)?.Timeout ?? 3,
                scope.Limits
            )
        );

        await log.CheckAsync(CheckCatalog.FunctionExecutable, component, () => When(latest, expected, answered, a => a.Executable()));
        await log.CheckAsync(CheckCatalog.FunctionResponse, component, () => When(latest, expected, answered, a => a.Response(answer)));
        await log.CheckAsync(CheckCatalog.FunctionInTime, component, () => When(latest, expected, answered, a => a.InTime()));
    }

    // Before a release the code that is live answers, so it is asked what its own release declared.
    private static (JsonNode? Event, JsonNode? Answer) Declared(FunctionRequest function, FunctionExpectation expected, CheckScope scope)
    {
        if (expected.Event is not null)
            return (expected.Event, expected.Expect);
        var test = (scope.LiveRequest?.Functions.FirstOrDefault(f => f.Name == function.Name) ?? function).SmokeTests[0];
        return (test.Event, expected.Expect ?? test.Expect);
    }

    private static async Task<Finding> When(
        AsyncLazy<FunctionConfiguration?> function,
        FunctionExpectation expected,
        AsyncLazy<SyntheticAnswer> answered,
        Func<SyntheticAnswer, Finding> look
    )
    {
        if (!expected.Synthetic)
            return Finding.Skipped("declared as not to be invoked");
        return await function.Value is null ? Finding.Skipped("there is no such function") : look(await answered.Value);
    }

    private async Task<SyntheticAnswer> CallAsync(
        string function,
        string? qualifier,
        JsonNode? @event,
        int timeoutSeconds,
        CheckLimits limits
    )
    {
        var started = time.GetTimestamp();
        var deadline = TimeSpan.FromSeconds(limits.InvocationSeconds);
        var answer = new SyntheticAnswer(await CallOnceAsync(function, qualifier, @event, deadline), [], timeoutSeconds, limits);
        while (answer.IsInDoubt && answer.Others.Count < Repeats && time.GetElapsedTime(started) + deadline <= Patience)
            answer = answer with { Others = [.. answer.Others, await CallOnceAsync(function, qualifier, @event, deadline)] };
        return answer;
    }

    private async Task<SyntheticCall> CallOnceAsync(string function, string? qualifier, JsonNode? @event, TimeSpan longest)
    {
        await pace.WaitAsync(AccountQuotas.SyntheticCalls);
        using var deadline = new CancellationTokenSource(longest, time);
        var started = time.GetTimestamp();
        try
        {
            var invocation = await invocations.InvokeAsync(function, qualifier, @event, deadline.Token);
            return new SyntheticCall(invocation, invocation.Duration ?? time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new SyntheticCall(null, time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (FunctionSwitchedOffException e)
        {
            return new SyntheticCall(null, 0) { SwitchedOff = e.Message };
        }
    }
}
