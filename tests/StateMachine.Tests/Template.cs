using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>template.yaml as JSON: <c>!Ref X</c> is <c>{"Ref": "X"}</c>, <c>!GetAtt X.Y</c> is <c>{"Fn::GetAtt": ["X", "Y"]}</c>.</summary>
internal static class Template
{
    public static JsonObject Resources { get; } = TemplateFile.Read(Repository.Path("template.yaml"))["Resources"]!.AsObject();

    public static IEnumerable<KeyValuePair<string, JsonNode?>> OfType(string type) =>
        Resources.Where(r => r.Value!["Type"]!.GetValue<string>() == type);

    /// <summary>The resource that a Ref or GetAtt names; null for anything else.</summary>
    public static string? Named(JsonNode? value) =>
        (string?)(value as JsonObject)?["Ref"] ?? (string?)(value as JsonObject)?["Fn::GetAtt"]?[0];
}

/// <summary>A target of a rule or schedule, whether it is a resource of template.yaml or SAM makes it of an event of a step.</summary>
/// <param name="Source">Logical id of the rule or schedule.</param>
internal sealed record EventTarget(string Source, bool IsRule, JsonObject Body)
{
    public static async Task<IReadOnlyList<EventTarget>> AllAsync()
    {
        var template = await TransformedTemplate.ReadAsync();
        return
        [
            .. template
                .OfType("AWS::Events::Rule")
                .SelectMany(r => r.Properties["Targets"]!.AsArray().Select(t => new EventTarget(r.Name, true, t!.AsObject()))),
            .. template.OfType("AWS::Scheduler::Schedule").Select(s => new EventTarget(s.Name, false, s.Properties["Target"]!.AsObject())),
        ];
    }

    public string? Resource => Template.Named(Body["Arn"]);

    /// <summary>The step that the event starts, if it is one.</summary>
    public string? Step => Resource is { } name && (string)Template.Resources[name]!["Type"]! == "AWS::Serverless::Function" ? name : null;
}
