using Amazon.Lambda.Core;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

/// <summary>What a caller learns when an invocation fails.</summary>
public sealed class RuntimeErrorTests
{
    [Fact]
    public async Task An_exception_is_reported_by_its_short_class_name_and_the_loop_goes_on()
    {
        await using var api = new FakeRuntimeApi();
        await using var function = RunningFunction.Start(
            api,
            (Order order, ILambdaContext _) =>
                order.Count == 0
                    ? throw new OutOfStockException("no Öl left", new TimeoutException("supplier"))
                    : Task.FromResult(order.Count)
        );

        api.Enqueue("""{"count":0}""");
        var error = await api.ReceivedAsync();
        api.Enqueue("""{"count":7}""");
        var answer = await api.ReceivedAsync();

        Assert.Equal("/2018-06-01/runtime/invocation/request-1/error", error.Path);
        Assert.Equal("OutOfStockException", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("OutOfStockException", error.Json.GetProperty("errorType").GetString());
        Assert.Equal("no Öl left", error.Json.GetProperty("errorMessage").GetString());
        Assert.Contains(
            error.Json.GetProperty("stackTrace").EnumerateArray(),
            line => line.GetString()!.StartsWith("at ", StringComparison.Ordinal)
        );
        Assert.Equal("TimeoutException", error.Json.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.Equal("7", answer.Text);
    }

    [Fact]
    public async Task Every_exception_of_an_aggregate_is_reported()
    {
        await using var api = new FakeRuntimeApi();
        await using var function = RunningFunction.Start(
            api,
            Task<int> (Order _, ILambdaContext _) =>
                throw new AggregateException(new TimeoutException("first"), new OutOfStockException("second", null))
        );

        api.Enqueue("{}");
        var error = await api.ReceivedAsync();

        Assert.Equal("AggregateException", error.Json.GetProperty("errorType").GetString());
        Assert.Equal(
            ["first", "second"],
            error.Json.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("errorMessage").GetString())
        );
    }

    [Fact]
    public async Task An_error_too_large_for_Lambda_keeps_its_type_and_the_start_of_its_message()
    {
        await using var api = new FakeRuntimeApi();
        await using var function = RunningFunction.Start(
            api,
            Task<int> (Order _, ILambdaContext _) => throw new OutOfStockException("long" + new string('x', 300_000), null)
        );

        api.Enqueue("{}");
        var error = await api.ReceivedAsync();

        Assert.InRange(error.Body.Length, 1, 256 * 1024);
        Assert.Equal("OutOfStockException", error.Json.GetProperty("errorType").GetString());
        Assert.StartsWith("longxxx", error.Json.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_not_JSON_is_an_error_of_that_invocation()
    {
        await using var api = new FakeRuntimeApi();
        await using var function = RunningFunction.Start(api, (Order order, ILambdaContext _) => Task.FromResult(order.Count));

        api.Enqueue("no json");

        Assert.Equal("JsonSerializerException", (await api.ReceivedAsync()).Json.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task An_answer_that_is_refused_as_too_large_becomes_an_error_of_the_invocation()
    {
        await using var api = new FakeRuntimeApi { ResponseStatus = 413 };
        await using var function = RunningFunction.Start(api, (Order _, ILambdaContext _) => Task.FromResult("too much"));

        api.Enqueue("{}");
        await api.ReceivedAsync();
        var error = await api.ReceivedAsync();

        Assert.Equal("/2018-06-01/runtime/invocation/request-1/error", error.Path);
        Assert.Equal("Function.ResponseSizeTooLarge", error.Json.GetProperty("errorType").GetString());
    }

    private sealed record Order(string Item, int Count);

    private sealed class OutOfStockException(string message, Exception? inner) : Exception(message, inner);
}
