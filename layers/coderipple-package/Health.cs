using System.Reflection;
using System.Text.Json;

namespace CodeRipple;

/// <summary>The answer of every function to <c>{"health": true}</c>: that its code and its layers work together.</summary>
/// <param name="Libraries">The version of each assembly that a layer holds for this function.</param>
public sealed record Health(string Status, string Function, string Version, IReadOnlyDictionary<string, string> Libraries)
{
    public static bool IsAsked(JsonElement received) =>
        received.ValueKind == JsonValueKind.Object
        && received.TryGetProperty("health", out var asked)
        && asked.ValueKind == JsonValueKind.True;

    /// <param name="function">The function's main class.</param>
    /// <param name="name">The function's name.</param>
    /// <param name="layered">A type of each further assembly that layers hold for it.</param>
    public static Health Of(Type function, string name, params IEnumerable<Type> layered) =>
        new(
            "healthy",
            name,
            VersionOf(function.Assembly),
            layered
                .Append(typeof(Health))
                .Select(type => type.Assembly)
                .DistinctBy(assembly => assembly.GetName().Name)
                .ToDictionary(assembly => assembly.GetName().Name!, VersionOf)
        );

    /// <summary>The version of the package: assembly versions stay the same over years of releases.</summary>
    public static string VersionOf(Assembly assembly)
    {
        var version =
            assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? assembly.GetName().Version?.ToString() ?? "unknown";
        return version.EndsWith(".0", StringComparison.Ordinal) && version.Count(character => character == '.') == 3
            ? version[..^2]
            : version;
    }
}
