using System.Globalization;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>What is to be said of one part; what is empty is left out.</summary>
internal sealed class ApiFacts : Dictionary<string, string>
{
    public const string Uri = "integration";

    // API Gateway fills these in where nothing is said.
    private const int DefaultTimeout = 29_000,
        DefaultCacheTime = 300;
    private const string DefaultPassthrough = "when_no_match";

    // Two responses with one pattern: an export has only one of them.
    public const string NotComparable = "?";

    public static readonly HashSet<string> OfIntegrations =
    [
        "integration type",
        Uri,
        "integration method",
        "credentials",
        "connection",
        "passthrough behavior",
        "content handling",
        "time-out",
        "transfer mode",
        "request parameters",
        "request templates",
        "responses",
    ];

    public ApiFacts()
        : base(StringComparer.Ordinal) { }

    public void Add(string fact, string? value, string byDefault = "")
    {
        if (!string.IsNullOrEmpty(value) && value != byDefault)
            this[fact] = value;
    }

    public void AddIntegration(
        string type,
        string? uri,
        string? method,
        string? credentials,
        string? connection,
        string? passthrough,
        string? contentHandling,
        int? timeout,
        string? transferMode
    )
    {
        var kind = type.ToLowerInvariant();
        Add("integration type", kind);
        Add(Uri, uri);
        Add("integration method", kind == "mock" ? null : method);
        Add("credentials", credentials);
        Add("connection", connection);
        Add("passthrough behavior", passthrough?.ToLowerInvariant(), DefaultPassthrough);
        Add("content handling", contentHandling);
        Add("time-out", (timeout ?? DefaultTimeout).ToString(CultureInfo.InvariantCulture), $"{DefaultTimeout}");
        Add("transfer mode", transferMode?.ToUpperInvariant(), "BUFFERED");
    }

    public void AddResponses(string type, IEnumerable<(string Pattern, string Text)> responses)
    {
        // What a proxy integration answers is not mapped; consoles and tools leave responses there that mean nothing.
        if (type.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase))
            return;
        var all = responses.OrderBy(r => r.Pattern, StringComparer.Ordinal).ToList();
        var unique = all.DistinctBy(r => r.Pattern).Count() == all.Count;
        Add("responses", unique ? string.Join('\n', all.Select(r => $"{r.Pattern}: {r.Text}")) : NotComparable);
    }

    public void AddAuthorizer(
        string type,
        string? uri,
        string? credentials,
        int? cacheTime,
        string? expression,
        string? source,
        IEnumerable<string>? providers
    )
    {
        Add("type", type.ToUpperInvariant());
        Add("uri", uri);
        Add("credentials", credentials);
        Add("cache time", (cacheTime ?? DefaultCacheTime).ToString(CultureInfo.InvariantCulture));
        Add("validation expression", expression);
        Add("identity source", source is null ? null : string.Join(", ", source.Split(',', StringSplitOptions.TrimEntries)));
        Add("providers", string.Join(" ", (providers ?? []).Order(StringComparer.Ordinal)));
    }
}
