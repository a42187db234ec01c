using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

public sealed class SmokeTestTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(
            Shop.Request(
                _world.Function() with
                {
                    SmokeTests =
                    [
                        new()
                        {
                            Name = "health",
                            Event = JsonNode.Parse("""{"ask":"health"}"""),
                            Expect = JsonNode.Parse("""{"status":"ok","version":2}"""),
                        },
                        new()
                        {
                            Name = "price",
                            Event = JsonNode.Parse("""{"ask":"price"}"""),
                            Expect = JsonNode.Parse("""{"price":{"$lte":10}}"""),
                        },
                    ],
                }
            )
        );
        await _world.Get<UpdateCodeStep>().UpdateCode(_world.Input("orders"));
        await _world.Get<PublishVersionStep>().PublishVersion(_world.Input("orders"));
        Answers("""{"status":"ok","version":2,"price":9}""");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_exact_new_version_is_asked_while_the_alias_still_means_the_old_one()
    {
        Assert.Equal(new ItemResult("orders", "version 2: 2 passed"), await TestAsync());

        Assert.Equal(
            ["""orders:2 RequestResponse Tail {"ask":"health"}""", """orders:2 RequestResponse Tail {"ask":"price"}"""],
            _world
                .Lambda.Sent<InvokeRequest>()
                .Select(r =>
                    $"{r.FunctionName}:{r.Qualifier} {r.InvocationType} {r.LogType} {Encoding.UTF8.GetString(r.PayloadStream.ToArray())}"
                )
        );
        Assert.Equal("1", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task Every_difference_of_every_test_is_reported()
    {
        Answers("""{"status":"down","version":1,"price":11}""");

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.Equal(
            """
            Function orders version 2 failed 2 of 2 smoke tests:
            - "health": status is "down", expected "ok"; version is 1, expected 2; the answer was {"status":"down","version":1,"price":11}
            - "price": price is 11, expected at most 10; the answer was {"status":"down","version":1,"price":11}
            """,
            error.Message
        );
    }

    [Fact]
    public async Task A_function_that_threw_has_failed_although_Lambda_answers_200()
    {
        Answers(
            """{"errorType":"KeyNotFound","errorMessage":"no such order"}""",
            functionError: "Unhandled",
            log: "START\nKeyNotFound: no such order\n   at Orders()\nEND\n"
        );

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.StartsWith(
            """
            Function orders version 2 failed 2 of 2 smoke tests:
            - "health": the function failed with KeyNotFound: no such order
              Log: START
              KeyNotFound: no such order
                 at Orders()
              END
            - "price": the function failed with KeyNotFound: no such order
            """,
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_a_long_log_the_message_has_the_end_and_says_where_the_rest_is()
    {
        var lines = Enumerable.Range(1, 200).Select(i => $"line {i} of what the function did with the orders of a customer");
        Answers(
            """{"errorType":"KeyNotFound","errorMessage":"no such order"}""",
            functionError: "Unhandled",
            log: $"START RequestId: 6a7e8feb-b491 Version: 2\n{string.Join('\n', lines)}\n"
        );

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.Contains("line 200 of", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 180 of", error.Message, StringComparison.Ordinal);
        Assert.Contains("(the rest: request 6a7e8feb-b491 in the log)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_long_error_the_message_has_the_beginning()
    {
        Answers($$"""{"errorType":"Dump","errorMessage":"{{new string('x', 5000)}}"}""", functionError: "Unhandled");

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.Contains("the function failed with Dump: xxx", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 1001), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_that_quotes_no_logs_says_where_they_are()
    {
        Answers(
            """{"errorType":"KeyNotFound","errorMessage":"no order of Ann Smith"}""",
            functionError: "Unhandled",
            log: "START RequestId: 6a7e8feb-b491 Version: 2\nKeyNotFound: no order of Ann Smith\n"
        );
        var tests = new SmokeTests(new LambdaInvocations(_world.Lambda.Client, quotesLogs: false));

        var run = await tests.RunAsync(_world.Function(), "2");

        Assert.EndsWith(
            """
            - "health": the function failed with KeyNotFound
              Log: see request 6a7e8feb-b491 in the log
            """,
            run.Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stack_that_quotes_no_logs_tells_of_an_answer_what_was_compared_and_no_more()
    {
        Answers("""{"ok":false,"message":"no order of Ann Smith"}""");
        var function = _world.Function() with
        {
            SmokeTests =
            [
                new SmokeTest
                {
                    Name = "health",
                    Expect = new JsonObject { ["ok"] = true },
                },
            ],
        };
        var tests = new SmokeTests(new LambdaInvocations(_world.Lambda.Client, quotesLogs: false));

        var run = await tests.RunAsync(function, "2");

        Assert.EndsWith("- \"health\": ok is false, expected true", run.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"it broke\"", "the function failed with \"it broke\"")]
    [InlineData("it broke", "the function failed with \"it broke\"")]
    [InlineData("", "the function failed without an error message")]
    [InlineData("{\"errorMessage\":\"RequestId: 1 Error: Runtime exited\"}", "the function failed with RequestId: 1 Error: Runtime exited")]
    public async Task A_failure_is_reported_whatever_form_it_has(string payload, string reported)
    {
        Answers(payload, functionError: "Unhandled");

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.Contains($"- \"health\": {reported}\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_timed_out_once_is_asked_again_and_has_passed()
    {
        var answers = _world.Lambda.OnInvoke;
        _world.Lambda.OnInvoke = request => _world.Lambda.Sent<InvokeRequest>().Count == 1 ? TimedOut() : answers(request);

        Assert.Equal(new ItemResult("orders", "version 2: 2 passed"), await TestAsync());
        Assert.Equal(3, _world.Lambda.Sent<InvokeRequest>().Count);
    }

    [Fact]
    public async Task A_version_that_times_out_twice_has_failed_and_is_not_asked_a_third_time()
    {
        _world.Lambda.OnInvoke = _ => TimedOut();

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.Contains(
            "the function failed with Sandbox.Timedout: Task timed out after 3.00 seconds, after it had timed out the time before\n",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(4, _world.Lambda.Sent<InvokeRequest>().Count);
    }

    [Fact]
    public async Task A_version_that_is_still_being_made_is_waited_for()
    {
        _world.Lambda.Versions("orders")[1].State = State.Pending;

        var error = await Assert.ThrowsAsync<ResourceNotStabilizedException>(TestAsync);

        Assert.StartsWith("Function orders version 2 is Pending", error.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Lambda.Sent<InvokeRequest>());
    }

    [Fact]
    public async Task A_version_that_cannot_be_invoked_yet_is_waited_for()
    {
        _world.Lambda.OnInvoke = _ => throw new ResourceConflictException("The operation cannot be performed at this time.");

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(TestAsync);
    }

    [Fact]
    public async Task A_function_that_is_switched_off_is_named_with_the_remedy_and_not_asked_again()
    {
        _world.Lambda.SwitchOff("orders");

        var error = await Assert.ThrowsAsync<FunctionSwitchedOffException>(TestAsync);

        Assert.Equal(
            "Function orders is switched off: its reserved concurrency is 0, so nothing can invoke it. "
                + "To switch it on: aws lambda delete-function-concurrency --function-name orders",
            error.Message
        );
        Assert.Single(_world.Lambda.Sent<InvokeRequest>());
    }

    [Theory]
    [InlineData("ReservedFunctionConcurrentInvocationLimitExceeded")]
    [InlineData("ConcurrentInvocationLimitExceeded")]
    public async Task A_function_that_is_busy_is_asked_again(string reason)
    {
        _world.Lambda.OnInvoke = _ => throw FakeLambda.Throttled(reason);

        await Assert.ThrowsAsync<AwsUnavailableException>(TestAsync);
    }

    [Fact]
    public void No_call_is_repeated_by_the_client_since_that_would_run_the_function_twice() =>
        Assert.Equal(0, LambdaInvocations.Config.MaxErrorRetry);

    private void Answers(string payload, string? functionError = null, string? log = null) =>
        _world.Lambda.OnInvoke = _ => new InvokeResponse
        {
            StatusCode = 200,
            Payload = new MemoryStream(Encoding.UTF8.GetBytes(payload)),
            FunctionError = functionError,
            LogResult = log is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(log)),
        };

    private static InvokeResponse TimedOut() =>
        new()
        {
            FunctionError = "Unhandled",
            Payload = new MemoryStream(
                """{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 3.00 seconds"}"""u8.ToArray()
            ),
        };

    private Task<ItemResult> TestAsync() => _world.Get<SmokeTestStep>().SmokeTest(_world.Input("orders"));
}
