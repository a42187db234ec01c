using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodeRipple.Workflow.Probe;

/// <summary>Loads what is asked for and says what happened. A finding is an answer, never an exception.</summary>
internal sealed class LayerProof(LayerAssemblies layers)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public ProbeAnswer Prove(ProbeEvent @event)
    {
        var loaded = new List<LoadedEntry>();
        var failed = new List<FailedEntry>();
        foreach (var (name, load) in Entries(@event))
        {
            // If the process dies now, the log says of what.
            Console.WriteLine($"Loading {name}");
            try
            {
                loaded.Add(load(name));
            }
            catch (Exception e)
            {
                failed.Add(new FailedEntry(name, Reason.Of(e)));
            }
        }

        return new ProbeAnswer(loaded, failed, $"dotnet {Environment.Version}", Machine);
    }

    private static string Machine =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64
            ? "x86_64"
            : RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private IEnumerable<(string Name, Func<string, LoadedEntry> Load)> Entries(ProbeEvent @event) =>
        (@event.Types ?? [])
            .Select(type => (type, (Func<string, LoadedEntry>)Load))
            .Concat((@event.Files ?? []).Select(file => (file, (Func<string, LoadedEntry>)Find)));

    private LoadedEntry Load(string entry)
    {
        var type = TypeName.Parse(entry);
        var assembly = FromLayers(type.AssemblyName?.ToAssemblyName() ?? new AssemblyName(entry));
        if (type.AssemblyName is null)
            assembly.GetExportedTypes();
        else
            Touch(Type.GetType(entry, throwOnError: true)!);
        return new LoadedEntry(entry, assembly.GetName().Version?.ToString(), assembly.Location);
    }

    private Assembly FromLayers(AssemblyName name)
    {
        var assembly = Assembly.Load(name);
        return layers.Contains(assembly.Location)
            ? assembly
            : throw new FileNotFoundException($"{name.Name} is part of .NET itself ({assembly.Location}), it does not come from a layer.");
    }

    private static void Touch(Type type)
    {
        if (!type.ContainsGenericParameters)
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        Resolve(type);
    }

    /// <summary>Finds everything that the type's members and their code mention.</summary>
    private static void Resolve(Type type)
    {
        foreach (var field in type.GetFields(Declared))
            _ = field.FieldType;
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            method.GetParameters();
            MethodCode.Resolve(method);
        }

        // The code of lambdas, iterators and async methods lies in nested types.
        foreach (var nested in type.GetNestedTypes(Declared).Where(t => t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)))
            Resolve(nested);
    }

    private LoadedEntry Find(string entry)
    {
        var file = new FileInfo(Path.Combine(layers.Root, entry.TrimStart('/')));
        if (!file.Exists)
            throw new FileNotFoundException($"There is no {file.FullName}.");
        return file.Length > 0
            ? new LoadedEntry(entry, Version: null, file.FullName)
            : throw new InvalidDataException($"{file.FullName} is empty.");
    }
}
