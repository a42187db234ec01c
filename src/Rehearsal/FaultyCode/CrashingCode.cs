using System.Text;

namespace CodeRipple.Workflow.Rehearsal.FaultyCode;

/// <summary>A function's package with an entry point that fails as soon as the runtime loads it.</summary>
internal static class CrashingCode
{
    private const string Words = "broken on purpose by coderipple rehearse";

    /// <param name="handler">Names the entry point, in the form that the runtime asks for.</param>
    public static byte[] Of(byte[] package, string runtime, string handler)
    {
        var (file, content) = runtime switch
        {
            _ when runtime.StartsWith("dotnet", StringComparison.Ordinal) => (handler.Split(':')[0] + ".dll", Words),
            _ when runtime.StartsWith("python", StringComparison.Ordinal) => (
                Module(handler).Replace('.', '/') + ".py",
                $"raise RuntimeError('{Words}')\n"
            ),
            _ when runtime.StartsWith("nodejs", StringComparison.Ordinal) => (
                NodeFile(package, Module(handler)),
                $"throw new Error('{Words}');\n"
            ),
            _ when runtime.StartsWith("ruby", StringComparison.Ordinal) => (Module(handler) + ".rb", $"raise '{Words}'\n"),
            _ when runtime.StartsWith("provided", StringComparison.Ordinal) => ("bootstrap", $"#!/bin/sh\necho {Words} >&2\nexit 1\n"),
            _ => ("", ""),
        };
        // Of other runtimes nothing is known but that they cannot start without any code.
        return file.Length == 0
            ? ZipEdit.Only("README", Encoding.UTF8.GetBytes(Words))
            : ZipEdit.Put(package, file, Encoding.UTF8.GetBytes(content));
    }

    /// <summary>The handler without its last part, which names the function in the module.</summary>
    private static string Module(string handler) => handler.LastIndexOf('.') is > 0 and var dot ? handler[..dot] : handler;

    private static string NodeFile(byte[] package, string module) =>
        ZipEdit.Names(package).FirstOrDefault(n => n == $"{module}.js" || n == $"{module}.mjs" || n == $"{module}.cjs") ?? $"{module}.js";
}
