namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>One line of a <see cref="PermissionTable"/>: what an operation needs to be allowed.</summary>
/// <param name="Action">Null: anyone may.</param>
/// <param name="Conditions">Fields that must be there (or, with !, must not) for the line to count.</param>
/// <param name="List">The list of the request whose every element has a need of its own.</param>
internal sealed record PermissionRule(
    string? Action,
    string Resource,
    IReadOnlyDictionary<string, string> Context,
    IReadOnlyList<string> Conditions,
    string? List
)
{
    public static PermissionRule Parse(string action, string resource, IEnumerable<string> words)
    {
        var context = new Dictionary<string, string>();
        var conditions = new List<string>();
        foreach (var word in words)
        {
            if (word[0] is '?' or '!')
                conditions.Add(word);
            else
                context.Add(word[..word.IndexOf('=', StringComparison.Ordinal)], word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        }

        var end = resource.IndexOf("[]", StringComparison.Ordinal);
        var list = end < 0 ? null : resource[(resource.LastIndexOf('{', end) + 1)..end];
        return new PermissionRule(action == "none" ? null : action, resource, context, conditions, list);
    }

    public IEnumerable<Need> Needs(RequestFields fields)
    {
        if (Action is null || !Conditions.All(condition => fields.Values(condition[1..]).Count > 0 == (condition[0] == '?')))
            return [];
        return List is null
            ? Keys(fields) ?? [Need(Resource, fields, text => text)!]
            : fields
                .Elements(List)
                .Select(element =>
                    Need(Resource, fields, text => text.Replace(List + "[]", element, StringComparison.Ordinal), optional: true)
                )
                .OfType<Need>();
    }

    /// <summary>A map whose keys are the resources: one need for each.</summary>
    private IEnumerable<Need>? Keys(RequestFields fields)
    {
        var end = Resource.IndexOf("~}", StringComparison.Ordinal);
        if (end < 0)
            return null;
        var start = Resource.LastIndexOf('{', end);
        var field = Resource[start..(end + 2)];
        return fields
            .Values(field.Trim('{', '}'))
            .Select(key => Need(Resource.Replace(field, key, StringComparison.Ordinal), fields, text => text)!);
    }

    private Need? Need(string resource, RequestFields fields, Func<string, string> shape, bool optional = false)
    {
        // What a request does not name could be anything: only a policy for everything allows it.
        var rendered = FieldTemplate.Render(shape(resource), fields) ?? (optional ? null : "*");
        return rendered is null
            ? null
            : new Need(
                FieldTemplate.Render(Action!, fields)!,
                rendered,
                Context
                    .Select(pair => KeyValuePair.Create(pair.Key, Values(shape(pair.Value), fields)))
                    .Where(pair => pair.Value.Length > 0)
                    .ToDictionary(pair => pair.Key, pair => pair.Value)
            );
    }

    private static string[] Values(string template, RequestFields fields) =>
        template.Contains("[]", StringComparison.Ordinal) || template.EndsWith("~}", StringComparison.Ordinal)
            ? [.. fields.Values(template.Trim('{', '}'))]
        : FieldTemplate.Render(template, fields) is { } value ? [value]
        : [];
}
