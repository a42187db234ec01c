namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Does the same with many things, a few of them at a time.</summary>
internal static class Concurrently
{
    public static Task ForEachAsync<T>(IEnumerable<T> items, int atOnce, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (item, _) => await act(item));

    /// <returns>The results in the order of the items.</returns>
    public static async Task<IReadOnlyList<TResult>> SelectAsync<T, TResult>(
        IEnumerable<T> items,
        int atOnce,
        Func<T, Task<TResult>> select
    )
    {
        var all = items.ToList();
        var results = new TResult[all.Count];
        await ForEachAsync(Enumerable.Range(0, all.Count), atOnce, async i => results[i] = await select(all[i]));
        return results;
    }
}
