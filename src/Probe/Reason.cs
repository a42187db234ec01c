using System.Reflection;

namespace CodeRipple.Workflow.Probe;

/// <summary>Why something could not be loaded, for a person.</summary>
internal static class Reason
{
    public static string Of(Exception e) =>
        e switch
        {
            TypeInitializationException { InnerException: { } inner } =>
                $"the class constructor of {((TypeInitializationException)e).TypeName} failed: {Of(inner)}",
            TargetInvocationException { InnerException: { } inner } => Of(inner),
            ReflectionTypeLoadException types => string.Join(" ", types.LoaderExceptions.OfType<Exception>().Select(Of).Distinct()),
            FileNotFoundException { FileName: { Length: > 0 } missing } when !missing.Contains('/') =>
                $"assembly {new AssemblyName(missing).Name} is missing: there is no {new AssemblyName(missing).Name}.dll in any layer of the function",
            // The runtime wraps what the search in the layers found out.
            FileLoadException { InnerException: FileLoadException inner } => Of(inner),
            _ => $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ").Trim()}",
        };
}
