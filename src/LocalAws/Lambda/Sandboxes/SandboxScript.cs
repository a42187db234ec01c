namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The few lines of shell between the namespaces and the runtime.</summary>
internal static class SandboxScript
{
    /// <summary>Arguments: log file, folder to start in, mounts (kind source target)…, <c>--</c>, the command.</summary>
    /// <param name="first">It is the first process of a process namespace.</param>
    public static string For(string mount, bool first) =>
        $$"""
        exec </dev/null >>"$1" 2>&1
        folder=$2
        shift 2
        # Ctrl-C in a terminal reaches every process; only the gateway decides when a sandbox ends.
        trap '' INT
        ulimit -c 0
        while [ "$1" != -- ]; do
          case $1 in
            overlay) {{mount}} -n -t overlay -o "ro,lowerdir=$2:$3" overlay "$3" || exit 125 ;;
            *) {{mount}} -n --bind "$2" "$3" || exit 125 ;;
          esac
          # In a user namespace the flags of the source may be locked; read-only is a nicety.
          if [ "$1" = bind ]; then {{mount}} -n -o remount,bind,ro "$3" 2>/dev/null || :; fi
          shift 3
        done
        shift
        cd "$folder" || exit 125
        {{(first ? Stay : Become)}}
        """;

    // The first process of a namespace cannot be ended by a signal of its own, such as abort's: the runtime must not be the first.
    // The shell's own word on a child's death is no output of the function, hence its closed standard error.
    private const string Stay =
        """
        exec 3>&2 2>/dev/null
        (exec "$@" 2>&3 3>&-)
        exit $?
        """;

    private const string Become = "exec \"$@\"";
}
