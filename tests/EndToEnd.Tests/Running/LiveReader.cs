using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Cli.Aws;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>Reads live state with AWS's own calls, not through the product.</summary>
internal sealed class LiveReader(RunningMachine running, ShopWorkload workload)
{
    private AwsClients Clients => running.Clients;

    private string Application => $"APP#{workload.Application}#development";

    public Task<JsonNode?> CurrentAsync() => DocumentAsync(Application, "CURRENT");

    public Task<JsonNode?> RecordAsync(string id) => DocumentAsync($"RELEASE#{workload.Application}#{id}", "RELEASE");

    /// <summary>Everything about a function that users or the next release could notice.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FunctionsAsync()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in workload.Functions)
        {
            var latest = await Clients.Lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = name });
            var aliases = (await Clients.Lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = name })).Aliases ?? [];
            found[name] = JsonSerializer.Serialize(new
            {
                latest.CodeSha256,
                latest.Handler,
                latest.MemorySize,
                latest.Timeout,
                latest.Description,
                Variables = latest.Environment?.Variables?.OrderBy(v => v.Key).Select(v => $"{v.Key}={v.Value}"),
                Layers = latest.Layers?.Select(l => l.Arn),
                Aliases = aliases.Select(a => $"{a.Name} to {a.FunctionVersion} {(a.RoutingConfig?.AdditionalVersionWeights is { Count: > 0 } ? "and others" : "alone")}"),
            });
        }

        return found;
    }

    public async Task<IReadOnlyList<string>> ProbesAsync() =>
        [.. (await NamesAsync()).Where(n => n.Contains("-probe-", StringComparison.Ordinal))];

    /// <summary>Whether nobody holds the lock.</summary>
    public async Task<bool> IsUnlockedAsync()
    {
        var item = await ItemAsync(Application, "LOCK");
        return item is null || item["expiresAt"].N == "0";
    }

    private async Task<JsonNode?> DocumentAsync(string pk, string sk) =>
        await ItemAsync(pk, sk) is { } item ? JsonNode.Parse(item["document"].S) : null;

    /// <summary>Notifications sent so far.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync() =>
        [.. (await GetAsync($"/moto-api/local/sns/messages?topic={Uri.EscapeDataString((string)running.Answer["outputs"]!["NotificationTopicArn"]!)}")).AsArray().Select(m => m!)];

    /// <summary>Whether an execution counts as one that has not come to its end.</summary>
    public async Task<bool> IsOpenAsync(string executionArn) => await ItemAsync("OPEN", executionArn) is not null;

    /// <summary>Operations of Lambda that were called, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> LambdaCallsAsync() =>
        [.. (await GetAsync("/_local/calls")).AsArray().Where(c => (string)c!["Service"]! == "lambda").Select(c => (string)c!["Operation"]!)];

    private async Task<JsonNode> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri((string)running.Answer["endpoint"]!) };
        return JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
    }

    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        var names = new List<string>();
        string? marker = null;
        do
        {
            var page = await Clients.Lambda.ListFunctionsAsync(new ListFunctionsRequest { Marker = marker });
            names.AddRange((page.Functions ?? []).Select(f => f.FunctionName));
            marker = page.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));
        return names;
    }

    private async Task<Dictionary<string, AttributeValue>?> ItemAsync(string pk, string sk)
    {
        var answer = await Clients.DynamoDb.GetItemAsync(new GetItemRequest
        {
            TableName = running.Machine.Table,
            Key = new() { ["pk"] = new(pk), ["sk"] = new(sk) },
            ConsistentRead = true,
        });
        return answer.Item is { Count: > 0 } item ? item : null;
    }
}
