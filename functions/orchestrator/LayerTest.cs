using System.Reflection;
using System.Text.Json;
using CodeRipple.Agents;

namespace CodeRipple.Functions.Orchestrator;

/// <summary>Answers <c>{"test_type": "layer_functionality", "validate_imports": true}</c>: loads what the layers must hold.</summary>
internal static class LayerTest
{
    // Of the layers this function has; the host looks only for what the function's dependency file names.
    private static readonly string[] Needed = ["CodeRipple", "AWSSDK.Core", "AWSSDK.DynamoDBv2"];

    public static bool IsAsked(JsonElement received) =>
        received.ValueKind == JsonValueKind.Object
        && received.TryGetProperty("test_type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString() == "layer_functionality";

    public static LayerAnswer Run()
    {
        var loaded = new Dictionary<string, LoadedAssembly>();
        try
        {
            foreach (var name in Needed)
            {
                var assembly = Assembly.Load(name);
                loaded[name] = new LoadedAssembly(Health.VersionOf(assembly), assembly.Location);
            }

            return new LayerAnswer("success", true, AllAgents.Names, loaded, null);
        }
        catch (Exception problem) when (problem is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return new LayerAnswer("error", false, [], loaded, problem.Message);
        }
    }
}
