using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Completion;

namespace CodeRipple.Workflow.Steps.Tests.Completion;

public sealed class FailuresTests
{
    [Theory]
    [InlineData(
        "SmokeTestFailedException",
        """{"errorType":"SmokeTestFailedException","errorMessage":"it broke","stackTrace":[]}""",
        "it broke"
    )]
    [InlineData("States.TaskFailed", """{"Error":"RollbackFailed","Cause":"not all restored"}""", "not all restored")]
    [InlineData("States.TaskFailed", """{"Error":"X","Cause":"{\"errorMessage\":\"it broke inside\"}"}""", "it broke inside")]
    [InlineData("States.Timeout", null, "States.Timeout")]
    [InlineData("States.Timeout", "", "States.Timeout")]
    [InlineData("States.Runtime", "no such path", "States.Runtime: no such path")]
    [InlineData("Lambda.Unknown", "[1]", "Lambda.Unknown: [1]")]
    [InlineData("Lambda.Unknown", """{"errorMessage":7}""", """Lambda.Unknown: {"errorMessage":7}""")]
    public void What_a_catch_passed_on_becomes_a_sentence(string error, string? cause, string sentence) =>
        Assert.Equal(sentence, Failures.Describe(new CaughtError(error, cause)));
}
