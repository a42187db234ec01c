using System.Runtime.InteropServices;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>Remembers on what each function version ran, once each.</summary>
internal sealed class RuntimesUsed
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, RuntimeUsed> _used = new(StringComparer.Ordinal);

    /// <summary>This machine's architecture in Lambda's words.</summary>
    public static string Machine { get; } =
        RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x86_64",
            Architecture.Arm64 => "arm64",
            var other => other.ToString().ToLowerInvariant(),
        };

    public IReadOnlyList<RuntimeUsed> Snapshot()
    {
        lock (_lock)
            return [.. _used.Values];
    }

    public void Add(FunctionVersion function, Interpreter? interpreter)
    {
        var used = new RuntimeUsed(
            function.FunctionName,
            function.Version,
            function.Runtime,
            function.Architecture,
            interpreter is null ? null : $"{interpreter.Name} {interpreter.Version}",
            Machine,
            function.Architecture == Machine && interpreter?.IsOf(function.RuntimeVersion()) != false
        );
        lock (_lock)
            _used[$"{function.FunctionName}:{function.Version}:{function.Runtime}"] = used;
    }
}
