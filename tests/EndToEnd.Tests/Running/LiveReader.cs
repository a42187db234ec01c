using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Live;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>Reads live state with AWS's own calls, not through the product.</summary>
internal sealed class LiveReader(RunningMachine running, ShopWorkload workload)
{
    private readonly LedgerReader _ledger = new(running.Clients.DynamoDb, running.Machine.Table);

    private AwsClients Clients => running.Clients;

    public Task<JsonNode?> CurrentAsync() => _ledger.CurrentAsync(workload.Application);

    public Task<JsonNode?> RecordAsync(string id) => _ledger.RecordAsync(workload.Application, id);

    /// <summary>Everything about a function that users or the next release could notice.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FunctionsAsync()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in workload.Functions)
        {
            var latest = await Clients.Lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = name });
            var aliases = (await Clients.Lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = name })).Aliases ?? [];
            found[name] = JsonSerializer.Serialize(
                new
                {
                    latest.CodeSha256,
                    latest.Handler,
                    latest.MemorySize,
                    latest.Timeout,
                    latest.Description,
                    Variables = latest.Environment?.Variables?.OrderBy(v => v.Key).Select(v => $"{v.Key}={v.Value}"),
                    Layers = latest.Layers?.Select(l => l.Arn),
                    Aliases = aliases.Select(a =>
                        $"{a.Name} to {a.FunctionVersion} {(a.RoutingConfig?.AdditionalVersionWeights is { Count: > 0 } ? "and others" : "alone")}"
                    ),
                }
            );
        }

        return found;
    }

    public async Task<IReadOnlyList<string>> ProbesAsync() =>
        [.. (await ProbeReader.ReadAsync(Clients.Lambda)).Select(f => f.FunctionName)];

    /// <summary>Whether nobody holds the lock.</summary>
    public async Task<bool> IsUnlockedAsync() => await _ledger.LockHolderAsync(workload.Application) is null;

    /// <summary>
    /// Notifications about one release: its rollback has an execution of its own, a request that cannot be read has no id.
    /// </summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAboutAsync(string id) =>
        [
            .. (await MessagesAsync()).Where(m =>
                ((string)m["Subject"]!).Contains($"({id})", StringComparison.Ordinal)
                || ((string?)m["MessageAttributes"]?["executionArn"]?["Value"])?.EndsWith($":{id}", StringComparison.Ordinal) == true
            ),
        ];

    /// <summary>Notifications sent so far.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync() =>
        [
            .. (await GetAsync($"/_local/notifications?topic={Uri.EscapeDataString(running.Outputs["NotificationTopicArn"])}"))
                .AsArray()
                .Select(m => m!),
        ];

    /// <summary>Whether an execution counts as one that has not come to its end.</summary>
    public Task<bool> IsOpenAsync(string executionArn) => _ledger.IsOpenAsync(executionArn);

    /// <summary>Operations of Lambda that were called, the oldest first.</summary>
    public IReadOnlyList<string> LambdaCalls() =>
        [.. running.Host.Calls.Snapshot().Where(c => c.Service == "lambda").Select(c => c.Operation!)];

    private async Task<JsonNode> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = running.Host.Endpoint };
        return JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
    }
}
