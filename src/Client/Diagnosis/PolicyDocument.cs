using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>An IAM policy that a person can attach: one of docs/policies.</summary>
internal sealed record PolicyDocument(string File, IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>What installing the release machine needs: two policies, because of the length that IAM allows.</summary>
    public static IReadOnlyList<PolicyDocument> Install { get; } = [Load("install.json"), Load("install-resources.json")];

    /// <summary>What releasing, and looking at releases, needs.</summary>
    public static PolicyDocument Release { get; } = Load("release.json");

    private static PolicyDocument Load(string name)
    {
        using var stream = typeof(PolicyDocument).Assembly.GetManifestResourceStream($"policies/{name}")!;
        return new PolicyDocument(
            $"docs/policies/{name}",
            [.. JsonNode.Parse(stream)!["Statement"]!.AsArray().Select(s => PolicyStatement.From(s!.AsObject()))]
        );
    }
}

/// <param name="Conditions">Key and value of what must be equal, or like it.</param>
internal sealed record PolicyStatement(
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions
)
{
    private static readonly string[] Comparisons = ["StringEquals", "StringLike"];

    public static PolicyStatement From(JsonObject statement) =>
        new(
            Texts(statement["Action"]),
            Texts(statement["Resource"]),
            Comparisons
                .SelectMany(operation => statement["Condition"]?[operation] as JsonObject ?? [])
                .ToDictionary(c => c.Key, c => Texts(c.Value))
        );

    private static IReadOnlyList<string> Texts(JsonNode? node) =>
        node is JsonArray list ? [.. list.Select(item => (string)item!)] : [(string)node!];
}
