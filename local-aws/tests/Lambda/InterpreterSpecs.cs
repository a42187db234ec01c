using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>Which interpreter a function gets, with fake ones in a folder of the spec.</summary>
public sealed class InterpreterSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interpreters-").FullName;

    [Fact]
    public async Task The_declared_python_comes_before_the_one_that_has_packages()
    {
        var packaged = Fake("packaged", "3.11.7");
        var declared = Fake("python3.13", "3.13.1");

        var found = await new Interpreters(packaged, _folder).PythonAsync("3.13");

        Assert.Equal((declared, "3.13.1"), (found!.Path, found.Version));
        Assert.Contains(Path.Combine(_folder, "packages-of-packaged"), found.Packages);
    }

    [Fact]
    public async Task Where_the_declared_one_is_missing_another_runs_and_that_is_remembered()
    {
        var packaged = Fake("packaged", "3.11.7");
        var function = Function("python3.99", "arm64");
        var used = new RuntimesUsed();

        used.Add(function, await new Interpreters(packaged, _folder).PythonAsync(function.RuntimeVersion()));

        var only = Assert.Single(used.Snapshot());
        Assert.Equal(("python3.99", "python 3.11.7", false), (only.Runtime, only.Interpreter, only.AsDeclared));
    }

    [Theory]
    [InlineData("python3.13", "3.13.1", true)]
    [InlineData("python3.1", "3.13.1", false)]
    [InlineData("nodejs22.x", "22.11.0", true)]
    [InlineData("nodejs24.x", "22.11.0", false)]
    [InlineData("dotnet10", "10.0.1", true)]
    [InlineData("dotnet8", "10.0.1", false)]
    public void A_runtime_is_as_declared_when_interpreter_and_machine_are(string runtime, string version, bool asDeclared)
    {
        var used = new RuntimesUsed();
        var interpreter = new Interpreter("interpreter", "/bin/interpreter", version, [], [], []);
        var other = RuntimesUsed.Machine == "arm64" ? "x86_64" : "arm64";

        used.Add(Function(runtime, RuntimesUsed.Machine), interpreter);
        used.Add(Function(runtime, other) with { FunctionName = "g" }, interpreter);

        Assert.Equal([asDeclared, false], used.Snapshot().Select(one => one.AsDeclared));
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task What_a_function_ran_on_is_there_to_be_read()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            "import platform\ndef handler(event, context): return platform.python_version()",
            f => f with { Architecture = "arm64" }
        );

        var version = (string?)(await bench.InvokeAsync()).Json();

        var used = Assert.Single(bench.Plane.Runtimes);
        Assert.Equal(("f", "python3.12", "arm64"), (used.FunctionName, used.Runtime, used.Architecture));
        Assert.Equal(("python " + version, RuntimesUsed.Machine), (used.Interpreter, used.Machine));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Fake(string name, string version)
    {
        var file = Path.Combine(_folder, name);
        var packages = Directory.CreateDirectory(Path.Combine(_folder, "packages-of-" + name)).FullName;
        File.WriteAllText(
            file,
            $$"""
            #!/bin/sh
            echo '{"Path":"{{file}}","Version":"{{version}}","Folders":["{{_folder}}"],"Packages":["{{packages}}"]}'
            """
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return file;
    }

    private static FunctionVersion Function(string runtime, string architecture) =>
        new(
            "f",
            FakeLauncher.Arn + "f",
            "1",
            runtime,
            "app.handler",
            3,
            128,
            Environment: null,
            Layers: null,
            State: "Active",
            ReservedConcurrency: null,
            DeadLetterArn: null,
            Generation: "1",
            Architectures: [architecture]
        );
}
