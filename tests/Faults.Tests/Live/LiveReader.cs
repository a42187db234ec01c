using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Live;
using ResourceNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace CodeRipple.Workflow.Faults.Tests.Live;

/// <summary>Reads what is live and what was written down, with AWS's own calls and nothing of the product.</summary>
internal sealed class LiveReader(FaultMachine machine)
{
    private readonly SurroundingsReader _surroundings = new(machine);
    private readonly LedgerReader _ledger = new(machine.Machine.Clients.DynamoDb, machine.Machine.Table);

    private IAmazonLambda Lambda => machine.Machine.Clients.Lambda;

    /// <summary>Everything that a release of the cargo changes.</summary>
    public async Task<LiveState> StateAsync(FaultCargo cargo) => new(await FunctionsAsync(cargo), await _surroundings.ReadAsync(cargo));

    /// <summary>The functions of a cargo; those that do not exist are missing.</summary>
    public async Task<IReadOnlyDictionary<string, LiveFunction>> FunctionsAsync(FaultCargo cargo)
    {
        var found = new SortedDictionary<string, LiveFunction>(StringComparer.Ordinal);
        foreach (var name in cargo.Functions)
            if (await FindAsync(name, qualifier: null) is { } latest)
                found[name] = new LiveFunction(await ContentAsync(latest), await AliasesAsync(name));
        return found;
    }

    /// <summary>What the versions of a cargo must hold once they are live.</summary>
    public static VersionContent Wanted(FaultCargo cargo) => new(
        Describe(FaultCargo.Base64Sha256(cargo.CodeZip), FaultCargo.Runtime, FaultCargo.Handler, cargo.Place.Role, FaultCargo.MemorySize, FaultCargo.Timeout, "", $"RELEASE={cargo.Id}"),
        FaultCargo.Base64Sha256(cargo.LayerZip));

    /// <summary>Functions beside the cargo's that use its layer: probes that were left.</summary>
    public async Task<IReadOnlyList<string>> ProbesAsync(FaultCargo cargo) =>
        [.. (await ProbeReader.ReadAsync(Lambda)).Where(f => (f.Layers ?? []).Any(l => l.Arn.Contains($":{cargo.Layer}:", StringComparison.Ordinal))).Select(f => f.FunctionName)];

    public Task<JsonNode?> RecordAsync(FaultCargo cargo) => _ledger.RecordAsync(cargo.Application, cargo.Id);

    public Task<JsonNode?> CurrentAsync(FaultCargo cargo) => _ledger.CurrentAsync(cargo.Application);

    public Task<IReadOnlyList<JsonNode>> JournalAsync(FaultCargo cargo) => _ledger.JournalAsync(cargo.Application, cargo.Id);

    /// <summary>Who holds the lock; null when nobody does.</summary>
    public Task<string?> LockHolderAsync(FaultCargo cargo) => _ledger.LockHolderAsync(cargo.Application);

    /// <summary>Whether the guardian still has to look after it.</summary>
    public Task<bool> IsOpenAsync(string execution) => _ledger.IsOpenAsync(execution);

    /// <summary>Messages that people got about this release.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync(FaultCargo cargo) =>
        [.. (await machine.MessagesAsync()).Where(m => m.ToJsonString().Contains(cargo.Id, StringComparison.Ordinal))];

    private async Task<IReadOnlyList<LiveAlias>> AliasesAsync(string function)
    {
        var aliases = (await Lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = function })).Aliases ?? [];
        var found = new List<LiveAlias>();
        foreach (var alias in aliases.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var weights = alias.RoutingConfig?.AdditionalVersionWeights ?? [];
            var others = string.Join(", ", weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} with {w.Value}")));
            found.Add(new LiveAlias(alias.Name, alias.FunctionVersion, others, await ContentAsync((await FindAsync(function, alias.FunctionVersion))!)));
        }

        return found;
    }

    private async Task<VersionContent> ContentAsync(GetFunctionConfigurationResponse version)
    {
        var layers = new List<string>();
        foreach (var layer in version.Layers ?? [])
            layers.Add((await Lambda.GetLayerVersionByArnAsync(new GetLayerVersionByArnRequest { Arn = layer.Arn })).Content.CodeSha256);
        var variables = string.Join(" ", (version.Environment?.Variables ?? []).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"));
        return new VersionContent(
            Describe(version.CodeSha256, version.Runtime, version.Handler, version.Role, version.MemorySize ?? 0, version.Timeout ?? 0, version.Version == "$LATEST" ? version.Description : "", variables),
            string.Join(" ", layers));
    }

    private static string Describe(string sha256, string runtime, string handler, string role, int memory, int timeout, string? description, string variables) =>
        $"{sha256} {runtime} {handler} {role} {memory} MB {timeout} s \"{description}\" {variables}";

    private async Task<GetFunctionConfigurationResponse?> FindAsync(string function, string? qualifier)
    {
        try
        {
            return await Lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = function, Qualifier = qualifier });
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
