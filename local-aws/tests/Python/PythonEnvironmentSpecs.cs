using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.LocalAws.Tests.Python;

public sealed class PythonEnvironmentSpecs
{
    // Has no moto, but can make a virtual environment; what it makes is usable once pip was there.
    private const string WithVenv = """
        case "$*" in
          "-m venv "*) mkdir -p "$3/bin"
            printf '#!/bin/sh\ncase "$*" in *"pip install"*) touch "%s/installed"; echo "Collecting moto" ;; *) test -e "%s/installed" || { echo "it lacks moto" >&2; exit 1; }; echo "$0" ;; esac\n' "$3" "$3" > "$3/bin/python"
            chmod +x "$3/bin/python" ;;
          *ensurepip*) exit 0 ;;
          *) echo "it lacks moto" >&2; exit 1 ;;
        esac
        """;

    [Fact]
    public async Task A_Python_that_has_moto_is_taken()
    {
        using var old = FakePython.Create("echo 'Python 3.8 is too old' >&2; exit 1");
        using var good = FakePython.Create("echo \"$0\"");
        Assert.Equal(good.Path, (await FindAsync(good, old.Path, "/nowhere/python", good.Path)).Interpreter);
    }

    [Fact]
    public async Task Without_one_a_virtual_environment_is_made_once()
    {
        using var python = FakePython.Create(WithVenv);
        var said = new Progress();
        var made = await FindAsync(python, said, python.Path);
        Assert.StartsWith(Path.Combine(python.Folder, "cache"), made.Interpreter, StringComparison.Ordinal);
        Assert.Contains("Collecting moto", said.Lines);
        said.Lines.Clear();
        Assert.Equal(made, await FindAsync(python, said, python.Path));
        Assert.Empty(said.Lines);
    }

    [Fact]
    public async Task When_pip_fails_the_message_says_why_and_what_to_run()
    {
        using var python = FakePython.Create(
            WithVenv.Replace(
                "touch \"%s/installed\"; echo \"Collecting moto\"",
                "echo \"no network\" >&2; exit 1; true %s",
                StringComparison.Ordinal
            )
        );
        var failure = await Assert.ThrowsAsync<PythonUnavailableException>(() => FindAsync(python, python.Path));
        Assert.Contains("no network", failure.Message, StringComparison.Ordinal);
        Assert.Contains("python3 -m venv", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_Python_the_message_says_what_to_install()
    {
        using var folder = FakePython.Create("");
        var failure = await Assert.ThrowsAsync<PythonUnavailableException>(() => FindAsync(folder, "/nowhere/python"));
        Assert.Contains("No Python was found", failure.Message, StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install python3 python3-venv", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Python_that_will_not_do_is_named_with_the_reason()
    {
        using var python = FakePython.Create("echo 'it has moto 4.2.0, 5.2 is needed' >&2; exit 1");
        var failure = await Assert.ThrowsAsync<PythonUnavailableException>(() => FindAsync(python, python.Path));
        Assert.Contains($"{python.Path}: it has moto 4.2.0, 5.2 is needed", failure.Message, StringComparison.Ordinal);
    }

    private static Task<PythonEnvironment> FindAsync(FakePython home, params string[] interpreters) =>
        FindAsync(home, new Progress(), interpreters);

    private static Task<PythonEnvironment> FindAsync(FakePython home, Progress said, params string[] interpreters) =>
        PythonEnvironment.FindAsync(
            interpreters,
            new VirtualEnvironment(Path.Combine(home.Folder, "cache"), PythonEnvironment.RequirementsFile),
            said,
            CancellationToken.None
        );

    private sealed class Progress : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }
}
