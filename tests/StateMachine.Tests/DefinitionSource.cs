using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>The hand-written YAML of a definition; the JSON that AWS reads is generated from it.</summary>
internal static class DefinitionSource
{
    // As in Docker Compose files: for readers and for anchors, not part of the result.
    private const string ExtensionPrefix = "x-";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The sources as JSON: anchors resolved, extensions still there.</summary>
    public static IReadOnlyList<Definition> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.Path("src/StateMachine"), "*.asl.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => new Definition(Path.GetFileName(file).Split('.')[0], TemplateFile.Read(file))),
    ];

    public static TheoryData<string> Names => [.. All.Select(d => d.Name)];

    public static Definition Of(string name) => All.Single(d => d.Name == name);

    public static string ToJson(Definition source)
    {
        var definition = source with { Root = source.Root.DeepClone().AsObject() };
        foreach (var body in definition.States.Select(s => s.Body).Append(definition.Root).ToList())
            RemoveExtensions(body);
        return definition.Root.ToJsonString(Format) + "\n";
    }

    private static void RemoveExtensions(JsonObject body)
    {
        foreach (var name in body.Select(p => p.Key).Where(k => k.StartsWith(ExtensionPrefix, StringComparison.Ordinal)).ToList())
            body.Remove(name);
    }
}
