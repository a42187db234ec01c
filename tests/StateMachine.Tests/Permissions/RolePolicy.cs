using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>What template.yaml allows.</summary>
internal static class RolePolicy
{
    public static IReadOnlyList<string> ActionsOfStep(string step) => ActionsOf(Properties(step)["Policies"]!.AsArray());

    public static IReadOnlyList<string> ActionsOfRole(string role) => ActionsOf(Properties(role)["Policies"]!.AsArray().Select(policy => policy!["PolicyDocument"]));

    /// <summary>Logical id of the role that a state machine runs with.</summary>
    public static string RoleOf(string machine) => Template.Named(Properties(machine)["Role"])!;

    public static JsonNode Properties(string resource) => Template.Resources[resource]!["Properties"]!;

    private static IReadOnlyList<string> ActionsOf(IEnumerable<JsonNode?> policies) =>
        [.. policies.SelectMany(policy => policy!["Statement"]!.AsArray()).SelectMany(statement => Listed(statement!["Action"]!)).Distinct()];

    private static IEnumerable<string> Listed(JsonNode value) => value is JsonArray many ? many.Select(one => (string)one!) : [(string)value!];
}
