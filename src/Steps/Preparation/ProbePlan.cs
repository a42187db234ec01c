using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// Which layers are proven together: as the functions use them, since layers may need one another; then, for every runtime and
/// architecture that a layer is declared for and no function uses, all such layers together.
/// </summary>
internal static class ProbePlan
{
    // Lambda attaches five layers at most.
    private const int LayersPerFunction = 5;

    public static IReadOnlyList<PlannedProbe> For(
        ReleaseRequest request,
        IReadOnlyList<PlannedFunction> functions,
        IReadOnlyList<PlannedLayer> layers,
        string namePrefix
    )
    {
        var changed = functions.Where(f => f.Change != FunctionChange.None).Select(f => request.Function(f.Name));
        var used = changed
            .Where(f => f.Layers.Any(l => request.Layers.Any(layer => layer.Name == l)))
            .Select(f => new Combination(f.Runtime, f.Architecture, f.Layers))
            .DistinctBy(c => c.ToString())
            .ToList();
        var published = layers.Where(l => l.Publish).Select(l => request.Layer(l.Name));
        var unused = published
            .SelectMany(l =>
                l.CompatibleRuntimes.SelectMany(r => l.CompatibleArchitectures.Select(a => (Layer: l.Name, Runtime: r, Architecture: a)))
            )
            .Where(x => !used.Any(c => c.Runtime == x.Runtime && c.Architecture == x.Architecture && c.Layers.Contains(x.Layer)))
            .GroupBy(x => (x.Runtime, x.Architecture))
            .SelectMany(g =>
                g.Select(x => x.Layer).Chunk(LayersPerFunction).Select(names => new Combination(g.Key.Runtime, g.Key.Architecture, names))
            );
        return [.. used.Concat(unused).Select((c, i) => new PlannedProbe($"{namePrefix}{i + 1}", c.Runtime, c.Architecture, c.Layers))];
    }

    private sealed record Combination(string Runtime, string Architecture, IReadOnlyList<string> Layers)
    {
        public override string ToString() => $"{Runtime} {Architecture} {string.Join(' ', Layers)}";
    }
}
