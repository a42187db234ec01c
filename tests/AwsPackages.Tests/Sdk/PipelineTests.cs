using Amazon.Lambda;
using Amazon.Lambda.Model;
using NSubstitute;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

public class PipelineTests : SdkSpecs
{
    [Theory]
    [InlineData(500, "ServiceException")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(400, "ThrottlingException")]
    public async Task A_passing_failure_is_tried_again(int status, string error)
    {
        Aws.Answers(status, "{}", ("x-amzn-ErrorType", error)).Answers(200, """{"Configuration":{"FunctionName":"orders"}}""");

        Assert.Equal("orders", (await Lambda.GetFunctionAsync("orders")).Configuration.FunctionName);
        Assert.Equal(2, Aws.Requests.Count);
    }

    [Fact]
    public async Task A_payload_is_sent_whole_again()
    {
        Aws.Answers(500, "{}").Answers(200, "");

        await Lambda.InvokeAsync(new InvokeRequest { FunctionName = "orders", Payload = "{}" });

        Assert.Equal(["{}", "{}"], Aws.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task Retries_end_after_three_attempts_with_the_typed_error()
    {
        Aws.Answers(429, "{}", ("x-amzn-ErrorType", "TooManyRequestsException"));

        await Assert.ThrowsAsync<Amazon.Lambda.Model.TooManyRequestsException>(() => Lambda.GetFunctionAsync("orders"));

        Assert.Equal(3, Aws.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        Aws.Answers(400, "{}", ("x-amzn-ErrorType", "InvalidParameterValueException"));

        await Assert.ThrowsAsync<Amazon.Lambda.Model.InvalidParameterValueException>(() => Lambda.GetFunctionAsync("orders"));

        Assert.Single(Aws.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Lambda.GetFunctionAsync("orders", cancelled.Token));
        Assert.Empty(Aws.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_before_a_retry()
    {
        Aws.Answers(500, "{}");
        using var patience = new CancellationTokenSource();
        var call = Lambda.GetFunctionAsync("orders", patience.Token);
        await Aws.Called;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System));
        Assert.True(Aws.Requests.Count < 3);
    }

    [Fact]
    public async Task Interfaces_can_be_substituted()
    {
        var lambda = Substitute.For<IAmazonLambda>();
        lambda.GetFunctionAsync("orders").Returns(new GetFunctionResponse { Configuration = new FunctionConfiguration { Version = "3" } });

        Assert.Equal("3", (await lambda.GetFunctionAsync("orders")).Configuration.Version);
    }
}
