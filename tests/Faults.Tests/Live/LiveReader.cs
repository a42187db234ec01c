using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using CodeRipple.Workflow.Live;
using ResourceNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace CodeRipple.Workflow.Faults.Tests.Live;

/// <summary>Reads what is live and what was written down, with AWS's own calls and nothing of the product.</summary>
internal sealed class LiveReader(FaultMachine machine)
{
    private readonly LiveResourceReader _resources = new(machine);
    private readonly LedgerReader _ledger = new(machine.Machine.Clients.DynamoDb, machine.Machine.Table);

    private IAmazonLambda Lambda => machine.Machine.Clients.Lambda;

    /// <summary>Everything that a release of the workload changes.</summary>
    public async Task<LiveState> StateAsync(FaultWorkload workload) =>
        new(await FunctionsAsync(workload), await _resources.ReadAsync(workload));

    /// <summary>The functions of a workload; those that do not exist are missing.</summary>
    public async Task<IReadOnlyDictionary<string, LiveFunction>> FunctionsAsync(FaultWorkload workload)
    {
        var found = new SortedDictionary<string, LiveFunction>(StringComparer.Ordinal);
        foreach (var name in workload.Functions)
            if (await FindAsync(name, qualifier: null) is { } latest)
                found[name] = new LiveFunction(await ContentAsync(latest), await AliasesAsync(name));
        return found;
    }

    /// <summary>What the versions of a workload must hold once they are live.</summary>
    public static VersionContent Wanted(FaultWorkload workload) =>
        new(
            Describe(
                FaultWorkload.Base64Sha256(workload.CodeZip),
                FaultWorkload.Runtime,
                FaultWorkload.Handler,
                workload.Place.Role,
                FaultWorkload.MemorySize,
                FaultWorkload.Timeout,
                "",
                $"RELEASE={workload.Id}"
            ),
            FaultWorkload.Base64Sha256(workload.LayerZip)
        );

    /// <summary>Functions beside the workload's that use its layer: probes that were left.</summary>
    public async Task<IReadOnlyList<string>> ProbesAsync(FaultWorkload workload) =>
        [
            .. (await ProbeReader.ReadAsync(Lambda))
                .Where(f => (f.Layers ?? []).Any(l => l.Arn.Contains($":{workload.Layer}:", StringComparison.Ordinal)))
                .Select(f => f.FunctionName),
        ];

    public Task<JsonNode?> RecordAsync(FaultWorkload workload) => _ledger.RecordAsync(workload.Application, workload.Id);

    public Task<JsonNode?> CurrentAsync(FaultWorkload workload) => _ledger.CurrentAsync(workload.Application);

    public Task<IReadOnlyList<JsonNode>> JournalAsync(FaultWorkload workload) => _ledger.JournalAsync(workload.Application, workload.Id);

    /// <summary>Who holds the lock; null when nobody does.</summary>
    public Task<string?> LockHolderAsync(FaultWorkload workload) => _ledger.LockHolderAsync(workload.Application);

    /// <summary>Whether the guardian still has to look after it.</summary>
    public Task<bool> IsOpenAsync(string execution) => _ledger.IsOpenAsync(execution);

    /// <summary>Messages that people got about this release.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync(FaultWorkload workload) =>
        [.. (await machine.MessagesAsync()).Where(m => m.ToJsonString().Contains(workload.Id, StringComparison.Ordinal))];

    private async Task<IReadOnlyList<LiveAlias>> AliasesAsync(string function)
    {
        var aliases = (await Lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = function })).Aliases ?? [];
        var found = new List<LiveAlias>();
        foreach (var alias in aliases.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var weights = alias.RoutingConfig?.AdditionalVersionWeights ?? [];
            var others = string.Join(", ", weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} with {w.Value}")));
            found.Add(
                new LiveAlias(
                    alias.Name,
                    alias.FunctionVersion,
                    others,
                    await ContentAsync((await FindAsync(function, alias.FunctionVersion))!)
                )
            );
        }

        return found;
    }

    private async Task<VersionContent> ContentAsync(GetFunctionConfigurationResponse version)
    {
        var layers = new List<string>();
        foreach (var layer in version.Layers ?? [])
            layers.Add((await Lambda.GetLayerVersionByArnAsync(new GetLayerVersionByArnRequest { Arn = layer.Arn })).Content.CodeSha256);
        var variables = string.Join(
            " ",
            (version.Environment?.Variables ?? []).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")
        );
        return new VersionContent(
            Describe(
                version.CodeSha256,
                version.Runtime,
                version.Handler,
                version.Role,
                version.MemorySize ?? 0,
                version.Timeout ?? 0,
                version.Version == "$LATEST" ? version.Description : "",
                variables
            ),
            string.Join(" ", layers)
        );
    }

    private static string Describe(
        string sha256,
        string runtime,
        string handler,
        string role,
        int memory,
        int timeout,
        string? description,
        string variables
    ) => $"{sha256} {runtime} {handler} {role} {memory} MB {timeout} s \"{description}\" {variables}";

    private async Task<GetFunctionConfigurationResponse?> FindAsync(string function, string? qualifier)
    {
        try
        {
            return await Lambda.GetFunctionConfigurationAsync(
                new GetFunctionConfigurationRequest { FunctionName = function, Qualifier = qualifier }
            );
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
