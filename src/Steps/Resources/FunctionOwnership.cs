using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>Whose a function is that was there before the release. All its other tags stay as they are.</summary>
public sealed class FunctionOwnership(LambdaFunctions functions)
    : JournaledResource<FunctionOwner>(ResourceKinds.FunctionOwner, FunctionOwnerJson.Default.FunctionOwner)
{
    public override async Task<Snapshot<FunctionOwner>> ReadAsync(string name) => new((await functions.FindOwnedAsync(name))?.Owner);

    /// <param name="planned">Whose it was when the release was planned; null = nobody's.</param>
    public Change Claim(string name, FunctionOwner claimant, FunctionOwner? planned) =>
        ChangeBy(
            JournalPhase.Adoption,
            name,
            isMade: owner => owner == claimant,
            make: async current =>
            {
                EnsureOwner(name, current.State, planned);
                await functions.SetOwnerAsync(name, claimant);
                // Tags have no precondition: of two that claim it at once the later one has it.
                EnsureOwner(name, (await ReadAsync(name)).State, claimant);
            },
            target: claimant
        );

    public override Task UpdateAsync(string name, FunctionOwner state, string? revision) => functions.SetOwnerAsync(name, state);

    public override Task DeleteAsync(string name) => functions.ClearOwnerAsync(name);

    /// <exception cref="DriftDetectedException">The function is another one's meanwhile.</exception>
    public static void EnsureOwner(string name, FunctionOwner? owner, FunctionOwner? expected)
    {
        if (owner != expected)
            throw new DriftDetectedException(
                $"Function {name} belongs to {owner?.ToString() ?? "nobody"} since this release was planned; then it belonged to "
                    + $"{expected?.ToString() ?? "nobody"} (tag {FunctionOwner.Tag}). Another release contains it, too; only one may."
            );
    }
}
