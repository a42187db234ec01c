using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A policy of IAM or of a resource, as far as checks ask it. Conditions are seen but not weighed.</summary>
public sealed record PolicyDocument(IReadOnlyList<PolicyStatement> Statements)
{
    public static PolicyDocument Empty { get; } = new([]);

    /// <param name="text">JSON, URL-encoded as IAM answers it or plain.</param>
    public static PolicyDocument Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return Empty;
        var root = JsonNode.Parse(text.StartsWith('%') ? Uri.UnescapeDataString(text) : text);
        return new PolicyDocument([.. Items(root?["Statement"]).OfType<JsonObject>().Select(PolicyStatement.Of)]);
    }

    /// <summary>Whether a statement allows the action on the resource and none forbids it outright.</summary>
    public bool Allows(string action, string resource) =>
        Statements.Any(s => s.IsAllow && s.Covers(action, resource))
        && !Statements.Any(s => !s.IsAllow && !s.HasCondition && s.Covers(action, resource));

    // A statement, action or resource that is the only one need not stand in a list.
    internal static IEnumerable<JsonNode?> Items(JsonNode? node) =>
        node is JsonArray array ? array : Enumerable.Repeat(node, node is null ? 0 : 1);
}

/// <param name="Principals">Services and accounts; <c>*</c> = everybody.</param>
/// <param name="Sources">Values of conditions on aws:SourceArn.</param>
public sealed partial record PolicyStatement(
    string Name,
    bool IsAllow,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> NotActions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> NotResources,
    IReadOnlyList<string> Principals,
    bool HasCondition,
    IReadOnlyList<string> Sources
)
{
    // Conditions that say who may call, whoever the principal is.
    private static readonly string[] CallerConditions =
    [
        "aws:SourceArn",
        "aws:SourceAccount",
        "aws:PrincipalOrgID",
        "aws:PrincipalAccount",
        "aws:SourceOwner",
        "aws:PrincipalArn",
    ];

    /// <summary>Whether nothing but conditions that name no caller stands between everybody and the resource.</summary>
    public bool IsPublic { get; init; }

    public bool Covers(string action, string resource) =>
        (Actions.Any(a => Matches(a, action)) || NotActions.Count > 0 && !NotActions.Any(a => Matches(a, action)))
        && (
            Resources.Count + NotResources.Count == 0
            || Resources.Any(r => Matches(r, resource))
            || NotResources.Count > 0 && !NotResources.Any(r => Matches(r, resource))
        );

    internal static PolicyStatement Of(JsonObject statement)
    {
        var conditions = statement["Condition"] is JsonObject operators
            ? operators.SelectMany(o => (o.Value as JsonObject) ?? []).ToList()
            : [];
        var principals = statement["Principal"] is JsonObject kinds
            ? kinds.SelectMany(k => Texts(k.Value)).ToList()
            : Texts(statement["Principal"]);
        var isAllow = Texts(statement["Effect"]) is ["Allow"];
        return new PolicyStatement(
            Texts(statement["Sid"]).FirstOrDefault() ?? "(without Sid)",
            isAllow,
            Texts(statement["Action"]),
            Texts(statement["NotAction"]),
            Texts(statement["Resource"]),
            Texts(statement["NotResource"]),
            principals,
            conditions.Count > 0,
            [.. conditions.Where(c => c.Key.Equals("aws:SourceArn", StringComparison.OrdinalIgnoreCase)).SelectMany(c => Texts(c.Value))]
        )
        {
            IsPublic =
                isAllow
                && (principals.Contains("*") || statement.ContainsKey("NotPrincipal"))
                && !conditions.Any(c => CallerConditions.Contains(c.Key, StringComparer.OrdinalIgnoreCase)),
        };
    }

    /// <summary>Whether a pattern with <c>*</c> and <c>?</c> covers a value.</summary>
    public static bool Matches(string pattern, string value) =>
        Regex.IsMatch(
            value,
            "^" + Wildcard().Replace(Regex.Escape(pattern), m => m.Value == @"\*" ? ".*" : ".") + "$",
            RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        );

    private static List<string> Texts(JsonNode? node) =>
        [.. PolicyDocument.Items(node).Where(n => n?.GetValueKind() == JsonValueKind.String).Select(n => n!.GetValue<string>())];

    [GeneratedRegex(@"\\\*|\\\?")]
    private static partial Regex Wildcard();
}
