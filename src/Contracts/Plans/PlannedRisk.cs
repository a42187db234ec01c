namespace CodeRipple.Workflow.Contracts;

/// <summary>Harm that a release may do, known before it begins. The release goes on only if its request accepts the risk by name.</summary>
/// <param name="Name">Kind and place, as in <c>not-reversible:shop-orders</c>.</param>
/// <param name="Text">What is there, what would happen, and what to do instead.</param>
public sealed record PlannedRisk(string Name, string Text)
{
    /// <summary>Kind of the risk that a function is taken from its owner.</summary>
    public const string OwnedByOther = "owned-by-other";

    public override string ToString() => $"{Text} (\"{Name}\")";
}
