using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.Faults.Tests.Running;
using ResourceNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace CodeRipple.Workflow.Faults.Tests.Live;

/// <summary>Reads what is live and what was written down, with AWS's own calls and nothing of the product.</summary>
internal sealed class LiveReader(FaultMachine machine)
{
    private readonly SurroundingsReader _surroundings = new(machine);

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
    public async Task<IReadOnlyList<string>> ProbesAsync(FaultCargo cargo)
    {
        var probes = new List<string>();
        string? marker = null;
        do
        {
            var page = await Lambda.ListFunctionsAsync(new ListFunctionsRequest { Marker = marker });
            probes.AddRange((page.Functions ?? [])
                .Where(f => f.FunctionName.Contains("-probe-", StringComparison.Ordinal) && (f.Layers ?? []).Any(l => l.Arn.Contains($":{cargo.Layer}:", StringComparison.Ordinal)))
                .Select(f => f.FunctionName));
            marker = page.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));
        return probes;
    }

    public Task<JsonNode?> RecordAsync(FaultCargo cargo) => DocumentAsync($"RELEASE#{cargo.Application}#{cargo.Id}", "RELEASE");

    public Task<JsonNode?> CurrentAsync(FaultCargo cargo) => DocumentAsync($"APP#{cargo.Application}#development", "CURRENT");

    public async Task<IReadOnlyList<JsonNode>> JournalAsync(FaultCargo cargo)
    {
        var answer = await machine.Machine.Clients.DynamoDb.QueryAsync(new QueryRequest
        {
            TableName = machine.Machine.Table,
            KeyConditionExpression = "pk = :pk AND begins_with(sk, :sk)",
            ExpressionAttributeValues = new() { [":pk"] = new($"RELEASE#{cargo.Application}#{cargo.Id}"), [":sk"] = new("JOURNAL#") },
            ConsistentRead = true,
        });
        return [.. (answer.Items ?? []).Select(i => JsonNode.Parse(i["document"].S)!)];
    }

    /// <summary>Who holds the lock; null when nobody does.</summary>
    public async Task<string?> LockHolderAsync(FaultCargo cargo)
    {
        var item = await ItemAsync($"APP#{cargo.Application}#development", "LOCK");
        return item is null || item["expiresAt"].N == "0" ? null : item["releaseId"].S;
    }

    /// <summary>Whether the guardian still has to look after it.</summary>
    public async Task<bool> IsOpenAsync(string execution) => await ItemAsync("OPEN", execution) is not null;

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

    private async Task<JsonNode?> DocumentAsync(string pk, string sk) =>
        await ItemAsync(pk, sk) is { } item ? JsonNode.Parse(item["document"].S) : null;

    private async Task<Dictionary<string, AttributeValue>?> ItemAsync(string pk, string sk)
    {
        var answer = await machine.Machine.Clients.DynamoDb.GetItemAsync(new GetItemRequest
        {
            TableName = machine.Machine.Table,
            Key = new() { ["pk"] = new(pk), ["sk"] = new(sk) },
            ConsistentRead = true,
        });
        return answer.Item is { Count: > 0 } item ? item : null;
    }
}
