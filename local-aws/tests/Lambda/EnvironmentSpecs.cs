namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class EnvironmentSpecs
{
    // What Lambda documents, what the local AWS adds to be reached and recognised, and what shells add by themselves.
    private static readonly string[] Expected =
    [
        "_HANDLER",
        "_X_AMZN_TRACE_ID",
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
        "LANG",
        "LD_LIBRARY_PATH",
        "LOCAL_AWS_ID",
        "MINE",
        "NODE_PATH",
        "OLDPWD",
        "PATH",
        "PWD",
        "PYTHONPATH",
        "SHLVL",
        "TMPDIR",
        "TZ",
        "_",
        "ANNOTATIONS_HANDLER",
        "LC_CTYPE",
    ];

    [Theory(Timeout = LambdaBench.Deadline), MemberData(nameof(InvocationSpecs.Languages), MemberType = typeof(InvocationSpecs))]
    public async Task A_function_gets_what_lambda_gives_and_its_own_variables_and_nothing_else(string language)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(
            language,
            "env",
            f =>
                f with
                {
                    Environment = new(f.Environment) { ["MINE"] = "a b", ["AWS_REGION"] = "elsewhere" },
                }
        );

        var variables = (await bench.InvokeAsync()).Json()["Variables"]!.AsObject();

        Assert.Empty(variables.Select(variable => variable.Key).Except(Expected));
        Assert.Equal("a b", (string?)variables["MINE"]);
        Assert.Equal("us-west-2", (string?)variables["AWS_REGION"]);
        Assert.Equal("http://127.0.0.1:9", (string?)variables["AWS_ENDPOINT_URL"]);
        Assert.Equal(bench.Options.Id, (string?)variables["LOCAL_AWS_ID"]);
        Assert.StartsWith("127.0.0.1:", (string?)variables["AWS_LAMBDA_RUNTIME_API"]);
        Assert.Equal("f", bench.Plane.CallerOf((string)variables["AWS_ACCESS_KEY_ID"]!)?.FunctionName);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Where_mounts_are_not_allowed_paths_lead_to_the_real_folders()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { Namespaces = false });
        var layer = bench.Launcher.AddLayer("l", Packages.Of(("dotnetcore/x", "")));
        bench.AddDummy(
            "python",
            "env",
            f =>
                f with
                {
                    Layers = [layer],
                    Environment = new() { ["DOTNET_SHARED_STORE"] = "/opt/dotnetcore/:/mnt/x/" },
                }
        );

        var answer = (await bench.InvokeAsync()).Json();
        var store = ((string)answer["Variables"]!["DOTNET_SHARED_STORE"]!).Split(':');

        Assert.True(Directory.Exists(store[0]), store[0]);
        Assert.EndsWith("/dotnetcore/", store[0], StringComparison.Ordinal);
        Assert.Equal("/mnt/x/", store[1]);
        Assert.Equal((string?)answer["Variables"]!["LAMBDA_TASK_ROOT"], (string?)answer["Folder"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_wrapper_script_starts_the_runtime()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(
            "python",
            "env",
            f =>
                f with
                {
                    Zip = Packages.With(f.Zip, "wrapper", "#!/bin/sh\nexport MINE=wrapped\nexec \"$@\""),
                    Environment = new() { ["AWS_LAMBDA_EXEC_WRAPPER"] = "/var/task/wrapper" },
                }
        );

        Assert.Equal("wrapped", (string?)(await bench.InvokeAsync()).Json()["Variables"]!["MINE"]);
    }
}
