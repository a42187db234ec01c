using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A statement in the policy of a function or alias.</summary>
/// <param name="Principal">A service such as <c>events.amazonaws.com</c>, an account or role, or <c>*</c>.</param>
/// <param name="SourceArn">Pattern of what may invoke in the principal's name; null = anything of it.</param>
public sealed record PermissionStatement(string Id, string Principal, string Action, string? SourceArn, string? SourceAccount)
{
    /// <summary>That a source of a service may invoke. The same source always gets the same statement id.</summary>
    public static PermissionStatement For(string service, string sourceArn) =>
        new($"release-{Sha256.Of(sourceArn).Prefix(16)}", service, "lambda:InvokeFunction", sourceArn, SourceAccount: null);

    public static PermissionStatement Of(JsonObject statement)
    {
        var conditions = (statement["Condition"]?.AsObject() ?? [])
            .SelectMany(c => c.Value!.AsObject())
            .ToLookup(c => c.Key, c => First(c.Value), StringComparer.OrdinalIgnoreCase);
        return new PermissionStatement(
            statement["Sid"]?.GetValue<string>() ?? "",
            PrincipalOf(statement["Principal"]),
            First(statement["Action"]) ?? "",
            conditions["aws:SourceArn"].FirstOrDefault(),
            conditions["aws:SourceAccount"].FirstOrDefault()
        );
    }

    private static string PrincipalOf(JsonNode? principal) =>
        principal switch
        {
            JsonObject kinds => First(kinds.First().Value) ?? "",
            _ => First(principal) ?? "",
        };

    private static string? First(JsonNode? value) =>
        value is JsonArray list ? list.FirstOrDefault()?.GetValue<string>() : value?.GetValue<string>();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PermissionStatement))]
internal sealed partial class PermissionStatementJson : JsonSerializerContext;
