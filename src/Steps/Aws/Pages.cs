namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Reads answers that come in pages.</summary>
internal static class Pages
{
    /// <summary>The items of all pages.</summary>
    /// <param name="read">Reads the page of a token, null for the first; answers its items and the next page's token, if any.</param>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> read)
    {
        var found = new List<T>();
        await AnyAsync<T>(
            read,
            items =>
            {
                found.AddRange(items);
                return false;
            }
        );
        return found;
    }

    /// <summary>Whether one of the pages has something; those after it are not read.</summary>
    public static async Task<bool> AnyAsync<T>(
        Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> read,
        Func<IEnumerable<T>, bool> has
    )
    {
        string? next = null;
        do
        {
            (var items, next) = await read(next);
            if (has(items ?? []))
                return true;
        } while (next is { Length: > 0 });
        return false;
    }
}
