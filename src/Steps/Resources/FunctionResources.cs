using System.Text.Json.Serialization;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>
/// Existence of a function and the release that created it. The creating release is recorded in a tag, so that a function of the same
/// name that somebody else created is never adopted.
/// </summary>
public sealed class FunctionExistence(LambdaFunctions functions)
    : JournaledResource<FunctionOrigin>(ResourceKinds.Function, FunctionOriginJson.Default.FunctionOrigin)
{
    public override async Task<Snapshot<FunctionOrigin>> ReadAsync(string name) =>
        await functions.FindOriginAsync(name) is { } origin ? new(new FunctionOrigin(origin)) : default;

    /// <param name="create">Creates it, in the name of the release.</param>
    public Change Creation(JournalPhase phase, string name, ReleaseReference release, Func<Task> create)
    {
        var made = MadeBy(release);
        return ChangeBy(phase, name, isMade: state => state == made, make: _ => create(), target: made);
    }

    public override Task UpdateAsync(string name, FunctionOrigin state, string? revision) =>
        throw new RollbackIncompleteException(
            $"Function {name} was deleted outside the release while it was running; it cannot be restored"
        );

    public override Task DeleteAsync(string name) => functions.DeleteAsync(name);

    /// <exception cref="DriftDetectedException">There is a function of this name that the release has not created.</exception>
    public async Task EnsureAbsentOrOwnedAsync(string name, ReleaseReference release)
    {
        if ((await ReadAsync(name)).State is { } live && live != MadeBy(release))
            throw new DriftDetectedException(
                $"Function {name} did not exist when release {release.Id} was planned, and now there is one "
                    + $"that was created outside the release: {JsonText.Of(Write(live))} instead of {JsonText.Of(Write(MadeBy(release)))}. "
                    + "The release leaves it alone and stops; find out whose it is."
            );
    }

    private static FunctionOrigin MadeBy(ReleaseReference release) => new(LambdaFunctions.OriginOf(release));
}

public sealed record FunctionOrigin(string CreatedBy);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FunctionOrigin))]
internal sealed partial class FunctionOriginJson : JsonSerializerContext;

/// <summary>Configuration of <c>$LATEST</c>. It goes with its function.</summary>
public sealed class FunctionConfigurationResource(LambdaFunctions functions, EnvironmentSeal seal)
    : JournaledResource<FunctionSettings>(ResourceKinds.FunctionConfiguration, FunctionSettingsJson.Default.FunctionSettings)
{
    public override async Task<Snapshot<FunctionSettings>> ReadAsync(string name) =>
        await functions.FindReadyAsync(name) is { } live
            ? new(await FunctionSettings.OfAsync(live, seal), live.RevisionId, LambdaFunctions.ProblemOf(live))
            : default;

    public override async Task UpdateAsync(string name, FunctionSettings state, string? revision) =>
        await functions.UpdateConfigurationAsync(name, await state.OpenAsync(seal), revision);

    public override Task DeleteAsync(string name) => Task.CompletedTask;
}

/// <summary>Code of <c>$LATEST</c>. The release bucket keeps every zip that a release replaced. It goes with its function.</summary>
public sealed class FunctionCodeResource(LambdaFunctions functions)
    : JournaledResource<CodeIdentity>(ResourceKinds.FunctionCode, FunctionSettingsJson.Default.CodeIdentity)
{
    // Waits until the configuration's update is through, too: its end changes the revision.
    public override async Task<Snapshot<CodeIdentity>> ReadAsync(string name) =>
        await functions.FindReadyAsync(name) is { } live
            ? new(CodeIdentity.Of(live), live.RevisionId, LambdaFunctions.ProblemOf(live))
            : default;

    /// <param name="objectVersion">Version of the artifact; null = the newest.</param>
    /// <param name="save">Puts the zip of the present code where a rollback takes it from.</param>
    public Change ChangeTo(JournalPhase phase, FunctionRequest function, string? objectVersion, Func<CodeIdentity, Task> save)
    {
        var wanted = CodeIdentity.Of(function);
        var key = function.Artifact.ObjectKey;
        var change = ChangeBy(
            phase,
            function.Name,
            isMade: state => state == wanted,
            make: current => functions.UpdateCodeAsync(function.Name, wanted.Architecture, key, objectVersion, current.Revision),
            wanted
        );
        return change with { SaveAsync = state => save(Parse(state)!) };
    }

    public override Task UpdateAsync(string name, CodeIdentity state, string? revision) =>
        functions.UpdateCodeAsync(name, state.Architecture, state.ObjectKey, objectVersion: null, revision);

    public override Task DeleteAsync(string name) => Task.CompletedTask;
}
