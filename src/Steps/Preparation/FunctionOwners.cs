using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// Stacks and applications share an account: whose a function is, its tag says. One that is another's is left alone, unless the request
/// says that it moves.
/// </summary>
public sealed class FunctionOwners(ReleaseLock @lock, StepSettings settings)
{
    public static IEnumerable<PlannedRisk> FindRisks(IReadOnlyList<PlannedFunction> functions) =>
        functions.Where(IsOfAnother).Select(RiskOf);

    /// <summary>Functions that are to move while their owner releases them.</summary>
    public async Task<IReadOnlyList<RequestError>> FindErrorsAsync(ReleasePlan plan, IReadOnlyList<PlannedFunction> functions)
    {
        var errors = new List<RequestError>();
        foreach (var (index, function) in functions.Index().Where(f => IsOfAnother(f.Item)))
            if (plan.Request.Accept.Contains(RiskOf(function).Name) && await FindHolderAsync(function.Owner!, plan.Release) is { } holder)
                errors.Add(
                    new RequestError(
                        $"/functions/{index}",
                        $"\"{function.Name}\" belongs to {function.Owner}, and {holder} is under way there; release it when that has ended"
                    )
                );
        return errors;
    }

    /// <summary>What people should know of functions that were nobody's; null when there are none.</summary>
    public static string? DescribeClaims(IReadOnlyList<PlannedFunction> functions, FunctionOwner owner)
    {
        var names = functions.Where(f => f is { Claim: true, Owner: null }).Select(f => f.Name).ToList();
        var (list, are) = (string.Join(", ", names), names.Count == 1 ? "is" : "are");
        return names.Count == 0 ? null : $"No tag {FunctionOwner.Tag} says whose {list} {are}: from this release on, {owner}'s";
    }

    private static bool IsOfAnother(PlannedFunction function) => function is { Claim: true, Owner: not null };

    private static PlannedRisk RiskOf(PlannedFunction function) =>
        new(
            $"{PlannedRisk.OwnedByOther}:{function.Name}",
            $"Function {function.Name} belongs to {function.Owner} (its tag {FunctionOwner.Tag}: application/environment@stack). "
                + "Release it there, or give it another name here; or let it move here, and take it out of the releases there."
        );

    // The lock of another stack is in a table of its own; there the owner finds the tag changed and stops.
    private async Task<string?> FindHolderAsync(string tag, ReleaseReference release) =>
        FunctionOwner.Parse(tag) is { } owner
        && owner.Stack == settings.Stack
        && await @lock.FindAsync(release with { Application = owner.Application, Environment = owner.Environment })
            is { IsFree: false } held
            ? held.Owner
            : null;
}
