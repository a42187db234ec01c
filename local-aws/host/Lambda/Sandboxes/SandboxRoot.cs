using System.Text;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// The file system that a function sees: the programs of this machine, without its users' files, and Lambda's folders. Everything in
/// it is mounted read-only. The folder has the mount points; each sandbox mounts for itself.
/// </summary>
internal sealed class SandboxRoot
{
    // Where distributions keep programs and their libraries and settings.
    private static readonly string[] SystemFolders =
    [
        "/bin",
        "/sbin",
        "/lib",
        "/lib32",
        "/lib64",
        "/libx32",
        "/usr",
        "/etc",
        "/nix",
        "/gnu",
    ];

    // Lambda has these, and no /dev/shm.
    private static readonly string[] Devices = ["null", "zero", "full", "random", "urandom"];

    // Nothing can be written below it, as on Lambda.
    private const string Home = "home/sbx_user1051";

    private readonly MountFlags _flags = MountFlags.Read();
    private readonly List<string> _system = [];
    private string _mounts = "";

    private SandboxRoot(string folder) => Folder = folder;

    public string Folder { get; }

    public static SandboxRoot Create(string folder, string bootstraps)
    {
        var root = new SandboxRoot(folder);
        Directory.CreateDirectory(folder);
        root.Fill(bootstraps);
        return root;
    }

    /// <summary>The mounts that every sandbox has, to be continued.</summary>
    public MountTable NewTable() => new(this, _mounts);

    private void Fill(string bootstraps)
    {
        foreach (var folder in new[] { "dev", Home, "mnt", "opt", "proc", "tmp", "var/task", "var/lang" })
            MakeFolder("/" + folder);
        CopyFolder(bootstraps, Inside("/var/runtime"));
        MakeFolder(NodePackages);
        var table = new MountTable(this, "");
        table.ReadOnly(Folder, "");
        foreach (var folder in SystemFolders)
            AddSystem(folder, table);
        table.ReadOnly(WriteFile("passwd", $"sbx_user1051:x:993:990::/{Home}:/sbin/nologin\n{Users()}"), "/etc/passwd");
        foreach (var device in Devices.Where(device => File.Exists("/dev/" + device)))
        {
            MakeFile("/dev/" + device);
            table.ReadOnly("/dev/" + device, "/dev/" + device);
        }

        foreach (var (name, target) in new[] { ("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2") })
            File.CreateSymbolicLink(Inside("/dev/" + name), "/proc/self/fd" + target);
        // Often a link to a folder that changes while the machine runs.
        if (
            new FileInfo("/etc/resolv.conf") is { Exists: true } names
            && names.ResolveLinkTarget(returnFinalTarget: true)?.FullName is { } real
            && !IsSystem(real)
        )
        {
            MakeFile(real);
            table.ReadOnly(real, real);
        }

        _mounts = table.ToString();
    }

    /// <summary>Where the packages that a Node runtime brings are mounted.</summary>
    public const string NodePackages = "/var/runtime/node_modules";

    private static string Users()
    {
        try
        {
            return File.ReadAllText("/etc/passwd");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private void AddSystem(string folder, MountTable table)
    {
        var info = new DirectoryInfo(folder);
        if (!info.Exists)
            return;
        _system.Add(folder);
        if (info.LinkTarget is { } target)
            File.CreateSymbolicLink(Inside(folder), target);
        else
        {
            MakeFolder(folder);
            table.ReadOnly(folder, folder);
        }
    }

    private bool IsSystem(string path) => _system.Any(folder => IsBelow(path, folder));

    private static bool IsBelow(string path, string folder) => (path + "/").StartsWith(folder + "/", StringComparison.Ordinal);

    private string Inside(string path) => Folder + path;

    private void MakeFolder(string path) => Directory.CreateDirectory(Inside(path));

    private void MakeFile(string path)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        File.Create(Inside(path)).Dispose();
    }

    private string WriteFile(string name, string text)
    {
        // Beside the root, not in it: it is a source of a mount.
        var file = Folder + "." + name;
        File.WriteAllText(file, text);
        return file;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        foreach (var folder in Directory.EnumerateDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    /// <summary>Mounts in the form of fstab(5), below the root.</summary>
    internal sealed class MountTable(SandboxRoot root, string begun)
    {
        private readonly StringBuilder _lines = new(begun);

        public void ReadOnly(string source, string target) => Add(source, target, "none", "rbind,ro" + root._flags.Of(source));

        public void Writable(string source, string target) => Add(source, target, "none", "bind");

        /// <summary>Layers come to /opt; when interpreters live there too, together with the mount points that those need.</summary>
        public void Layers(string layers, IReadOnlyList<string> programs)
        {
            var points = root.Folder + ".opt";
            var below = programs.Where(folder => IsBelow(folder, "/opt")).ToList();
            foreach (var folder in below)
                Directory.CreateDirectory(points + folder["/opt".Length..]);
            if (below.Count > 0)
                Add("overlay", "/opt", "overlay", $"ro,lowerdir={layers}:{points}");
            else
                ReadOnly(layers, "/opt");
        }

        /// <summary>A folder with programs, at its own place, unless it is there already.</summary>
        public void Program(string folder)
        {
            if (root.IsSystem(folder))
                return;
            // The sandbox's own /tmp is empty: its mount point is made when it is mounted.
            var inTmp = IsBelow(folder, "/tmp");
            if (!inTmp)
                root.MakeFolder(folder);
            Add(folder, folder, "none", $"rbind{(inTmp ? ",X-mount.mkdir" : "")},ro{root._flags.Of(folder)}");
        }

        public void Add(string source, string target, string type, string options) =>
            _lines.Append(Field(source)).Append(' ').Append(Field(root.Inside(target))).Append($" {type} {options} 0 0\n");

        public override string ToString() => _lines.ToString();

        // fstab(5) parts its fields at white space.
        private static string Field(string path) =>
            path.Replace("\\", "\\134", StringComparison.Ordinal)
                .Replace(" ", "\\040", StringComparison.Ordinal)
                .Replace("\t", "\\011", StringComparison.Ordinal)
                .Replace("\n", "\\012", StringComparison.Ordinal);
    }
}
