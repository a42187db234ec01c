using System.Text.Json;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

/// <summary>How the process of a function starts, logs and ends.</summary>
public sealed class FunctionProcessTests
{
    private const int Limit = 120_000;

    [Fact(Timeout = Limit)]
    public async Task The_function_named_by_ANNOTATIONS_HANDLER_answers()
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, "Echo");

        api.Enqueue("""{"greeting":"grüezi"}""");

        Assert.Equal("""{"greeting":"grüezi"}""", (await api.ReceivedAsync()).Text);
    }

    [Theory(Timeout = Limit)]
    [InlineData("Ecco", "ANNOTATIONS_HANDLER is 'Ecco', which is no function of this program.")]
    [InlineData(null, "ANNOTATIONS_HANDLER is not set.")]
    public async Task A_selection_that_names_no_function_fails_and_lists_the_functions(string? handler, string message)
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, handler);

        var report = await api.ReceivedAsync();

        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Equal("/2018-06-01/runtime/init/error", report.Path);
        Assert.Equal("Runtime.UnknownHandler", report.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("Runtime.UnknownHandler", report.Json.GetProperty("errorType").GetString());
        var expected = message + " Known functions: Echo, Throw, Sleep, Exit, Big, Env, Describe, Log, InitFail.";
        Assert.Equal(expected, report.Json.GetProperty("errorMessage").GetString());
        Assert.Contains(expected, process.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_function_that_cannot_be_constructed_is_an_initialization_error()
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, "InitFail");

        var report = await api.ReceivedAsync();

        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Equal("/2018-06-01/runtime/init/error", report.Path);
        Assert.Equal("DummyFailedException", report.Json.GetProperty("errorType").GetString());
        Assert.Contains("cannot start", process.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Another_function_of_the_program_does_not_suffer_from_one_that_cannot_start()
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, "Sleep");

        api.Enqueue("""{"Milliseconds":1}""");

        Assert.Equal("\"slept\"", (await api.ReceivedAsync()).Text);
    }

    [Fact(Timeout = Limit)]
    public async Task When_the_Runtime_API_is_gone_the_process_ends()
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, "Echo");
        api.Enqueue("1");
        await api.ReceivedAsync();

        api.Vanish();

        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains("is gone", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Outside_of_Lambda_it_says_what_it_is_and_ends()
    {
        await using var process = new FunctionProcess(null, "Echo");

        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains("AWS_LAMBDA_RUNTIME_API is not set", process.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task SIGTERM_lets_the_invocation_in_progress_finish_and_ends_well()
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, "Sleep");
        api.Enqueue("""{"Milliseconds":1}""");
        await api.DeliveredAsync();
        await api.ReceivedAsync();
        api.Enqueue("""{"Milliseconds":1500}""");
        await api.DeliveredAsync();

        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        process.Terminate();

        Assert.Equal("\"slept\"", (await api.ReceivedAsync()).Text);
        Assert.Equal(0, await process.ExitCodeAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task A_function_that_ends_the_process_ends_it_with_its_own_code()
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, "Exit");

        api.Enqueue("""{"Code":9}""");

        Assert.Equal(9, await process.ExitCodeAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Log_lines_carry_time_request_and_level_and_debug_is_left_out()
    {
        var lines = await LogAsync();

        Assert.Matches(
            @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\trequest-1\tinfo\tinformation line with 3 things$",
            Line(lines, "information line")
        );
        Assert.Contains("\twarn\twarning line", Line(lines, "warning line"), StringComparison.Ordinal);
        Assert.Contains("\trequest-1\t", Line(lines, "static logger"), StringComparison.Ordinal);
        Assert.Equal("plain line", Line(lines, "plain line"));
        Assert.DoesNotContain(lines, line => line.Contains("debug line", StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task In_the_JSON_format_values_become_members_and_the_level_is_obeyed()
    {
        var lines = await LogAsync(("AWS_LAMBDA_LOG_FORMAT", "JSON"), ("AWS_LAMBDA_LOG_LEVEL", "DEBUG"));

        var information = JsonDocument.Parse(Line(lines, "information line")).RootElement;
        Assert.Equal(
            ["timestamp", "level", "requestId", "traceId", "message", "count"],
            information.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal("Information", information.GetProperty("level").GetString());
        Assert.Equal("request-1", information.GetProperty("requestId").GetString());
        Assert.Equal(3, information.GetProperty("count").GetInt32());
        Assert.Equal("Debug", JsonDocument.Parse(Line(lines, "debug line")).RootElement.GetProperty("level").GetString());
    }

    private static string Line(string[] lines, string part) => Assert.Single(lines, line => line.Contains(part, StringComparison.Ordinal));

    private static async Task<string[]> LogAsync(params (string Name, string Value)[] environment)
    {
        await using var api = new FakeRuntimeApi();
        await using var process = new FunctionProcess(api.Endpoint, "Log", environment);
        api.Enqueue("{}");
        await api.ReceivedAsync();
        process.Terminate();
        Assert.Equal(0, await process.ExitCodeAsync());
        return process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
