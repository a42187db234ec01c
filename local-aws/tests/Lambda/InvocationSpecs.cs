namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class InvocationSpecs
{
    /// <summary>The smallest runtime of one's own: the events come and go through curl.</summary>
    private const string Echo = """
        #!/bin/sh
        api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
        while curl -s -D /tmp/head -o /tmp/event "$api/next"; do
          id=$(sed -n 's/\r//; s/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: *//p' /tmp/head)
          curl -s -X POST --data-binary @/tmp/event "$api/$id/response"
        done
        """;

    public static TheoryData<string> Languages => new("python", "node", "dotnet");

    [Theory(Timeout = LambdaBench.Deadline), MemberData(nameof(Languages))]
    public async Task A_function_answers_again_and_again_from_one_process(string language)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "echo");

        foreach (var text in new[] { "first", "zweites — ünïcode", "third" })
        {
            var result = await bench.InvokeAsync($$"""{"text":"{{text}}"}""");
            Assert.Null(result.FunctionError);
            Assert.Equal(text, (string?)result.Json()["text"]);
        }

        Assert.Single(Directory.GetDirectories(Path.Combine(bench.Options.StateFolder, "lambda", "sandboxes")));
    }

    [Theory(Timeout = LambdaBench.Deadline), MemberData(nameof(Languages))]
    public async Task The_context_says_what_the_function_is(string language)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "describe", f => f with { Aliases = new() { ["live"] = [("3", 1)] } });

        var result = await bench.InvokeAsync(qualifier: "live");

        var reported = result.Json();
        Assert.Equal("3", result.ExecutedVersion);
        Assert.Equal(result.RequestId, (string?)reported["RequestId"]);
        Assert.Equal("f", (string?)reported["FunctionName"]);
        Assert.Equal("3", (string?)reported["FunctionVersion"]);
        Assert.Equal(FakeLauncher.Arn + "f:live", (string?)reported["Arn"]);
        Assert.Equal(128, (int)reported["MemoryInMB"]!);
        Assert.Equal("/aws/lambda/f", (string?)reported["LogGroup"]);
        Assert.InRange((long)reported["RemainingMilliseconds"]!, 10_000, 20_000);
        Assert.StartsWith("Root=1-", (string?)reported["TraceId"]);
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("python", "DummyFailed")]
    [InlineData("node", "DummyFailed")]
    [InlineData("dotnet", "DummyFailedException")]
    public async Task A_function_that_throws_reports_its_own_error_and_goes_on(string language, string errorType)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "throw");

        var first = await bench.InvokeAsync("""{"Message":"no such order"}""");
        var second = await bench.InvokeAsync("""{"Message":"again"}""");

        Assert.Equal("Unhandled", first.FunctionError);
        Assert.Equal(errorType, (string?)first.Json()["errorType"]);
        Assert.Equal("no such order", (string?)first.Json()["errorMessage"]);
        Assert.Equal("again", (string?)second.Json()["errorMessage"]);
        Assert.DoesNotContain("Init Duration", second.LogTail, StringComparison.Ordinal);
    }

    [Theory(Timeout = LambdaBench.Deadline), MemberData(nameof(Languages))]
    public async Task A_function_that_takes_too_long_is_ended(string language)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "sleep", f => f with { Timeout = 1 });

        var result = await bench.InvokeAsync("""{"Milliseconds":50000}""");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("Sandbox.Timedout", (string?)result.Json()["errorType"]);
        Assert.Equal($"RequestId: {result.RequestId} Error: Task timed out after 1.00 seconds", (string?)result.Json()["errorMessage"]);
        Assert.Contains("Status: timeout", result.LogTail, StringComparison.Ordinal);
        Assert.Empty(bench.Processes());
        Assert.Equal("slept", (string?)(await bench.InvokeAsync("""{"Milliseconds":1}""")).Json());
    }

    [Theory(Timeout = LambdaBench.Deadline), MemberData(nameof(Languages))]
    public async Task A_process_that_ends_in_a_call_fails_that_call_at_once(string language)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "exit", f => f with { Timeout = 900 });

        var result = await bench.InvokeAsync("""{"Code":7}""");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("Runtime.ExitError", (string?)result.Json()["errorType"]);
        Assert.Equal(
            $"RequestId: {result.RequestId} Error: Runtime exited with error: exit status 7",
            (string?)result.Json()["errorMessage"]
        );
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("python", "init_fail.init_fail", "RuntimeError")]
    [InlineData("node", "init_fail.initFail", "Error")]
    [InlineData("python", "nowhere.handler", "Runtime.ImportModuleError")]
    [InlineData("node", "nowhere.handler", "Runtime.ImportModuleError")]
    [InlineData("python", "dummy.nothing", "Runtime.HandlerNotFound")]
    [InlineData("node", "dummy.nothing", "Runtime.HandlerNotFound")]
    public async Task A_function_that_cannot_start_answers_with_the_runtimes_own_report(string language, string handler, string errorType)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "echo", f => f with { Handler = handler, Timeout = 900 });

        var result = await bench.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(errorType, (string?)result.Json()["errorType"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_dotnet_function_that_cannot_be_constructed_fails_at_once()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy("dotnet", "initFail", f => f with { Timeout = 900 });

        var result = await bench.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        // Either the runtime package reports it or the process just ends; both are better than a timeout.
        Assert.Contains((string?)result.Json()["errorType"], new[] { "DummyFailedException", "Runtime.ExitError" });
    }

    [Theory(Timeout = LambdaBench.Deadline), MemberData(nameof(Languages))]
    public async Task A_response_above_six_megabytes_is_refused(string language)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "big");

        var tooLarge = await bench.InvokeAsync("""{"Bytes":7000000}""");
        var large = await bench.InvokeAsync("""{"Bytes":5000000}""");

        Assert.Equal("Function.ResponseSizeTooLarge", (string?)tooLarge.Json()["errorType"]);
        Assert.Null(large.FunctionError);
        Assert.Equal(5_000_002, large.Payload.Length);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task An_initialisation_that_takes_too_long_is_started_again_in_the_time_of_the_call()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { InitTimeout = TimeSpan.FromMilliseconds(300) });
        bench.AddPython("import time\ntime.sleep(0.8)\ndef handler(event, context): return 'late but here'");
        bench.Launcher.Add(
            bench.Launcher.Functions["f"] with
            {
                Name = "hasty",
                Timeout = 1,
                Zip = Packages.Of(("app.py", "import time\ntime.sleep(30)")),
            }
        );

        Assert.Equal("late but here", (string?)(await bench.InvokeAsync()).Json());
        Assert.Equal("Sandbox.Timedout", (string?)(await bench.InvokeAsync(function: "hasty")).Json()["errorType"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_runtime_that_does_not_come_back_for_more_is_replaced()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            """
            import os, threading
            def handler(event, context):
                threading.Timer(0.2, lambda: os._exit(0)).start()
                return os.getpid()
            """
        );

        Assert.Null((await bench.InvokeAsync()).FunctionError);
        await Eventually.TrueAsync(() => bench.Processes().Count == 0);
        var afterwards = await bench.InvokeAsync();

        Assert.Equal("Runtime.ExitError", (string?)afterwards.Json()["errorType"] ?? "none");
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("dotnet10", "Orders::Orders.Functions::Handle", "needs Orders.deps.json at the root of the package")]
    [InlineData("dotnet10", "Orders", "neither Orders.dll nor Orders")]
    [InlineData("java21", "orders.App", "no runtime java21")]
    [InlineData("provided.al2023", "bootstrap", "no bootstrap file")]
    public async Task A_function_that_cannot_be_run_here_says_why(string runtime, string handler, string why)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython("", f => f with { Runtime = runtime, Handler = handler });

        var result = await bench.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Contains(why, (string?)result.Json()["errorMessage"], StringComparison.Ordinal);
        Assert.Contains("Function \"f\" version $LATEST", (string?)result.Json()["errorMessage"], StringComparison.Ordinal);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_custom_runtime_is_its_bootstrap_file()
    {
        await using var bench = await LambdaBench.StartAsync();
        var zip = Packages.With(Packages.Of(("notes", "")), "bootstrap", Echo);
        bench.Launcher.Add(new FakeFunction("f", zip) { Runtime = "provided.al2023", Handler = "anything" });

        Assert.Equal("x", (string?)(await bench.InvokeAsync("""{"a":"x"}""")).Json()["a"]);
    }
}
