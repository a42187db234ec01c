using System.CommandLine;
using CodeRipple.Workflow.Cli.Commands;
using CodeRipple.Workflow.Cli.Tests.Output;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Rehearsal.Commands;

namespace CodeRipple.Workflow.Cli.Tests.Layout;

public sealed class ProgramTests
{
    [Fact]
    public void What_releases_to_AWS_needs_no_web_server()
    {
        Assert.DoesNotContain(
            "AspNetCore",
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "coderipple.runtimeconfig.json")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "LocalAws",
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "coderipple.deps.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_program_of_rehearsals_lies_beside_the_command_line_with_all_that_it_needs()
    {
        var folder = Path.GetDirectoryName(Path.Combine(AppContext.BaseDirectory, RehearsalCommands.Program))!;

        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, RehearsalCommands.Program)));
        Assert.True(File.Exists(Path.Combine(folder, "coderipple-rehearsal.runtimeconfig.json")));
        Assert.True(File.Exists(Path.Combine(folder, "moto", "main.py")));
    }

    [Fact]
    public void Both_programs_say_the_same_of_the_commands_that_rehearse()
    {
        using var screen = new TestScreen();
        using var signals = new Signals();
        var listed = Coderipple.CreateRoot(screen.Screen, signals).Subcommands.OfType<ExternalCommand>();
        var run = RehearsalProgram.CreateRoot(screen.Screen, signals).Subcommands;

        Assert.Equal(run.Select(c => (c.Name, c.Description)), listed.Select(c => (c.Name, c.Description)));
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_named()
    {
        using var signals = new Signals();
        var missing = await Assert.ThrowsAsync<UserErrorException>(() =>
            new ExternalCommand("rehearse", "", "nowhere/program.dll").RunAsync([], signals)
        );

        Assert.StartsWith("rehearse is not a part of this installation: there is no ", missing.Message, StringComparison.Ordinal);
    }
}
