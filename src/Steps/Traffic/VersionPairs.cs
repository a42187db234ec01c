using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Traffic;

/// <summary>The two versions of a function between which a release shifts the traffic.</summary>
public sealed class VersionPairs(ReleaseLedger ledger, Journal journal, AliasResource aliases)
{
    public async Task<VersionPair> FindAsync(ReleaseReference release, string function, string alias)
    {
        var name = new AliasName(function, alias).ToString();
        var @new = await ledger.VersionAsync(release, function);
        // Once the shift has begun, the journal knows what stood there before it.
        var entry = await journal.FindAsync(release, JournalPhase.Traffic, new ResourceId(ResourceKinds.Alias, name));
        var old = (entry is null ? (await aliases.ReadAsync(name)).State : aliases.Parse(entry.Before))?.Version;
        return new VersionPair(function, @new, old == @new ? null : old);
    }
}

/// <param name="Old">Null when there is nothing to compare with: a new function, or a version that had the traffic already.</param>
public sealed record VersionPair(string Function, string New, string? Old)
{
    /// <summary>Where the alias sends its calls while the new versions have a share.</summary>
    public AliasTarget TargetAt(int percent) =>
        Old is null || percent >= 100
            ? AliasTarget.AllTo(New)
            : new AliasTarget(Old, new SortedDictionary<string, double>(StringComparer.Ordinal) { [New] = percent / 100.0 });
}
