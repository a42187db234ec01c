using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Local;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>Reads live state with AWS's own calls, not through the product.</summary>
internal sealed class LiveReader(Rehearsal rehearsal)
{
    private AwsClients Clients => rehearsal.Stack.Clients;

    /// <summary>Everything about a function that users or the next release could notice.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FunctionsAsync()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (await NamesAsync()).Where(n => n.StartsWith("coderipple-", StringComparison.Ordinal)))
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
                Aliases = aliases.Select(a => $"{a.Name} -> {a.FunctionVersion} + {string.Join(",", a.RoutingConfig?.AdditionalVersionWeights?.Keys.ToList() ?? [])}"),
            });
        }

        return found;
    }

    public async Task<IReadOnlyList<string>> ProbesAsync() =>
        [.. (await NamesAsync()).Where(n => n.Contains("-probe-", StringComparison.Ordinal))];

    /// <summary>Whether nobody holds the lock.</summary>
    public async Task<bool> IsUnlockedAsync()
    {
        var item = (await ItemAsync("APP#shop#development", "LOCK"))!;
        return item["expiresAt"].N == "0";
    }

    public async Task<JsonNode?> DocumentAsync(string pk, string sk) =>
        await ItemAsync(pk, sk) is { } item ? JsonNode.Parse(item["document"].S) : null;

    /// <summary>Notifications sent so far.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync()
    {
        using var http = new HttpClient();
        var topic = rehearsal.Stack.Outputs["NotificationTopicArn"];
        var answer = JsonNode.Parse(await http.GetStringAsync(new Uri(rehearsal.Stack.Host.Endpoint, $"/moto-api/local/sns/messages?topic={Uri.EscapeDataString(topic)}")))!;
        return [.. answer.AsArray().Select(m => m!)];
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
            TableName = rehearsal.Stack.Outputs["ReleaseTableName"],
            Key = new() { ["pk"] = new(pk), ["sk"] = new(sk) },
            ConsistentRead = true,
        });
        return answer.Item is { Count: > 0 } item ? item : null;
    }
}
