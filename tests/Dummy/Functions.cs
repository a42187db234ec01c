using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;

namespace CodeRipple.Workflow.Dummy;

/// <summary>What can happen to a Lambda function, one function each. The twins in python/ and node/ do the same.</summary>
public class Functions
{
    /// <summary>Answers with the event.</summary>
    [LambdaFunction]
    public JsonElement Echo(JsonElement input) => input;

    /// <summary>Fails with an error of its own type; the loop must go on afterwards.</summary>
    [LambdaFunction]
    public void Throw(ThrowRequest input) =>
        throw new DummyFailedException(input.Message ?? "asked to fail", new InvalidOperationException("the cause"));

    /// <summary>Takes its time and looks at no deadline.</summary>
    [LambdaFunction]
    public async Task<string> Sleep(SleepRequest input)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(input.Milliseconds), TimeProvider.System);
        return "slept";
    }

    /// <summary>Ends the process in the middle of the call.</summary>
    [LambdaFunction]
    [SuppressMessage("Performance", "CA1822", Justification = "functions are instance methods")]
    public void Exit(ExitRequest input) => Environment.Exit(input.Code);

    /// <summary>Answers with text of the asked size.</summary>
    [LambdaFunction]
    public string Big(SizeRequest input) => new('x', input.Bytes);

    /// <summary>Answers with the environment variables and the files under /opt, where layers are.</summary>
    [LambdaFunction]
    public EnvironmentAnswer Env(JsonElement input) =>
        new(
            Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .ToDictionary(variable => (string)variable.Key, variable => variable.Value?.ToString() ?? ""),
            Directory.Exists("/opt")
                ? [.. Directory.EnumerateFiles("/opt", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
                : [],
            Environment.CurrentDirectory
        );

    /// <summary>Answers with what the context says.</summary>
    [LambdaFunction]
    public ContextAnswer Describe(JsonElement input, ILambdaContext context) =>
        new(
            context.AwsRequestId,
            context.FunctionName,
            context.FunctionVersion,
            context.InvokedFunctionArn,
            context.MemoryLimitInMB,
            context.LogGroupName,
            (long)context.RemainingTime.TotalMilliseconds,
            Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID") ?? ""
        );

    /// <summary>Writes a line at each level, one to standard output directly and one to standard error.</summary>
    [LambdaFunction]
    public string Log(JsonElement input, ILambdaContext context)
    {
        context.Logger.LogDebug("debug line");
        context.Logger.LogInformation("information line with {count} things", 3);
        context.Logger.LogWarning("warning line");
        LambdaLogger.Log("line of the static logger");
        Console.WriteLine("plain line");
        Console.Error.WriteLine("error line");
        return "logged";
    }
}
