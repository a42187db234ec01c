using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>That a function exists at all, and which release made it: a tag tells, so that somebody else's function of the same name is never taken for ours.</summary>
public sealed class FunctionExistence(LambdaFunctions functions) : IJournaledResource
{
    public string Kind => ResourceKinds.Function;

    /// <summary>The state of a function that a release has created.</summary>
    public static JsonNode MadeBy(ReleaseReference release) => State(LambdaFunctions.OriginOf(release));

    public async Task<JsonNode?> ReadAsync(string name) =>
        await functions.FindOriginAsync(name) is { } origin ? State(origin) : null;

    public Task RestoreAsync(string name, JsonNode? before) => before is null
        ? functions.DeleteAsync(name)
        : throw new RollbackIncompleteException($"Function {name} was deleted by somebody else during the release; it cannot be brought back");

    /// <exception cref="DriftDetectedException">There is a function of this name that the release has not created.</exception>
    public async Task DemandAbsentOrOwnAsync(string name, ReleaseReference release)
    {
        if (await ReadAsync(name) is { } live && !JsonNode.DeepEquals(live, MadeBy(release)))
            throw new DriftDetectedException(
                $"Function {name} did not exist when release {release.Id} was planned, and now there is one that somebody else has created: {live.ToJsonString()} instead of {MadeBy(release).ToJsonString()}. The release leaves it alone and stops; find out whose it is.");
    }

    private static JsonNode State(string origin) => new JsonObject { ["createdBy"] = origin };
}

/// <summary>Configuration of <c>$LATEST</c>.</summary>
public sealed class FunctionConfigurationResource(LambdaFunctions functions) : IJournaledResource
{
    public string Kind => ResourceKinds.FunctionConfiguration;

    public bool HasRevision => true;

    public async Task<JsonNode?> ReadAsync(string name) =>
        await functions.FindReadyAsync(name) is { } live ? FunctionSettings.Of(live).ToJson() : null;

    public async Task RestoreAsync(string name, JsonNode? before)
    {
        if (before is not null)
            await functions.UpdateConfigurationAsync(name, FunctionSettings.FromJson(before), revision: null);
    }
}

/// <summary>Code of <c>$LATEST</c>. The release bucket keeps every zip that a release replaced.</summary>
public sealed class FunctionCodeResource(LambdaFunctions functions) : IJournaledResource
{
    public string Kind => ResourceKinds.FunctionCode;

    public bool HasRevision => true;

    public async Task<JsonNode?> ReadAsync(string name) =>
        await functions.FindReadyAsync(name) is { } live ? CodeIdentity.Of(live).ToJson() : null;

    public async Task RestoreAsync(string name, JsonNode? before)
    {
        if (before is null)
            return;
        var code = CodeIdentity.FromJson(before);
        await functions.UpdateCodeAsync(name, code.Architecture, code.ObjectKey, revision: null);
    }
}
