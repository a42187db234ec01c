using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed partial class RecordSpecs
{
    [Theory(Timeout = LambdaBench.Deadline), MemberData(nameof(InvocationSpecs.Languages), MemberType = typeof(InvocationSpecs))]
    public async Task What_a_function_prints_is_in_the_log_between_start_and_report(string language)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy(language, "log");

        var result = await bench.InvokeAsync();
        await bench.Plane.FlushAsync();

        var stream = bench.Launcher.Made("Logs_20140328.CreateLogStream").Single();
        Assert.Equal("/aws/lambda/f", (string?)stream["logGroupName"]);
        Assert.Matches(@"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$", (string?)stream["logStreamName"]);
        var lines = Lines(bench);
        var start = lines.IndexOf($"START RequestId: {result.RequestId} Version: $LATEST");
        var end = lines.IndexOf($"END RequestId: {result.RequestId}");
        Assert.InRange(lines.FindIndex(line => line.EndsWith("plain line", StringComparison.Ordinal)), start, end);
        Assert.InRange(lines.FindIndex(line => line.EndsWith("error line", StringComparison.Ordinal)), start, end);
        Assert.Matches(Report(), lines[^1]);
        Assert.Equal(string.Join('\n', lines[start..]) + "\n", result.LogTail);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task The_tail_is_the_last_four_kilobytes_of_one_call()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython("def handler(event, context):\n    for i in range(1000): print('line', i)");

        var tail = (await bench.InvokeAsync()).LogTail;
        var again = (await bench.InvokeAsync()).LogTail;

        Assert.InRange(tail.Length, 4000, 4096);
        Assert.Contains("line 999\n", tail, StringComparison.Ordinal);
        Assert.DoesNotContain("line 500\n", tail, StringComparison.Ordinal);
        Assert.Contains("line 999\n", again, StringComparison.Ordinal);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task What_a_long_call_prints_is_in_the_log_before_it_ends()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython("import time\ndef handler(event, context):\n    print('working')\n    time.sleep(15)");

        var call = bench.InvokeAsync();
        await Eventually.TrueAsync(() => Lines(bench).Contains("working"));

        Assert.False(call.IsCompleted);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Metrics_stand_under_function_and_resource_and_of_a_weighted_alias_under_the_executed_version()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { Random = new Random(1) });
        bench.AddPython(
            "def handler(event, context):\n    if event.get('fail'): raise ValueError()",
            f =>
                f with
                {
                    Aliases = new() { ["live"] = [("7", 1)], ["split"] = [("7", 0.5), ("8", 0.5)] },
                }
        );

        await bench.InvokeAsync(qualifier: "live");
        await bench.InvokeAsync("""{"fail":true}""", qualifier: "live");
        var split = await bench.InvokeAsync(qualifier: "split");
        await bench.InvokeAsync(qualifier: "7");
        await bench.InvokeAsync();
        await bench.Plane.FlushAsync();

        Assert.Equal(5, Sum(bench, "Invocations", "f"));
        Assert.Equal(2, Sum(bench, "Invocations", "f", "f:live"));
        Assert.Equal(0, Sum(bench, "Invocations", "f", "f:live", "7"));
        Assert.Equal(1, Sum(bench, "Invocations", "f", "f:split", split.ExecutedVersion));
        Assert.Equal(1, Sum(bench, "Invocations", "f", "f:7"));
        Assert.Equal(0, Sum(bench, "Invocations", "f", "f:7", "7"));
        Assert.Equal(1, Sum(bench, "Invocations", "f", "f"));
        Assert.Equal(1, Sum(bench, "Errors", "f", "f:live"));
        Assert.Equal(0, Sum(bench, "Errors", "f", "f:7"));
        Assert.True(Sum(bench, "Duration", "f") > 0);
        Assert.All(bench.Launcher.Made("metrics"), put => Assert.Equal("AWS/Lambda", (string?)put["Namespace"]));
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_throttled_call_is_neither_an_invocation_nor_an_error()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython("", f => f with { ReservedConcurrency = 0 });

        await Assert.ThrowsAnyAsync<Exception>(() => bench.InvokeAsync());
        await bench.Plane.FlushAsync();

        Assert.Equal(1, Sum(bench, "Throttles", "f"));
        Assert.DoesNotContain(Data(bench), datum => (string?)datum["MetricName"] is "Invocations" or "Errors");
    }

    [GeneratedRegex(
        @"^REPORT RequestId: [0-9a-f-]{36}\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\t(Max Memory Used: \d+ MB\t)?Init Duration: \d+\.\d\d ms\t$"
    )]
    private static partial Regex Report();

    private static List<string> Lines(LambdaBench bench) =>
        [
            .. bench
                .Launcher.Made("Logs_20140328.PutLogEvents")
                .SelectMany(put => put["logEvents"]!.AsArray())
                .Select(line => (string)line!["message"]!),
        ];

    private static IEnumerable<JsonNode> Data(LambdaBench bench) =>
        bench.Launcher.Made("metrics").SelectMany(put => put["MetricData"]!.AsArray())!;

    private static double Sum(LambdaBench bench, string metric, params string[] dimensions) =>
        Data(bench)
            .Where(datum => (string?)datum["MetricName"] == metric)
            .Where(datum => datum["Dimensions"]!.AsArray().Select(dimension => (string?)dimension!["Value"]).SequenceEqual(dimensions))
            .Sum(datum =>
                datum["Values"]!.AsArray().Zip(datum["Counts"]!.AsArray(), (value, count) => (double)value! * (double)count!).Sum()
            );

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_function_that_logs_without_end_fills_neither_memory_nor_disk_nor_its_log()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            """
            import sys
            def handler(event, context):
                line = "x" * 1023 + "\n"
                for _ in range(300): sys.stdout.write(line * 1024)
                print("the last line")
            """,
            f => f with { Timeout = 50 }
        );

        var result = await bench.InvokeAsync();
        await bench.Plane.FlushAsync();

        var events = bench.Launcher.Made("Logs_20140328.PutLogEvents").SelectMany(call => call["logEvents"]!.AsArray()).ToList();
        Assert.Null(result.FunctionError);
        Assert.Contains("the last line", result.LogTail, StringComparison.Ordinal);
        Assert.InRange(events.Sum(line => ((string)line!["message"]!).Length), 1024 * 1024, 17 * 1024 * 1024);
        Assert.Single(events, line => ((string)line!["message"]!).Contains("prints faster than its log is read", StringComparison.Ordinal));
        var log = Directory.GetFiles(bench.Options.StateFolder, "output.log", SearchOption.AllDirectories).Single();
        Assert.InRange(new FileInfo(log).Length, 0, 64 * 1024 * 1024);
    }
}
