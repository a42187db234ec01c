using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// Layers that keep a function from being restored: new ones beside which its old code does not fit, and old ones that are gone. They are
/// left out, and the journal knows that this was the rollback's doing.
/// </summary>
public sealed class LayersInTheWay(Journal journal, FunctionConfigurationResource configuration, LambdaLayers layers)
{
    /// <summary>Takes the new layers off, until the configuration is restored: that comes after the code.</summary>
    /// <returns>false when they are not the release's: somebody else changed the function meanwhile.</returns>
    public async Task<bool> TakeOffAsync(ReleaseReference release, string function)
    {
        var id = new ResourceId(ResourceKinds.FunctionConfiguration, function);
        var live = await configuration.ReadAsync(function);
        if (
            live.State is not { } state
            || await journal.FindAsync(release, JournalPhase.Functions, id) is not { } entry
            || !JsonNode.DeepEquals(configuration.Write(state), entry.Expected)
        )
            return false;
        await UpdateAsync(release, entry, state with { Layers = [] }, live.Revision);
        return true;
    }

    /// <summary>Restores all of a configuration but the layers that are gone.</summary>
    /// <returns>The layers that are gone.</returns>
    public async Task<IReadOnlyList<string>> RestoreOthersAsync(ReleaseReference release, JournalEntry entry, string? revision)
    {
        var before = configuration.Parse(entry.Before)!;
        var there = new List<string>();
        foreach (var arn in before.Layers)
            if (await layers.ReadAsync(arn) is not null)
                there.Add(arn);
        await UpdateAsync(release, entry, before with { Layers = there }, revision);
        return [.. before.Layers.Except(there)];
    }

    private async Task UpdateAsync(ReleaseReference release, JournalEntry entry, FunctionSettings settings, string? revision)
    {
        await journal.ReopenAsync(release, entry, configuration.Write(settings), revision);
        await configuration.UpdateAsync(entry.Resource.Name, settings, revision);
    }
}
