using System.Reflection;

namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>
/// Method and path to operation name, for one REST service. A line of Operations/*.txt reads
/// <c>METHOD /path/{Parameter}?query&amp;query=value Operation [required-header]</c>; <c>{Key+}</c> takes the rest of the path.
/// </summary>
internal sealed class OperationTable
{
    private static readonly Lazy<Dictionary<string, OperationTable>> Tables = new(LoadAll);
    private readonly OperationRoute[] _routes;

    // The most demanding route comes first: GetObject would take every ListParts.
    private OperationTable(IEnumerable<OperationRoute> routes) => _routes = [.. routes.OrderByDescending(route => route.Weight)];

    /// <summary>Null when the service has no table.</summary>
    public static OperationTable? For(string service) => Tables.Value.GetValueOrDefault(service);

    public static OperationTable Parse(IEnumerable<string> lines) => new(lines.Where(line => line.Length > 0).Select(OperationRoute.Parse));

    public OperationMatch? Find(
        string method,
        IReadOnlyList<string> segments,
        IReadOnlyDictionary<string, string> query,
        Func<string, bool> hasHeader
    )
    {
        foreach (var route in _routes)
        {
            if (route.Match(method, segments, query, hasHeader) is { } parameters)
                return new OperationMatch(route.Operation, parameters);
        }

        return null;
    }

    private static Dictionary<string, OperationTable> LoadAll()
    {
        const string prefix = "operations/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(name => Path.GetFileNameWithoutExtension(name[prefix.Length..]), name => Parse(ReadLines(assembly, name)));
    }

    private static string[] ReadLines(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <param name="Parameters">What the path says, unescaped: FunctionName, Bucket, Key…</param>
internal sealed record OperationMatch(string Operation, IReadOnlyDictionary<string, string> Parameters);
