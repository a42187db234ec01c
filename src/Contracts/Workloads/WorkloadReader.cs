using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>Turns the workload file into a <see cref="Workload"/>, or says everything that is wrong with it.</summary>
public static partial class WorkloadReader
{
    private static readonly Artifact NotBuiltYet = new() { Sha256 = new string('0', 64), Size = 1 };

    /// <param name="document">The file's content.</param>
    /// <param name="values">Values of the placeholders, by name without <c>${}</c>.</param>
    /// <exception cref="InvalidReleaseRequestException">With every error at once.</exception>
    public static Workload Read(JsonNode? document, IReadOnlyDictionary<string, string> values)
    {
        var errors = new List<RequestError>();
        if (document is JsonObject root)
        {
            document = Substitute(root, "", values, errors);
            document!.AsObject().Remove("$schema");
        }

        errors.AddRange(JsonShape.Check(document, ContractsJson.Default.Workload));
        if (errors.Count > 0)
            throw new InvalidReleaseRequestException(errors);

        var workload = document.Deserialize(ContractsJson.Default.Workload)!;
        var broken = RequestRules.Check(workload.ToRequest("development", _ => NotBuiltYet));
        return broken.Count == 0 ? workload : throw new InvalidReleaseRequestException(broken);
    }

    private static JsonNode? Substitute(
        JsonNode? node,
        string path,
        IReadOnlyDictionary<string, string> values,
        List<RequestError> errors
    ) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(m => KeyValuePair.Create(m.Key, Substitute(m.Value, $"{path}/{m.Key}", values, errors)))
            ),
            JsonArray items => new JsonArray([.. items.Select((item, i) => Substitute(item, $"{path}/{i}", values, errors))]),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonValue.Create(
                Fill(text.GetValue<string>(), path, values, errors)
            ),
            _ => node?.DeepClone(),
        };

    private static string Fill(string text, string path, IReadOnlyDictionary<string, string> values, List<RequestError> errors) =>
        Placeholder()
            .Replace(
                text,
                match =>
                {
                    if (values.TryGetValue(match.Groups[1].Value, out var value))
                        return value;
                    errors.Add(
                        new RequestError(
                            path,
                            $"unknown placeholder {match.Value}; known here: {string.Join(", ", values.Keys.Select(k => $"${{{k}}}"))}"
                        )
                    );
                    return match.Value;
                }
            );

    [GeneratedRegex(@"\$\{([A-Za-z0-9.]+)\}")]
    private static partial Regex Placeholder();
}
