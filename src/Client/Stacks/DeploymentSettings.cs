using System.Text.RegularExpressions;
using Tomlyn;
using Tomlyn.Model;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>What samconfig.toml says of the deployment of one environment: the same as <c>sam deploy --config-env</c> reads.</summary>
internal sealed partial record DeploymentSettings(
    string? StackName,
    string? Region,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Tags
)
{
    public const string FileName = "samconfig.toml";

    // What is said of the command wins over what is said of all commands.
    private static readonly string[] Commands = ["deploy", "global"];

    /// <exception cref="UserErrorException">The file cannot be read, or says nothing of the environment.</exception>
    public static DeploymentSettings Read(string path, string environment)
    {
        var document = Parse(path);
        var tables = Commands.Select(command => Table(document, environment, command, "parameters")).OfType<TomlTable>().ToList();
        if (tables.Count == 0)
            throw new UserErrorException(
                $"{path} has no section [{environment}.deploy.parameters]. Copy the one of another environment and change its name."
            );
        object? Find(string key) => tables.Select(t => t.TryGetValue(key, out var value) ? value : null).FirstOrDefault(v => v is not null);
        return new DeploymentSettings(
            Find("stack_name") as string,
            Find("region") as string,
            Pairs(path, "parameter_overrides", Find("parameter_overrides")),
            Pairs(path, "tags", Find("tags"))
        );
    }

    private static TomlTable Parse(string path)
    {
        try
        {
            return TomlSerializer.Deserialize<TomlTable>(File.ReadAllText(path)) ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TomlException)
        {
            throw new UserErrorException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static TomlTable? Table(TomlTable? table, params string[] path) =>
        path.Aggregate(table, (found, name) => found is not null && found.TryGetValue(name, out var inner) ? inner as TomlTable : null);

    /// <summary>A list of NAME=VALUE, or one text with all of them.</summary>
    private static Dictionary<string, string> Pairs(string path, string key, object? value)
    {
        var texts = value switch
        {
            null => [],
            TomlArray list => list.Select(item => item?.ToString() ?? ""),
            _ => Words().Matches(value.ToString()!).Select(m => m.Value),
        };
        return texts
            .Select(text =>
                Pair().Match(text) is { Success: true } pair
                    ? pair
                    : throw new UserErrorException($"{path}: {key} has \"{text}\", which is not NAME=VALUE.")
            )
            .ToDictionary(pair => pair.Groups["name"].Value, pair => pair.Groups["value"].Value.Trim('"'));
    }

    [GeneratedRegex("""[^\s="]+=(?:"[^"]*"|\S*)|\S+""")]
    private static partial Regex Words();

    [GeneratedRegex("^(?<name>[A-Za-z0-9:/_.-]+)=(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Pair();
}
