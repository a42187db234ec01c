using System.Reflection;

namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>
/// Which permissions the operations of one service need, from Actions/<c>service</c>.txt. A line reads
/// <c>Operation[,Operation…] action resource [condition:key=value…] [?field|!field…]</c>; action <c>-</c> is the operation's own name,
/// <c>none</c> needs no
/// permission, operation <c>*</c> is every one. An operation on several lines needs all of them. <c>@ prefix</c> stands before
/// resources that begin with a letter. Fields are those of <see cref="RequestFields"/>, in <see cref="FieldTemplate"/>s.
/// </summary>
/// <remarks>From the Service Authorization Reference: https://docs.aws.amazon.com/service-authorization/latest/reference/</remarks>
internal sealed class PermissionTable
{
    private static readonly Lazy<Dictionary<string, PermissionTable>> Tables = new(LoadAll);
    private readonly Dictionary<string, List<PermissionRule>> _rules = [];

    public static IEnumerable<string> Services => Tables.Value.Keys;

    public IEnumerable<PermissionRule> Rules => _rules.Values.SelectMany(rules => rules);

    /// <summary>Null when the service has no table.</summary>
    public static PermissionTable? For(string service) => Tables.Value.GetValueOrDefault(service);

    public static PermissionTable Parse(string service, IEnumerable<string> lines)
    {
        var table = new PermissionTable();
        var prefix = "";
        foreach (
            var words in lines
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 0 && words[0][0] != '#')
        )
        {
            if (words[0] == "@")
                prefix = words[1];
            else
                table.Add(service, prefix, words);
        }

        return table;
    }

    public bool Knows(string operation) => _rules.ContainsKey(operation) || _rules.ContainsKey("*");

    /// <summary>Null when the table does not know the operation.</summary>
    public IReadOnlyList<PermissionRule>? RulesOf(string operation) => _rules.GetValueOrDefault(operation) ?? _rules.GetValueOrDefault("*");

    /// <summary>Null when the table does not know the operation; empty when it needs no permission.</summary>
    public IReadOnlyList<Need>? Needs(string operation, RequestFields fields)
    {
        return RulesOf(operation) is { } rules ? [.. rules.SelectMany(rule => rule.Needs(fields))] : null;
    }

    private void Add(string service, string prefix, string[] words)
    {
        var resource = words.Length < 3 ? "*" : words[2];
        if (char.IsAsciiLetter(resource[0]) && !resource.StartsWith("arn:", StringComparison.Ordinal))
            resource = prefix + resource;
        foreach (var operation in words[0].Split(','))
        {
            var action = words[1] == "-" ? $"{service}:{operation}" : words[1];
            if (!_rules.TryGetValue(operation, out var rules))
                _rules[operation] = rules = [];
            rules.Add(PermissionRule.Parse(action, resource, words.Skip(3)));
        }
    }

    private static Dictionary<string, PermissionTable> LoadAll()
    {
        const string prefix = "permissions/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => (Service: Path.GetFileNameWithoutExtension(name[prefix.Length..]), Name: name))
            .ToDictionary(table => table.Service, table => Parse(table.Service, ReadLines(assembly, table.Name)));
    }

    private static string[] ReadLines(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
