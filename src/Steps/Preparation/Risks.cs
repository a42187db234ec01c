using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>Holds the risks of a plan against those that the request accepts.</summary>
internal static class Risks
{
    /// <returns>A warning for each risk: the request accepts them all.</returns>
    /// <exception cref="RisksNotAcceptedException">The request does not accept them all.</exception>
    public static IReadOnlyList<string> Accept(ReleaseRequest request, IEnumerable<PlannedRisk> risks)
    {
        var all = risks.OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
        var refused = all.Where(r => !request.Accept.Contains(r.Name)).ToList();
        return refused.Count == 0 ? [.. all.Select(r => $"Accepted: {r.Text}")] : throw new RisksNotAcceptedException(refused);
    }
}
