namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The function cannot be started on this machine, or not at all.</summary>
internal sealed class RuntimeUnavailableException(string errorType, string message) : Exception(message)
{
    public string ErrorType => errorType;
}

/// <summary>What to run for a function's runtime and handler.</summary>
internal static class RuntimeCommand
{
    /// <param name="code">The unpacked code and layers as this process sees them, to look whether files are there.</param>
    /// <param name="inside">The same as the sandbox will see them.</param>
    /// <returns>Executable and arguments, in paths of the sandbox.</returns>
    /// <exception cref="RuntimeUnavailableException">No interpreter, or a handler that cannot be run.</exception>
    public static async Task<IReadOnlyList<string>> ForAsync(
        FunctionVersion function,
        FunctionFolders code,
        SandboxPaths inside,
        Interpreters interpreters
    )
    {
        IReadOnlyList<string> command = function.Family() switch
        {
            RuntimeFamily.Python =>
            [
                Need(await interpreters.PythonAsync(function.Runtime!), "python3", function),
                "-B",
                "-u",
                $"{inside.Bootstraps}/bootstrap.py",
            ],
            RuntimeFamily.Node => [Need(await interpreters.NodeAsync(), "node", function), $"{inside.Bootstraps}/bootstrap.mjs"],
            RuntimeFamily.Dotnet => await DotnetAsync(function, code, inside, interpreters),
            RuntimeFamily.Provided => [Bootstrap(function, code, inside)],
            _ when function.Runtime is null => throw Unsupported(
                function,
                "it has no runtime (a container image?); the local AWS runs zip packages"
            ),
            _ => throw Unsupported(
                function,
                $"the local AWS has no runtime {function.Runtime}; it runs dotnet*, python3.*, nodejs*.x and provided.*"
            ),
        };
        return function.Environment?.GetValueOrDefault("AWS_LAMBDA_EXEC_WRAPPER") is { Length: > 0 } wrapper
            ? [wrapper, .. command]
            : command;
    }

    private static async Task<IReadOnlyList<string>> DotnetAsync(
        FunctionVersion function,
        FunctionFolders code,
        SandboxPaths inside,
        Interpreters interpreters
    )
    {
        if (function.Handler.Contains("::", StringComparison.Ordinal))
            throw Unsupported(
                function,
                $"handler {function.Handler} names a class library; the local AWS runs executable assemblies (handler = assembly name)"
            );
        if (File.Exists(Path.Combine(code.Task, function.Handler + ".dll")))
            return [Need(await interpreters.DotnetAsync(), "dotnet", function), "exec", $"{inside.Task}/{function.Handler}.dll"];
        // Native AOT on the managed runtime: AWS starts the file itself when there is no such assembly.
        if (File.Exists(Path.Combine(code.Task, function.Handler)))
            return [$"{inside.Task}/{function.Handler}"];
        throw new RuntimeUnavailableException(
            "Runtime.InvalidEntrypoint",
            $"{Name(function)} cannot be started: its package holds neither {function.Handler}.dll nor {function.Handler}."
        );
    }

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

    private static string Need(string? interpreter, string name, FunctionVersion function) =>
        interpreter
        ?? throw new RuntimeUnavailableException(
            "LocalAws.NoInterpreter",
            $"{Name(function)} needs {name} for its runtime {function.Runtime}: install it or put it on PATH."
        );

    private static RuntimeUnavailableException Unsupported(FunctionVersion function, string why) =>
        new("LocalAws.Unsupported", $"{Name(function)} cannot be run: {why}.");

    private static string Name(FunctionVersion function) => $"Function \"{function.FunctionName}\" version {function.Version}";
}
