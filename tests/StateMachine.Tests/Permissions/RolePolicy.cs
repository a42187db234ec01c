using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>What template.yaml allows.</summary>
internal static class RolePolicy
{
    public static IReadOnlyList<string> ActionsOf(string stepOrRole) =>
        [.. StatementsOf(stepOrRole).SelectMany(statement => Listed(statement["Action"]!)).Distinct()];

    /// <summary>Logical id of the role that a state machine runs with.</summary>
    public static string RoleOf(string machine) => Template.Named(Properties(machine)["Role"])!;

    public static JsonNode Properties(string resource) => Template.Resources[resource]!["Properties"]!;

    /// <summary>The statements of a step or a role: its own, and those of the managed policies that it shares with others.</summary>
    public static IEnumerable<JsonNode> StatementsOf(string stepOrRole) =>
        Policies(stepOrRole, "Policies")
            .Concat(Policies(stepOrRole, "ManagedPolicyArns"))
            .SelectMany(policy => Document(policy)["Statement"]!.AsArray())
            .Select(statement => statement!);

    private static IEnumerable<JsonNode> Policies(string resource, string property) =>
        (Properties(resource)[property] as JsonArray ?? []).Select(policy => policy!);

    private static JsonNode Document(JsonNode policy) =>
        Template.Named(policy) is { } managed ? Properties(managed)["PolicyDocument"]! : policy["PolicyDocument"] ?? policy;

    private static IEnumerable<string> Listed(JsonNode value) =>
        value is JsonArray many ? many.Select(one => (string)one!) : [(string)value!];
}
