namespace CodeRipple.Workflow.Faults.Tests.Live;

/// <summary>All that a release can change, as AWS shows it.</summary>
internal sealed record LiveState(IReadOnlyDictionary<string, LiveFunction> Functions, IReadOnlyDictionary<LiveResource, string> Resources);

/// <summary>A function as AWS shows it.</summary>
/// <param name="Latest">What <c>$LATEST</c> holds.</param>
internal sealed record LiveFunction(VersionContent Latest, IReadOnlyList<LiveAlias> Aliases)
{
    /// <summary>Everything in one line, for comparison and for messages.</summary>
    public override string ToString() => $"$LATEST {Latest}{string.Concat(Aliases.Select(a => $"; {a}"))}";
}

/// <param name="Others">Versions besides it, with their weights; empty when it has all traffic.</param>
/// <param name="Content">What the version holds.</param>
internal sealed record LiveAlias(string Name, string Version, string Others, VersionContent Content)
{
    public override string ToString() => $"{Name} -> {Version}{(Others.Length > 0 ? $" and {Others}" : "")} {Content}";
}

/// <param name="Code">Code and configuration.</param>
/// <param name="Layers">SHA-256 of the layers' content, in order: two versions of a layer with the same bytes are the same to
/// users.</param>
internal sealed record VersionContent(string Code, string Layers)
{
    public override string ToString() => $"({Code}, layers [{Layers}])";
}
