namespace CodeRipple.Workflow.LocalAws.Python;

/// <summary>Asks an interpreter whether it can run the launcher.</summary>
internal static class PythonProbe
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    // Looks without importing: importing moto takes half a second.
    private const string Question = """
        import sys
        if sys.version_info < (3, 10): sys.exit("Python %d.%d is too old, 3.10 is needed" % sys.version_info[:2])
        from importlib import metadata, util
        missing = [n for n in ("moto", "boto3", "flask", "flask_cors", "antlr4", "jsonpath_ng", "cfnlint", "yaml", "samtranslator") if not util.find_spec(n)]
        if missing: sys.exit("it lacks " + ", ".join(missing))
        if not metadata.version("moto").startswith("5.2."): sys.exit("it has moto " + metadata.version("moto") + ", 5.2 is needed")
        print(sys.executable)
        """;

    /// <summary>The interpreter's full path, or why it will not do. Both null when there is no such interpreter.</summary>
    public static async Task<(string? Path, string? Reason)> AskAsync(string interpreter, CancellationToken cancellationToken)
    {
        var run = await ToolRun.StartAsync(interpreter, ["-c", Question], Deadline, null, cancellationToken);
        return run switch
        {
            null => (null, null),
            { Succeeded: true } => (run.Output.Trim(), null),
            _ => (null, run.Error.Trim().Split('\n')[^1]),
        };
    }

    /// <summary>The first interpreter that can make a virtual environment: Python 3.10 or newer, with the venv module.</summary>
    public static async Task<string?> FindForVenvAsync(IEnumerable<string> interpreters, CancellationToken cancellationToken)
    {
        foreach (var interpreter in interpreters)
        {
            string[] arguments = ["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"];
            if (await ToolRun.StartAsync(interpreter, arguments, Deadline, null, cancellationToken) is { Succeeded: true })
                return interpreter;
        }

        return null;
    }
}
