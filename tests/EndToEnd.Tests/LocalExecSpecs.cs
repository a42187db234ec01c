using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

public sealed class LocalExecSpecs
{
    [Fact]
    public async Task A_command_sees_the_stack_gets_its_input_and_decides_the_exit_code_and_nothing_stays()
    {
        const string script = """
            echo "id $LOCAL_AWS_ID"
            cat
            aws stepfunctions list-state-machines --query 'stateMachines[].name' --output text
            aws lambda get-function --function-name release-machine-development-PrepareRelease --query Configuration.State --output text
            sleep 600 > /dev/null 2>&1 &
            exit 7
            """;

        var run = await Coderipple.RunAsync(["local", "exec", "--", "sh", "-c", script], input: "what comes in\n");

        run.MustEndWith(7);
        var lines = run.Output.Split('\n');
        Assert.StartsWith("id ", lines[0], StringComparison.Ordinal);
        Assert.Equal("what comes in", lines[1]);
        Assert.Contains("release-machine-development-release", lines[2], StringComparison.Ordinal);
        Assert.Equal("Active", lines[3]);
        Assert.Contains("Stack release-machine-development installed", run.Error, StringComparison.Ordinal);
        await Leftovers.AssertNoneAsync(lines[0][3..]);
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_said_in_one_sentence()
    {
        var run = await Coderipple.RunAsync(["local", "exec", "--", "no-such-command"]);

        run.MustEndWith(2);
        Assert.Contains("Cannot run no-such-command", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_reaches_the_command_and_nothing_stays()
    {
        await using var program = Coderipple.Start([
            "local",
            "exec",
            "--",
            "sh",
            "-c",
            "trap 'echo terminated; exit 9' TERM; echo $LOCAL_AWS_ID; sleep 600 & wait",
        ]);
        var id = await program.ReadLineAsync();

        program.Signal(15);
        var run = await program.EndAsync();

        run.MustEndWith(9);
        Assert.Equal("terminated\n", run.Output);
        await Leftovers.AssertNoneAsync(id);
    }

    [Fact]
    public async Task A_machine_without_Python_is_reported_what_to_do()
    {
        var run = await Coderipple.RunAsync(
            ["local", "up"],
            environment: new Dictionary<string, string> { ["CODERIPPLE_PYTHON"] = "/nowhere/python3" }
        );

        run.MustEndWith(2);
        Assert.Contains("Python", run.Error, StringComparison.Ordinal);
        Assert.Contains("python3-venv", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
