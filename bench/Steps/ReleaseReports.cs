using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.Local;

namespace CodeRipple.Workflow.Bench.Steps;

/// <summary>What Lambda's REPORT lines say of each step in one release of coderipple.json, with one form of the steps.</summary>
internal static partial class ReleaseReports
{
    /// <returns>How long the release took, and for each step the most memory it used and the sum of its durations.</returns>
    public static async Task<(TimeSpan Release, IReadOnlyDictionary<string, (int MemoryMb, double Ms)> Steps)> MeasureAsync(
        StepRuntime runtime
    )
    {
        await using var rehearsal = await RehearsalEnvironment.StartAsync(
            WorkloadFile.Open(null),
            "development",
            runtime,
            Screen.ForConsole(json: false),
            CancellationToken.None
        );
        var outcome = await rehearsal.ReleaseAsync("bench", "bench", rehearsal.Release, CancellationToken.None);
        if (outcome.Status != ReleaseStatus.Succeeded)
            throw new InvalidOperationException($"The release ended as {outcome.Status}: {outcome.Failure}");
        await rehearsal.Stack.Host.FlushAsync();
        return (outcome.Duration, await ReadAsync(rehearsal.Stack));
    }

    private static async Task<IReadOnlyDictionary<string, (int MemoryMb, double Ms)>> ReadAsync(LocalInstallation stack)
    {
        using var logs = new AmazonCloudWatchLogsClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonCloudWatchLogsConfig { ServiceURL = stack.Host.Endpoint.ToString(), AuthenticationRegion = stack.Host.Region }
        );
        var steps = new SortedDictionary<string, (int MemoryMb, double Ms)>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var page = await logs.FilterLogEventsAsync(
                new FilterLogEventsRequest { LogGroupName = $"/aws/lambda/{stack.StackName}", NextToken = next }
            );
            foreach (var line in page.Events ?? [])
                if (Report().Match(line.Message) is { Success: true } report)
                {
                    var step = StepOf().Match(line.LogStreamName).Groups[1].Value;
                    var known = steps.GetValueOrDefault(step);
                    var memory = int.Parse(report.Groups["memory"].Value, CultureInfo.InvariantCulture);
                    var duration = double.Parse(report.Groups["ms"].Value, CultureInfo.InvariantCulture);
                    steps[step] = (Math.Max(known.MemoryMb, memory), known.Ms + duration);
                }

            next = page.NextToken;
        } while (next is not null);
        return steps;
    }

    [GeneratedRegex(@"^REPORT .*\tDuration: (?<ms>[\d.]+) ms\t.*Max Memory Used: (?<memory>\d+) MB")]
    private static partial Regex Report();

    // A stream of a shared log group is named date/function[version]id.
    [GeneratedRegex(@"-([A-Za-z]+)\[[^/]+$")]
    private static partial Regex StepOf();
}
