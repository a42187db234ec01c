namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The environment of a sandbox: what Lambda gives, then the function's variables; nothing of this process's own.</summary>
internal static class SandboxEnvironment
{
    private static readonly string[] PathLists =
    [
        "PATH",
        "LD_LIBRARY_PATH",
        "PYTHONPATH",
        "NODE_PATH",
        "DOTNET_SHARED_STORE",
        "DOTNET_ADDITIONAL_DEPS",
        "DOTNET_STARTUP_HOOKS",
        "AWS_LAMBDA_EXEC_WRAPPER",
    ];

    /// <param name="interpreter">The executable of the runtime; programs beside it are found too.</param>
    public static Dictionary<string, string> For(
        FunctionVersion function,
        SandboxPaths paths,
        string interpreter,
        SandboxIdentity identity,
        LambdaOptions options,
        string region
    )
    {
        var variables = Defaults(function, paths, interpreter);
        foreach (var (name, value) in function.Environment ?? new Dictionary<string, string>())
            variables[name] = value;
        foreach (var name in PathLists)
        {
            if (variables.TryGetValue(name, out var value))
                variables[name] = Reachable(value, paths);
        }

        foreach (var (name, value) in Reserved(function, paths, identity, options, region))
            variables[name] = value;
        return variables;
    }

    /// <summary>Those that a function may set itself.</summary>
    private static Dictionary<string, string> Defaults(FunctionVersion function, SandboxPaths paths, string interpreter)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = $"{Path.GetDirectoryName(interpreter)}:/usr/local/bin:/usr/bin:/bin:/opt/bin",
            ["LD_LIBRARY_PATH"] = "/var/task:/var/task/lib:/opt/lib",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
        };
        if (function.Family() == RuntimeFamily.Python)
            variables["PYTHONPATH"] = $"/opt/python/lib/{function.Runtime}/site-packages:/opt/python";
        if (function.Family() == RuntimeFamily.Node)
            variables["NODE_PATH"] =
                $"/opt/nodejs/{NodeFolder(function)}/node_modules:/opt/nodejs/node_modules:{paths.NodePackages}:/var/runtime:/var/task";
        if (paths.Tmp != "/tmp")
            variables["TMPDIR"] = paths.Tmp;
        return variables;
    }

    private static Dictionary<string, string> Reserved(
        FunctionVersion function,
        SandboxPaths paths,
        SandboxIdentity identity,
        LambdaOptions options,
        string region
    )
    {
        var variables = new Dictionary<string, string>
        {
            ["_HANDLER"] = function.Handler,
            ["LAMBDA_TASK_ROOT"] = paths.Task,
            ["LAMBDA_RUNTIME_DIR"] = paths.Bootstraps,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.FunctionName,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = function.Version,
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{function.MemorySize}",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroupName,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = identity.LogStream,
            ["AWS_REGION"] = region,
            ["AWS_DEFAULT_REGION"] = region,
            ["AWS_ACCESS_KEY_ID"] = identity.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = identity.Secret,
            ["AWS_SESSION_TOKEN"] = identity.Secret,
            ["AWS_ENDPOINT_URL"] = options.Gateway.ToString().TrimEnd('/'),
            ["LOCAL_AWS_ID"] = options.Id,
        };
        if (function.Family() != RuntimeFamily.Provided)
            variables["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}";
        return variables;
    }

    // nodejs20.x looks in node20.
    private static string NodeFolder(FunctionVersion function) => "node" + function.Runtime!["nodejs".Length..].Split('.')[0];

    /// <summary>Without mounts, entries below /opt and /var/task mean the real folders.</summary>
    private static string Reachable(string pathList, SandboxPaths paths) =>
        string.Join(':', pathList.Split(':').Select(entry => Moved(Moved(entry, "/opt", paths.Opt), "/var/task", paths.Task)));

    private static string Moved(string entry, string from, string to) =>
        from != to && (entry == from || entry.StartsWith(from + "/", StringComparison.Ordinal)) ? to + entry[from.Length..] : entry;
}
