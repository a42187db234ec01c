using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

public sealed class RuntimeLoopTests
{
    [Fact]
    public async Task An_event_is_answered_with_what_the_handler_returns()
    {
        await using var api = new FakeRuntimeApi();
        await using var function = RunningFunction.Start(
            api,
            (Order order, ILambdaContext _) => Task.FromResult(new Order(order.Item + "!", order.Count + 1))
        );

        api.Enqueue("""{"item":"Öl","count":1}""");
        var answer = await api.ReceivedAsync();

        Assert.Equal("/2018-06-01/runtime/invocation/request-1/response", answer.Path);
        Assert.Equal("""{"Item":"Öl!","Count":2}""", answer.Text);
    }

    [Fact]
    public async Task Events_that_follow_use_the_same_connection()
    {
        await using var api = new FakeRuntimeApi();
        await using var function = RunningFunction.Start(api, (Order order, ILambdaContext _) => Task.FromResult(order.Count));

        for (var count = 1; count <= 5; count++)
        {
            api.Enqueue(JsonSerializer.Serialize(new Order("x", count)));
            Assert.Equal($"{count}", (await api.ReceivedAsync()).Text);
        }

        Assert.Equal(1, api.Connections);
    }

    [Fact]
    public async Task The_context_reports_request_deadline_and_trace()
    {
        await using var api = new FakeRuntimeApi { TimeLeft = TimeSpan.FromSeconds(5) };
        await using var function = RunningFunction.Start(
            api,
            (Order _, ILambdaContext context) =>
                Task.FromResult(
                    new
                    {
                        context.AwsRequestId,
                        context.InvokedFunctionArn,
                        context.TraceId,
                        Variable = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"),
                        Left = context.RemainingTime.TotalSeconds,
                        Serializer = context.Serializer.GetType().Name,
                        Title = context.ClientContext.Client.AppTitle,
                        Custom = context.ClientContext.Custom["k"],
                        NoIdentity = context.Identity is null,
                    }
                )
        );

        api.Enqueue("{}");
        var answer = (await api.ReceivedAsync()).Json;

        Assert.Equal("request-1", answer.GetProperty("AwsRequestId").GetString());
        Assert.EndsWith(":live", answer.GetProperty("InvokedFunctionArn").GetString(), StringComparison.Ordinal);
        Assert.Equal("Root=1-trace", answer.GetProperty("TraceId").GetString());
        Assert.Equal("Root=1-trace", answer.GetProperty("Variable").GetString());
        Assert.InRange(answer.GetProperty("Left").GetDouble(), 0.1, 5);
        Assert.Equal(nameof(DefaultLambdaJsonSerializer), answer.GetProperty("Serializer").GetString());
        Assert.Equal("app", answer.GetProperty("Title").GetString());
        Assert.Equal("v", answer.GetProperty("Custom").GetString());
        Assert.True(answer.GetProperty("NoIdentity").GetBoolean());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_and_answers_may_be_as_large_as_Lambda_allows(bool chunked)
    {
        await using var api = new FakeRuntimeApi { Chunked = chunked };
        await using var function = RunningFunction.Start(api, (string text, ILambdaContext _) => Task.FromResult(text));
        var text = string.Concat(Enumerable.Repeat("Ölpreis ", 700_000));

        api.Enqueue(JsonSerializer.Serialize(text));

        Assert.Equal(text, (await api.ReceivedAsync()).Json.GetString());
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_is_opened_again()
    {
        await using var api = new FakeRuntimeApi { HangUp = true };
        await using var function = RunningFunction.Start(api, (Order order, ILambdaContext _) => Task.FromResult(order.Count));

        for (var count = 1; count <= 3; count++)
        {
            api.Enqueue(JsonSerializer.Serialize(new Order("x", count)));
            Assert.Equal($"{count}", (await api.ReceivedAsync()).Text);
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_next_event()
    {
        await using var api = new FakeRuntimeApi();
        var function = RunningFunction.Start(api, (Order order, ILambdaContext _) => Task.FromResult(order.Count));
        api.Enqueue("""{"count":1}""");
        await api.ReceivedAsync();

        await function.DisposeAsync();
    }

    [Fact]
    public async Task An_invocation_in_progress_is_answered_before_a_cancelled_loop_ends()
    {
        await using var api = new FakeRuntimeApi();
        var entered = new TaskCompletionSource();
        var proceed = new TaskCompletionSource();
        var function = RunningFunction.Start(
            api,
            async (Order order, ILambdaContext _) =>
            {
                entered.SetResult();
                await proceed.Task;
                return order.Count;
            }
        );
        api.Enqueue("""{"count":3}""");
        await entered.Task.WaitAsync(FakeRuntimeApi.Patience);

        var ending = function.DisposeAsync();
        proceed.SetResult();

        Assert.Equal("3", (await api.ReceivedAsync()).Text);
        await ending;
    }

    [Fact]
    public async Task Streams_pass_through_as_they_are()
    {
        await using var api = new FakeRuntimeApi();
        Func<Stream, Task<Stream>> shout = async input => new MemoryStream(
            Encoding.UTF8.GetBytes((await new StreamReader(input).ReadToEndAsync()).ToUpperInvariant())
        );
        await using var function = new RunningFunction(api, LambdaBootstrapBuilder.Create(shout));

        api.Enqueue("any text");

        Assert.Equal("ANY TEXT", (await api.ReceivedAsync()).Text);
    }

    [Fact]
    public async Task A_handler_without_a_result_is_answered_with_nothing()
    {
        await using var api = new FakeRuntimeApi();
        Action<Order, ILambdaContext> forget = (_, _) => { };
        await using var function = new RunningFunction(api, LambdaBootstrapBuilder.Create(forget, RunningFunction.Json));

        api.Enqueue("{}");
        var answer = await api.ReceivedAsync();

        Assert.EndsWith("/response", answer.Path, StringComparison.Ordinal);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task The_initializer_may_end_the_process_before_the_first_event()
    {
        await using var api = new FakeRuntimeApi();
        Func<Order, int> handler = order => order.Count;
        var bootstrap = LambdaBootstrapBuilder
            .Create(handler, RunningFunction.Json)
            .UseBootstrapHandler(() => Task.FromResult(false))
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build();

        await bootstrap.RunAsync().WaitAsync(FakeRuntimeApi.Patience);

        Assert.Equal(0, api.Connections);
    }

    private sealed record Order(string Item, int Count);
}
