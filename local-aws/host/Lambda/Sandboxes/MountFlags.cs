namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>What this machine's mounts forbid. In a user namespace, mounting the same again must forbid it too, or it is refused.</summary>
internal sealed class MountFlags
{
    private static readonly string[] Locked = ["nosuid", "nodev", "noexec"];
    private readonly (string Target, string Flags)[] _mounts;

    private MountFlags((string Target, string Flags)[] mounts) => _mounts = mounts;

    public static MountFlags Read()
    {
        try
        {
            return Parse(File.ReadAllLines("/proc/self/mountinfo"));
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return new MountFlags([]);
        }
    }

    /// <param name="mountinfo">See proc(5): the fifth field is the mount point, the sixth its options.</param>
    public static MountFlags Parse(IEnumerable<string> mountinfo) =>
        new([
            .. from line in mountinfo
            let fields = line.Split(' ')
            where fields.Length > 5
            let flags = fields[5].Split(',').Intersect(Locked)
            select (Unescape(fields[4]), string.Concat(flags.Select(flag => "," + flag))),
        ]);

    /// <summary>For instance <c>,nosuid,nodev</c>.</summary>
    public string Of(string path)
    {
        var found = (Target: "", Flags: "");
        foreach (var mount in _mounts)
        {
            // A later mount on the same place covers the earlier one.
            if (mount.Target.Length >= found.Target.Length && IsBelow(path, mount.Target))
                found = mount;
        }

        return found.Flags;
    }

    private static bool IsBelow(string path, string folder) =>
        folder == "/" || (path + "/").StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Unescape(string field) =>
        field
            .Replace("\\040", " ", StringComparison.Ordinal)
            .Replace("\\011", "\t", StringComparison.Ordinal)
            .Replace("\\012", "\n", StringComparison.Ordinal)
            .Replace("\\134", "\\", StringComparison.Ordinal);
}
