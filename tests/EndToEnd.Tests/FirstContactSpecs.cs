using System.Text.Json.Nodes;
using Amazon.CloudFormation.Model;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.FirstContact;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>The whole way that somebody with an account goes once, on a local AWS that knows nothing of it.</summary>
[Collection(Machines.Requests)]
public sealed class FirstContactSpecs(RunningMachine running)
{
    private static readonly string[] Facts =
    [
        "role.retries",
        "api.propagationSeconds",
        "metrics.unweightedAlias.delaySeconds",
        "metrics.unweightedAlias.executedVersion",
        "alias.propagationSeconds",
        "canary.failedRequests",
        "canary.detectionSeconds",
        "canary.restoredSeconds",
        "steps.coldStartMilliseconds.provided.al2023",
        "states.longestSeconds",
    ];

    [Fact]
    public async Task It_writes_down_every_fact_and_leaves_nothing_behind()
    {
        var folder = Directory.CreateTempSubdirectory("coderipple-first-contact-").FullName;
        try
        {
            var file = Path.Combine(folder, "facts.json");

            var run = await running.RunAsync(
                "first-contact",
                "--output",
                file,
                "--bake-seconds",
                "5",
                "--step-runtime",
                StepRuntime.Native.Name,
                "--api-url",
                $"{running.Host.Endpoint.GetLeftPart(UriPartial.Authority)}/restapis/{{api}}/{{stage}}/_user_request_"
            );

            run.MustEndWith(0);
            var record = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            Assert.Equal(Facts, record["facts"]!.AsArray().Select(fact => (string)fact!["name"]!));
            Assert.All(record["facts"]!.AsArray(), fact => Assert.NotNull(fact!["observed"]));
            Assert.Equal(
                ["Succeeded", "Succeeded", "RolledBack", "RolledBack"],
                record["releases"]!.AsArray().Select(release => (string)release!["status"]!)
            );
            Assert.Empty(await WhatIsLeftAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_an_interrupted_one_left_behind_stops_the_next_and_can_be_removed()
    {
        await using (var interrupted = Coderipple.Start(["first-contact"], running.Environment))
        {
            await UntilAsync(async () => (await WhatIsLeftAsync()).Contains("stack " + ThrowAwayStacks.MachineStack));
            interrupted.Signal(9);
        }

        var second = await running.RunAsync("first-contact");
        second.MustEndWith(2);
        Assert.Contains("coderipple first-contact --remove", second.Error, StringComparison.Ordinal);

        (await running.RunAsync("first-contact", "--remove")).MustEndWith(0);
        Assert.Empty(await WhatIsLeftAsync());
    }

    private async Task<IReadOnlyList<string>> WhatIsLeftAsync()
    {
        const string prefix = ThrowAwayStacks.Prefix;
        var clients = running.Clients;
        List<string> left = [];
        foreach (var stack in new[] { ThrowAwayStacks.MachineStack, prefix + ThrowAwayStacks.Environment })
            if (await clients.CloudFormation.FindStackAsync(stack, CancellationToken.None) is not null)
                left.Add("stack " + stack);
        var functions = await clients.Lambda.ListFunctionsAsync(new ListFunctionsRequest { MaxItems = 50 });
        left.AddRange(functions.Functions.Select(f => "function " + f.FunctionName));
        var layers = await clients.Lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = prefix + "greeting" });
        left.AddRange((layers.LayerVersions ?? []).Select(l => "layer " + l.LayerVersionArn));
        var alarms = await clients.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = prefix });
        left.AddRange((alarms.MetricAlarms ?? []).Select(a => "alarm " + a.AlarmName));
        left.AddRange((await clients.DynamoDb.ListTablesAsync()).TableNames.Select(t => "table " + t));
        left.AddRange((await clients.S3.ListBucketsAsync()).Buckets.Select(b => "bucket " + b.BucketName));
        var groups = await clients.Logs.DescribeLogGroupsAsync(
            new DescribeLogGroupsRequest { LogGroupNamePrefix = "/aws/lambda/" + prefix }
        );
        left.AddRange((groups.LogGroups ?? []).Select(g => "log group " + g.LogGroupName));
        // The account has another release machine, too.
        return [.. left.Where(l => l.Contains(prefix, StringComparison.Ordinal))];
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var deadline = new CancellationTokenSource(Coderipple.Deadline, TimeProvider.System);
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, deadline.Token);
    }
}
