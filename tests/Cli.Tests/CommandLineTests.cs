using CodeRipple.Workflow.Cli.Commands;
using CodeRipple.Workflow.Cli.Tests.Output;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Rehearsal.Commands;

namespace CodeRipple.Workflow.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("bogus", "Unrecognized command or argument 'bogus'", "coderipple --help")]
    [InlineData("local", "Required command was not provided", "coderipple local --help")]
    [InlineData("local exec", "Required argument missing", "coderipple local exec --help")]
    [InlineData("local up --port 70000", "--port must be 0 to 65535", "coderipple local up --help")]
    [InlineData("local up --port many", "many", "coderipple local up --help")]
    [InlineData("install --parameter RetentionDays", "it must be NAME=VALUE", "coderipple install --help")]
    [InlineData("schema elephants", "elephants", "coderipple schema --help")]
    public async Task A_wrong_command_line_says_what_is_wrong_and_where_help_is(string arguments, string problem, string help)
    {
        using var screen = new TestScreen();

        Assert.Equal(ExitCode.Refused, await RunAsync(screen, arguments.Split(' ')));

        Assert.Contains(problem, screen.Error, StringComparison.Ordinal);
        Assert.EndsWith($"See: {help}\n", screen.Error, StringComparison.Ordinal);
        Assert.Equal("", screen.Output);
    }

    [Theory]
    [InlineData("request", "Release request")]
    [InlineData("workload", "Workload")]
    public async Task Schemas_are_printed(string document, string title)
    {
        using var screen = new TestScreen();

        Assert.Equal(ExitCode.Done, await RunAsync(screen, "schema", document));

        Assert.Contains($"\"title\": \"{title}\"", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Exit_codes_are_the_documented_ones() =>
        Assert.Equal(
            ["Done=0", "Failed=1", "Refused=2", "RollbackFailed=3", "Bug=70", "Interrupted=130"],
            Enum.GetValues<ExitCode>().Select(code => $"{code}={(int)code}")
        );

    private static async Task<ExitCode> RunAsync(TestScreen screen, params string[] arguments)
    {
        using var signals = new Signals();
        var root =
            arguments[0] is RehearsalCommands.Local
                ? RehearsalProgram.CreateRoot(screen.Screen, signals)
                : Coderipple.CreateRoot(screen.Screen, signals);
        return await CommandLine.RunAsync(arguments, root, screen.Screen, signals);
    }
}
