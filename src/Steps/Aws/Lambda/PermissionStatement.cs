using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A statement in the policy of a function or alias.</summary>
/// <param name="Principal">A service such as <c>events.amazonaws.com</c>, an account or role, or <c>*</c>.</param>
/// <param name="SourceArn">Pattern of what may invoke in the principal's name; null = anything of it.</param>
public sealed record PermissionStatement(string Id, string Principal, string Action, string? SourceArn, string? SourceAccount)
{
    public const string Apis = "apigateway.amazonaws.com";

    /// <summary>Whether it holds for calls of a function URL only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ViaUrl { get; init; }

    /// <summary>Whether a release made it: the id is that of the source.</summary>
    [JsonIgnore]
    public bool IsOurs => SourceArn is { } source && this == For(Principal, source);

    /// <summary>That a source of a service may invoke. The same source always gets the same statement id.</summary>
    public static PermissionStatement For(string service, string sourceArn) =>
        new($"release-{Sha256.Of(sourceArn).Prefix(16)}", service, "lambda:InvokeFunction", sourceArn, SourceAccount: null);

    /// <summary>What it adds to the length of a policy.</summary>
    public int BytesOn(string functionArn) =>
        Encoding.UTF8.GetByteCount(
            $$$$"""
            {"Sid":"{{{{Id}}}}","Effect":"Allow","Principal":{"Service":"{{{{Principal}}}}"},"Action":"{{{{Action}}}}","Resource":"{{{{functionArn}}}}","Condition":{"ArnLike":{"AWS:SourceArn":"{{{{SourceArn}}}}"}}},
            """
        );

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
        )
        {
            ViaUrl = conditions["lambda:FunctionUrlAuthType"].Any() || conditions["lambda:InvokedViaFunctionUrl"].Any(),
        };
    }

    private static string PrincipalOf(JsonNode? principal) =>
        principal switch
        {
            JsonObject kinds => First(kinds.First().Value) ?? "",
            _ => First(principal) ?? "",
        };

    private static string? First(JsonNode? value) => value is JsonArray list ? list.FirstOrDefault()?.ToString() : value?.ToString();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PermissionStatement))]
internal sealed partial class PermissionStatementJson : JsonSerializerContext;
