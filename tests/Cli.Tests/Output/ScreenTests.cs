using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;

namespace CodeRipple.Workflow.Cli.Tests.Output;

public sealed class ScreenTests
{
    private static readonly Dictionary<string, string> Outputs = new()
    {
        ["ReleaseTableName"] = "release-machine-development",
        ["ReleaseBucketName"] = "bucket",
    };
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:4566",
        ["AWS_REGION"] = "us-west-2",
    };

    [Fact]
    public void The_running_local_aws_is_reported_with_what_to_do_next()
    {
        using var screen = new TestScreen();
        ShowLocalUp(screen);

        Assert.Equal(
            """

            The local AWS is up at http://127.0.0.1:4566 (us-west-2), with stack release-machine-development:

              ReleaseBucketName          bucket
              ReleaseTableName           release-machine-development

            To use it from another shell:

              export AWS_ENDPOINT_URL=http://127.0.0.1:4566
              export AWS_REGION=us-west-2

            Ctrl-C stops it and leaves nothing behind.

            """,
            screen.Output
        );
        Assert.Equal("", screen.Error);
    }

    [Fact]
    public void The_running_local_aws_is_one_line_of_json_for_machines()
    {
        using var screen = new TestScreen(json: true);
        ShowLocalUp(screen);

        Assert.Equal(
            """{"endpoint":"http://127.0.0.1:4566","region":"us-west-2","stack":"release-machine-development","outputs":{"ReleaseTableName":"release-machine-development","ReleaseBucketName":"bucket"},"environment":{"AWS_ENDPOINT_URL":"http://127.0.0.1:4566","AWS_REGION":"us-west-2"}}"""
                + "\n",
            screen.Output
        );
    }

    [Fact]
    public async Task A_stage_reports_how_long_it_took_on_standard_error()
    {
        using var screen = new TestScreen();

        await screen.Screen.StageAsync(Stage.StartLocalAws, _ => Pass(screen, TimeSpan.FromSeconds(2.34)));
        await screen.Screen.StageAsync(Stage.InstallStack("s"), _ => Pass(screen, TimeSpan.FromSeconds(125)));

        Assert.Equal(
            """
            ✓ Local AWS started                                           2.3 s
            ✓ Stack s installed                                       2 min 5 s

            """,
            screen.Error
        );
        Assert.Equal("", screen.Output);
    }

    [Fact]
    public async Task A_stage_that_fails_says_so_and_passes_the_error_on()
    {
        using var screen = new TestScreen();

        await Assert.ThrowsAsync<UserErrorException>(() =>
            screen.Screen.StageAsync<int>(Stage.StartLocalAws, _ => throw new UserErrorException("no Python"))
        );

        Assert.Equal("✗ Starting the local AWS                                      0.0 s\n", screen.Error);
    }

    [Fact]
    public void Colours_come_only_with_a_terminal_that_has_them()
    {
        using var coloured = new TestScreen(capabilities: new TerminalCapabilities(IsInteractive: true, SupportsColor: true));
        coloured.Screen.Error("broken");

        Assert.Contains("\u001b[", coloured.Error, StringComparison.Ordinal);
        Assert.Equal(
            new TerminalCapabilities(IsInteractive: true, SupportsColor: true),
            TerminalCapabilities.Of(redirected: false, Variable("TERM", "xterm"))
        );
        Assert.Equal(
            new TerminalCapabilities(IsInteractive: true, SupportsColor: false),
            TerminalCapabilities.Of(redirected: false, Variable("NO_COLOR", "1"))
        );
        Assert.Equal(
            new TerminalCapabilities(IsInteractive: true, SupportsColor: true),
            TerminalCapabilities.Of(redirected: false, Variable("NO_COLOR", ""))
        );
        Assert.Equal(
            new TerminalCapabilities(IsInteractive: false, SupportsColor: false),
            TerminalCapabilities.Of(redirected: false, Variable("TERM", "dumb"))
        );
        Assert.Equal(
            new TerminalCapabilities(IsInteractive: false, SupportsColor: false),
            TerminalCapabilities.Of(redirected: true, Variable("TERM", "xterm"))
        );
    }

    [Fact]
    public void Text_from_elsewhere_is_shown_as_it_is()
    {
        using var screen = new TestScreen();
        screen.Screen.Error("functions[0]: [red]not markup[/]");

        Assert.Equal("functions[0]: [red]not markup[/]\n", screen.Error);
    }

    [Fact]
    public void Long_lines_of_a_pipe_are_not_wrapped()
    {
        using var screen = new TestScreen();
        screen.Screen.Error(new string('x', 500));

        Assert.Equal(new string('x', 500) + "\n", screen.Error);
    }

    [Fact]
    public void A_document_is_printed_whole_and_parses()
    {
        using var screen = new TestScreen(capabilities: new TerminalCapabilities(IsInteractive: true, SupportsColor: false));
        screen.Screen.Document(new JsonObject { ["description"] = new string('y', 200) + " [it's <here>]" });

        Assert.Equal(new string('y', 200) + " [it's <here>]", (string?)JsonNode.Parse(screen.Output)!["description"]);
    }

    private static void ShowLocalUp(TestScreen screen) =>
        screen.Rehearsal.Output.LocalUp(new Uri("http://127.0.0.1:4566/"), "us-west-2", "release-machine-development", Outputs, Variables);

    private static Task<int> Pass(TestScreen screen, TimeSpan time)
    {
        screen.Time.Advance(time);
        return Task.FromResult(0);
    }

    private static Func<string, string?> Variable(string name, string value) => asked => asked == name ? value : null;
}
