namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The few lines of shell between the namespaces and the runtime.</summary>
internal static class SandboxScript
{
    /// <summary>Arguments: log file, folder to start in, table of mounts, the command.</summary>
    /// <param name="first">It is the first process of a process namespace.</param>
    public static string For(string mount, bool first) =>
        $$"""
            exec </dev/null >>"$1" 2>&1
            folder=$2
            mounts=$3
            shift 3
            # Ctrl-C in a terminal reaches every process; only the gateway decides when a sandbox ends.
            trap '' INT
            ulimit -c 0
            {{(mount.Length > 0 ? $"{mount} -n -a -T \"$mounts\" || exit 125" : ":")}}
            cd "$folder" || exit 125
            {{(first ? Stay : Become)}}
            """;

    // The first process of a namespace cannot be ended by a signal of its own, such as abort's: the runtime must not be the first.
    // The shell's own word on a child's death is no output of the function, hence its closed standard error.
    private const string Stay = """
        exec 3>&2 2>/dev/null
        (exec "$@" 2>&3 3>&-)
        exit $?
        """;

    private const string Become = "exec \"$@\"";
}
