namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The function cannot be started on this machine, or not at all.</summary>
internal sealed class RuntimeUnavailableException(string errorType, string message) : Exception(message)
{
    public string ErrorType => errorType;
}

/// <summary>What to run for a function's runtime and handler.</summary>
internal static class RuntimeCommand
{
    private const string ClassLibraryProgram = "class-library/LocalAws.ClassLibrary.dll";

    /// <returns>Null for a runtime that brings its own program.</returns>
    /// <exception cref="RuntimeUnavailableException">There is no interpreter, or the runtime is not one that runs here.</exception>
    public static async Task<Interpreter?> InterpreterAsync(FunctionVersion function, Interpreters interpreters)
    {
        var version = function.RuntimeVersion();
        return function.Family() switch
        {
            RuntimeFamily.Python => Need(await interpreters.PythonAsync(version), "python3", function),
            RuntimeFamily.Node => Need(await interpreters.NodeAsync(version), "node", function),
            // What runs class libraries needs .NET 10 itself.
            RuntimeFamily.Dotnet => Need(
                IsClassLibrary(function) && version is "6" or "8" ? interpreters.Dotnet() : interpreters.Dotnet(version),
                "dotnet",
                function
            ),
            RuntimeFamily.Provided => null,
            _ when function.Runtime is null => throw Unsupported(
                function,
                "it has no runtime (a container image?); the local AWS runs zip packages"
            ),
            _ => throw Unsupported(
                function,
                $"the local AWS has no runtime {function.Runtime}; it runs dotnet*, python3.*, nodejs*.x and provided.*"
            ),
        };
    }

    /// <param name="code">The unpacked code and layers as this process sees them, to look whether files are there.</param>
    /// <param name="inside">The same as the sandbox will see them.</param>
    /// <param name="missing">Why packages of the runtime are missing here; the bootstrap says so to whoever imports them.</param>
    /// <returns>Executable and arguments, in paths of the sandbox.</returns>
    /// <exception cref="RuntimeUnavailableException">A handler that cannot be run.</exception>
    public static IReadOnlyList<string> For(
        FunctionVersion function,
        FunctionFolders code,
        SandboxPaths inside,
        Interpreter? interpreter,
        string? missing
    )
    {
        IReadOnlyList<string> command = function.Family() switch
        {
            RuntimeFamily.Python => [interpreter!.Path, "-B", "-u", $"{inside.Bootstraps}/bootstrap.py", .. interpreter.Packages],
            RuntimeFamily.Node => [interpreter!.Path, $"{inside.Bootstraps}/bootstrap.mjs", .. missing is null ? [] : new[] { missing }],
            RuntimeFamily.Dotnet => Dotnet(function, code, inside, interpreter!),
            _ => [Bootstrap(function, code, inside)],
        };
        return function.Environment?.GetValueOrDefault("AWS_LAMBDA_EXEC_WRAPPER") is { Length: > 0 } wrapper
            ? [wrapper, .. command]
            : command;
    }

    private static IReadOnlyList<string> Dotnet(FunctionVersion function, FunctionFolders code, SandboxPaths inside, Interpreter dotnet)
    {
        // Without the declared .NET the newest has to do.
        string[] exec = [dotnet.Path, "exec", .. dotnet.IsOf(function.RuntimeVersion()) ? [] : new[] { "--roll-forward", "LatestMajor" }];
        if (IsClassLibrary(function))
            return [.. exec, .. ClassLibrary(function, code, inside)];
        if (File.Exists(Path.Combine(code.Task, function.Handler + ".dll")))
            return [.. exec, $"{inside.Task}/{function.Handler}.dll"];
        // Native AOT on the managed runtime: AWS starts the file itself when there is no such assembly.
        if (File.Exists(Path.Combine(code.Task, function.Handler)))
            return [$"{inside.Task}/{function.Handler}"];
        throw new RuntimeUnavailableException(
            "Runtime.InvalidEntrypoint",
            $"{Name(function)} cannot be started: its package holds neither {function.Handler}.dll nor {function.Handler}."
        );
    }

    /// <summary>Lambda's own program, which loads the assembly with what its two files beside it say.</summary>
    private static string[] ClassLibrary(FunctionVersion function, FunctionFolders code, SandboxPaths inside)
    {
        var assembly = function.Handler.Split("::")[0];
        string Needed(string extension)
        {
            var file = assembly + extension;
            return File.Exists(Path.Combine(code.Task, file))
                ? $"{inside.Task}/{file}"
                : throw new RuntimeUnavailableException(
                    "Runtime.InvalidEntrypoint",
                    $"{Name(function)} cannot be started: handler {function.Handler} needs {file} at the root of the package. "
                        + "dotnet publish writes it."
                );
        }

        return
        [
            "--depsfile",
            Needed(".deps.json"),
            "--runtimeconfig",
            Needed(".runtimeconfig.json"),
            $"{inside.Bootstraps}/{ClassLibraryProgram}",
        ];
    }

    private static bool IsClassLibrary(FunctionVersion function) => function.Handler.Contains("::", StringComparison.Ordinal);

    private static string Bootstrap(FunctionVersion function, FunctionFolders code, SandboxPaths inside)
    {
        if (File.Exists(Path.Combine(code.Task, "bootstrap")))
            return $"{inside.Task}/bootstrap";
        if (code.Opt is not null && File.Exists(Path.Combine(code.Opt, "bootstrap")))
            return $"{inside.Opt}/bootstrap";
        throw new RuntimeUnavailableException(
            "Runtime.InvalidEntrypoint",
            $"{Name(function)} cannot be started: there is no bootstrap file in its package or layers."
        );
    }

    private static Interpreter Need(Interpreter? interpreter, string name, FunctionVersion function) =>
        interpreter
        ?? throw new RuntimeUnavailableException(
            "LocalAws.NoInterpreter",
            $"{Name(function)} needs {name} for its runtime {function.Runtime}: install it or put it on PATH."
        );

    private static RuntimeUnavailableException Unsupported(FunctionVersion function, string why) =>
        new("LocalAws.Unsupported", $"{Name(function)} cannot be run: {why}.");

    private static string Name(FunctionVersion function) => $"Function \"{function.FunctionName}\" version {function.Version}";
}
