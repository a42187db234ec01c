using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CodeRipple.Workflow.Probe;

/// <summary>
/// Finds assemblies in the layers, wherever they lie: this program has no deps.json that lists them, so a shared store alone cannot help.
/// </summary>
internal sealed class LayerAssemblies
{
    private readonly ILookup<string, string> _files;

    /// <param name="root">The folder of the layers: /opt.</param>
    public LayerAssemblies(string root)
    {
        Root = Path.GetFullPath(root);
        // The folder is missing when the function has no layers.
        var files = Directory.Exists(Root) ? Directory.EnumerateFiles(Root, "*.dll", SearchOption.AllDirectories) : [];
        _files = files.Where(IsForThisProcessor).ToLookup(f => Path.GetFileNameWithoutExtension(f), StringComparer.OrdinalIgnoreCase);
    }

    public string Root { get; }

    public void Attach()
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    public bool Contains(string path) => path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName wanted)
    {
        // Translations are optional everywhere.
        if (wanted.CultureName is { Length: > 0 } || !_files.Contains(wanted.Name!))
            return null;
        var newest = _files[wanted.Name!].OrderByDescending(VersionOf).ThenByDescending(FileVersionOf).First();
        return VersionOf(newest) < wanted.Version
            ? throw new FileLoadException(
                $"Version {wanted.Version} of {wanted.Name} is needed, but {newest} has only {VersionOf(newest)}."
            )
            : context.LoadFromAssemblyPath(newest);
    }

    private nint ResolveNative(Assembly assembly, string name)
    {
        foreach (var file in (string[])[$"lib{name}.so", $"{name}.so", name])
            if (NativeLibrary.TryLoad(Path.Combine(Root, "lib", file), out var library))
                return library;
        return 0;
    }

    // A shared store keeps one folder for each processor: dotnetcore/store/x64/…
    private static bool IsForThisProcessor(string path)
    {
        var other = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "x64" : "arm64";
        return !path.Contains($"/store/{other}/", StringComparison.Ordinal);
    }

    private static Version VersionOf(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file).Version ?? new Version();
        }
        catch (BadImageFormatException)
        {
            // A native library, or damaged: loading it says so, if nothing else has the name.
            return new Version();
        }
    }

    // Many packages, the AWS SDK's among them, keep the assembly version over many releases.
    private static Version FileVersionOf(string file)
    {
        var version = FileVersionInfo.GetVersionInfo(file);
        return new Version(version.FileMajorPart, version.FileMinorPart, version.FileBuildPart, version.FilePrivatePart);
    }
}
