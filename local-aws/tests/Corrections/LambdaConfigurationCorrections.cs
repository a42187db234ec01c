using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaConfigurationCorrections
{
    [Correction("CreateFunction keeps dead-letter queue and logging")]
    public static async Task Created(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.DeadLetterConfig = new DeadLetterConfig { TargetArn = "arn:aws:sqs:us-west-2:123456789012:dead" };
        request.LoggingConfig = new LoggingConfig { LogFormat = LogFormat.JSON, LogGroup = "/own/group" };
        await aws.Lambda.CreateFunctionAsync(request);
        var kept = (await aws.Lambda.GetFunctionAsync(request.FunctionName)).Configuration;
        Assert.Equal(request.DeadLetterConfig.TargetArn, kept.DeadLetterConfig.TargetArn);
        Assert.Equal(("JSON", "/own/group"), (kept.LoggingConfig.LogFormat.Value, kept.LoggingConfig.LogGroup));
    }

    [Correction("UpdateFunctionConfiguration changes tracing, storage, logging and dead-letter queue")]
    public static async Task Updated(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await aws.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = name,
                TracingConfig = new TracingConfig { Mode = TracingMode.Active },
                EphemeralStorage = new EphemeralStorage { Size = 1024 },
                LoggingConfig = new LoggingConfig { LogFormat = LogFormat.JSON },
                DeadLetterConfig = new DeadLetterConfig { TargetArn = "arn:aws:sqs:us-west-2:123456789012:dead" },
            }
        );
        var kept = (await aws.Lambda.GetFunctionAsync(name)).Configuration;
        Assert.Equal("Active", kept.TracingConfig.Mode.Value);
        Assert.Equal(1024, kept.EphemeralStorage.Size);
        Assert.Equal("JSON", kept.LoggingConfig.LogFormat.Value);
        Assert.EndsWith(":dead", kept.DeadLetterConfig.TargetArn, StringComparison.Ordinal);
    }

    [Correction("UpdateFunctionCode changes the architecture")]
    public static async Task Architecture_of_code(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var update = new UpdateFunctionCodeRequest
        {
            FunctionName = name,
            ZipFile = TestFunctions.Zip("arm"),
            Architectures = ["arm64"],
        };
        Assert.Equal(["arm64"], (await aws.Lambda.UpdateFunctionCodeAsync(update)).Architectures);
    }

    [Correction("An unknown runtime is refused")]
    public static async Task Unknown_runtime(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Runtime = new Runtime("cobol85");
        await Refused.ByAsync("InvalidParameterValueException", 400, () => aws.Lambda.CreateFunctionAsync(request));
    }

    [Correction("An unknown runtime is told which runtimes there are, those without an end only")]
    public static async Task Known_runtimes(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Runtime = new Runtime("nodejs24");
        var refusal = await Assert.ThrowsAsync<InvalidParameterValueException>(() => aws.Lambda.CreateFunctionAsync(request));
        Assert.StartsWith("Value nodejs24 at 'runtime' failed to satisfy constraint", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("nodejs24.x", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nodejs12.x", refusal.Message, StringComparison.Ordinal);
    }

    [Correction("No function is made with a runtime that has ended")]
    public static async Task Ended_runtime(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        foreach (var (ended, instead) in new[] { ("python2.7", "python3.14"), ("nodejs12.x", "nodejs24.x"), ("go1.x", "provided.al2023") })
        {
            request.Runtime = new Runtime(ended);
            var refusal = await Assert.ThrowsAsync<InvalidParameterValueException>(() => aws.Lambda.CreateFunctionAsync(request));
            Assert.Equal(
                $"The runtime parameter of {ended} is no longer supported for creating or updating AWS Lambda functions. "
                    + $"We recommend you use the new runtime ({instead}) while creating or updating functions.",
                refusal.Message
            );
        }
    }

    [Correction("No function is changed to a runtime that has ended")]
    public static async Task Change_to_ended_runtime(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.UpdateFunctionConfigurationAsync(
                    new UpdateFunctionConfigurationRequest { FunctionName = name, Runtime = new Runtime("nodejs12.x") }
                )
        );
    }

    [Correction("Environment variables take at most 4 KB as JSON")]
    public static async Task Environment_as_json(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        // {"A1":"…"} has nine characters around the value.
        Amazon.Lambda.Model.Environment Of(int length) => new() { Variables = new() { ["A1"] = new string('x', length) } };
        request.Environment = Of(4096 - 9 + 1);
        var refusal = await Assert.ThrowsAsync<InvalidParameterValueException>(() => aws.Lambda.CreateFunctionAsync(request));
        Assert.Contains("exceeded the 4KB limit. String measured: {\"A1\":\"xxx", refusal.Message, StringComparison.Ordinal);
        request.Environment = Of(4096 - 9);
        await aws.Lambda.CreateFunctionAsync(request);
    }

    [Correction("Environment variables take at most 4 KB")]
    public static async Task Environment_size(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["BIG"] = new string('x', 4096) } };
        await Refused.ByAsync("InvalidParameterValueException", 400, () => aws.Lambda.CreateFunctionAsync(request));
    }

    [Correction("Environment variables that Lambda sets itself are refused")]
    public static async Task Reserved_variables(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["AWS_REGION"] = "us-west-2" } };
        await Refused.ByAsync("InvalidParameterValueException", 400, () => aws.Lambda.CreateFunctionAsync(request));
    }

    [Correction("Timeout and memory are within Lambda's limits")]
    public static async Task Limits(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "ValidationException",
            400,
            () => aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = name, Timeout = 901 })
        );
        await Refused.ByAsync(
            "ValidationException",
            400,
            () =>
                aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = name, MemorySize = 64 })
        );
    }

    [Correction("The new role of a function must exist")]
    public static async Task Role(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.UpdateFunctionConfigurationAsync(
                    new UpdateFunctionConfigurationRequest { FunctionName = name, Role = "arn:aws:iam::123456789012:role/nobody" }
                )
        );
    }
}
