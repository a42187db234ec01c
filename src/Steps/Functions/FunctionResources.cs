using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>That a function exists at all.</summary>
public sealed class FunctionExistence(LambdaFunctions functions) : IJournaledResource
{
    public string Kind => ResourceKinds.Function;

    public async Task<JsonNode?> ReadAsync(string name) =>
        await functions.FindAsync(name) is null ? null : new JsonObject { ["exists"] = true };

    public Task RestoreAsync(string name, JsonNode? before) => before is null
        ? functions.DeleteAsync(name)
        : throw new RollbackIncompleteException($"Function {name} was deleted by somebody else during the release; it cannot be brought back");
}

/// <summary>Configuration of <c>$LATEST</c>.</summary>
public sealed class FunctionConfigurationResource(LambdaFunctions functions) : IJournaledResource
{
    public string Kind => ResourceKinds.FunctionConfiguration;

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
