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
