namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>One line of an <see cref="OperationTable"/>.</summary>
internal sealed record OperationRoute(
    string Method,
    string[] Segments,
    KeyValuePair<string, string>[] Query,
    string? Header,
    string Operation
)
{
    public int Weight => (Query.Length * 100) + (Header is null ? 0 : 50) + Segments.Count(segment => segment[0] != '{');

    private bool TakesRest => Segments.Length > 0 && Segments[^1].EndsWith("+}", StringComparison.Ordinal);

    public static OperationRoute Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.TrimEntries);
        var (path, query) = Cut(words[1], '?');
        return new OperationRoute(
            words[0],
            path.Split('/', StringSplitOptions.RemoveEmptyEntries),
            [
                .. query
                    .Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => KeyValuePair.Create(Cut(pair, '=').Before, Cut(pair, '=').After)),
            ],
            words.Length > 3 ? words[3] : null,
            words[2]
        );
    }

    /// <summary>The path parameters, or null when this is another operation.</summary>
    public Dictionary<string, string>? Match(
        string method,
        IReadOnlyList<string> segments,
        IReadOnlyDictionary<string, string> query,
        Func<string, bool> hasHeader
    )
    {
        if (method != Method || (Header is not null && !hasHeader(Header)) || !HasQuery(query))
            return null;
        if (TakesRest ? segments.Count < Segments.Length : segments.Count != Segments.Length)
            return null;

        var parameters = new Dictionary<string, string>();
        for (var i = 0; i < Segments.Length; i++)
        {
            var name = Segments[i].Trim('{', '}', '+');
            if (TakesRest && i == Segments.Length - 1)
                parameters[name] = string.Join('/', segments.Skip(i));
            else if (Segments[i][0] == '{')
                parameters[name] = segments[i];
            else if (Segments[i] != segments[i])
                return null;
        }

        return parameters;
    }

    private bool HasQuery(IReadOnlyDictionary<string, string> query) =>
        Query.All(wanted => query.TryGetValue(wanted.Key, out var value) && (wanted.Value.Length == 0 || wanted.Value == value));

    private static (string Before, string After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var index and >= 0 ? (text[..index], text[(index + 1)..]) : (text, "");
}
