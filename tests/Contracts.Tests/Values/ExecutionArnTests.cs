namespace CodeRipple.Workflow.Contracts.Tests.Values;

public sealed class ExecutionArnTests
{
    private const string Arn = "arn:aws-cn:states:cn-north-1:123456789012:execution:machine-release:shop_r1";

    [Fact]
    public void An_ARN_is_read_into_its_parts_and_written_as_it_was()
    {
        var execution = ExecutionArn.Parse(Arn);

        Assert.Equal(new ExecutionArn("aws-cn", "cn-north-1", "123456789012", "machine-release", "shop_r1"), execution);
        Assert.Equal(Arn, execution.ToString());
    }

    [Fact]
    public void The_ARN_of_an_execution_follows_from_its_state_machine_and_its_name() =>
        Assert.Equal(Arn, ExecutionArn.Of("arn:aws-cn:states:cn-north-1:123456789012:stateMachine:machine-release", "shop_r1").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("shop_r1")]
    [InlineData("arn:aws:states:us-west-2:123456789012:stateMachine:machine-release")]
    [InlineData("arn:aws:lambda:us-west-2:123456789012:function:machine:live")]
    [InlineData("arn:aws:states:us-west-2:123456789012:execution:machine-release")]
    public void What_is_no_ARN_of_an_execution_is_refused(string text)
    {
        var error = Assert.Throws<FormatException>(() => ExecutionArn.Parse(text));

        Assert.Equal($"\"{text}\" is not the ARN of an execution.", error.Message);
        Assert.False(ExecutionArn.TryParse(text, out _));
    }

    [Fact]
    public void What_is_no_ARN_of_a_state_machine_has_no_executions() => Assert.Throws<FormatException>(() => ExecutionArn.Of(Arn, "r1"));
}
