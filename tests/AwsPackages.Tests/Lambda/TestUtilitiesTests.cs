using Amazon.Lambda.TestUtilities;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

public sealed class TestUtilitiesTests
{
    [Fact]
    public void What_a_function_logs_can_be_read_back()
    {
        var logger = new TestLambdaLogger();
        var context = new TestLambdaContext
        {
            Logger = logger,
            AwsRequestId = "r",
            RemainingTime = TimeSpan.FromSeconds(3),
        };

        context.Logger.LogLine("plain");
        context.Logger.LogWarning("careful");
        context.Logger.LogError(new InvalidOperationException("broken"), "failed {why}", "because");

        Assert.Equal("r", context.AwsRequestId);
        Assert.Contains("plain", logger.Buffer.ToString(), StringComparison.Ordinal);
        Assert.Contains("Warning: careful", logger.Buffer.ToString(), StringComparison.Ordinal);
        Assert.Contains("\tbecause", logger.Buffer.ToString(), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: broken", logger.Buffer.ToString(), StringComparison.Ordinal);
    }
}
