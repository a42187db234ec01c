using System.Collections.Concurrent;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>Layer versions as one plan finds them; each is read once.</summary>
public sealed class LayerShelf(LambdaLayers layers)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<LayerVersion?>>> _read = new();

    /// <returns>Null when it does not exist, or its owner does not share it.</returns>
    public Task<LayerVersion?> FindAsync(string versionArn) =>
        _read.GetOrAdd(versionArn, arn => new Lazy<Task<LayerVersion?>>(() => layers.ReadAsync(arn))).Value;

    /// <returns>Those that do not exist, or whose owner does not share them.</returns>
    public async Task<IReadOnlyList<string>> FindLostAsync(IEnumerable<string> versionArns)
    {
        var lost = new List<string>();
        foreach (var arn in versionArns)
            if (await FindAsync(arn) is null)
                lost.Add(arn);
        return lost;
    }
}
