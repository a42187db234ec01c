using System.Text;
using CodeRipple.Workflow.LocalAws.Lambda;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class PoolSpecs
{
    private const string ProcessId =
        "import os, time, uuid\nME = str(uuid.uuid4())\ndef handler(event, context):\n    time.sleep(event.get('sleep', 0))\n    return ME";

    private const string Holding = """
        import urllib.request, uuid
        ME = str(uuid.uuid4())
        def handler(event, context):
            if 'hold' in event:
                urllib.request.urlopen(event['hold'])
                print('carried on')
            return ME
        """;

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Twenty_calls_at_once_get_twenty_answers_from_no_more_sandboxes_than_allowed()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { SandboxesPerFunction = 4 });
        bench.AddPython(ProcessId);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.InvokeAsync("""{"sleep":0.05}""")));

        Assert.All(results, result => Assert.Null(result.FunctionError));
        Assert.Equal(20, results.Select(result => result.RequestId).Distinct().Count());
        Assert.InRange(results.Select(result => (string?)result.Json()).Distinct().Count(), 1, 4);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Calls_that_overlap_get_sandboxes_of_their_own()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(Holding, f => f with { Timeout = 60 });

        var calls = Enumerable.Range(0, 3).Select(_ => bench.InvokeAsync(Hold(bench))).ToList();
        await bench.Launcher.HeldAsync(3);
        bench.Launcher.LetGo();

        var results = await Task.WhenAll(calls);
        Assert.Equal(3, results.Select(result => (string?)result.Json()).Distinct().Count());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_changed_function_gets_new_sandboxes_and_the_old_ones_go()
    {
        await using var bench = await LambdaBench.StartAsync();
        var function = bench.AddPython("def handler(event, context): return 'old'");
        Assert.Equal("old", (string?)(await bench.InvokeAsync()).Json());
        var old = bench.Processes();

        bench.Launcher.Add(function with { Zip = Packages.Of(("app.py", "def handler(event, context): return 'new'")), Generation = "2" });

        Assert.Equal("new", (string?)(await bench.InvokeAsync()).Json());
        await Eventually.TrueAsync(() => !bench.Processes().Intersect(old).Any());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_sandbox_that_rests_long_enough_is_stopped()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { IdleTimeout = TimeSpan.FromMilliseconds(200) });
        bench.AddPython(ProcessId);
        var first = (string?)(await bench.InvokeAsync()).Json();

        await Eventually.TrueAsync(() => bench.Processes().Count == 0);

        Assert.NotEqual(first, (string?)(await bench.InvokeAsync()).Json());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task When_there_is_no_room_the_sandbox_that_rests_longest_gives_way()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { SandboxesInAll = 2 });
        foreach (var name in new[] { "a", "b", "c" })
            bench.AddPython(ProcessId, f => f with { Name = name });

        var a = (string?)(await bench.InvokeAsync(function: "a")).Json();
        var b = (string?)(await bench.InvokeAsync(function: "b")).Json();
        await bench.InvokeAsync(function: "c");

        Assert.Equal(b, (string?)(await bench.InvokeAsync(function: "b")).Json());
        Assert.NotEqual(a, (string?)(await bench.InvokeAsync(function: "a")).Json());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task More_calls_than_the_reserved_concurrency_are_throttled()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(Holding, f => f with { ReservedConcurrency = 1, Timeout = 60 });
        bench.AddPython(Holding, f => f with { Name = "stopped", ReservedConcurrency = 0 });

        var running = bench.InvokeAsync(Hold(bench));
        await bench.Launcher.HeldAsync(1);
        var refused = await Assert.ThrowsAsync<LambdaServiceException>(() => bench.InvokeAsync());
        var stopped = await Assert.ThrowsAsync<LambdaServiceException>(() => bench.InvokeAsync(function: "stopped"));
        bench.Launcher.LetGo();

        Assert.Null((await running).FunctionError);
        Assert.Equal(
            (429, "TooManyRequestsException", "ReservedFunctionConcurrentInvocationLimitExceeded"),
            (refused.StatusCode, refused.ErrorType, refused.Reason)
        );
        Assert.Equal(429, stopped.StatusCode);
        Assert.Null((await bench.InvokeAsync()).FunctionError);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task An_alias_shares_calls_out_by_its_weights()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { Random = new Random(20) });
        bench.AddPython(
            "import os\ndef handler(event, context): return os.environ['AWS_LAMBDA_FUNCTION_VERSION']",
            f => f with { Aliases = new() { ["live"] = [("1", 0.9), ("2", 0.1)] } }
        );

        List<string> versions = [];
        for (var call = 0; call < 400; call++)
        {
            var result = await bench.InvokeAsync(qualifier: "live");
            Assert.Equal(result.ExecutedVersion, (string?)result.Json());
            versions.Add(result.ExecutedVersion);
        }

        Assert.InRange(versions.Count(version => version == "2"), 25, 55);
        Assert.Equal(400, versions.Count(version => version is "1" or "2"));
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_caller_that_goes_away_does_not_stop_the_function()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(Holding, f => f with { Timeout = 60 });
        using var impatient = new CancellationTokenSource();

        var call = bench.Plane.InvokeAsync(new InvokeCall("f", null, Encoding.UTF8.GetBytes(Hold(bench))), impatient.Token);
        await bench.Launcher.HeldAsync(1);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        bench.Launcher.LetGo();

        await Eventually.TrueAsync(() =>
            bench
                .Launcher.Made("Logs_20140328.PutLogEvents")
                .Any(put => put.ToJsonString().Contains("carried on", StringComparison.Ordinal))
        );
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Nothing_survives()
    {
        var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            """
            import os, subprocess, sys, time
            def handler(event, context):
                # A child of its own session that nobody waits for.
                subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'], start_new_session=True)
                time.sleep(event.get('sleep', 0))
            """
        );
        await bench.InvokeAsync();
        var stuck = bench.InvokeAsync("""{"sleep":600}""");
        await Eventually.TrueAsync(() => bench.Processes().Count > 2);
        var ports = bench.Plane.Ports;

        await bench.DisposeAsync();

        var refused = await Assert.ThrowsAsync<LambdaServiceException>(() => stuck);
        Assert.Equal("ServiceException", refused.ErrorType);
        Assert.Empty(bench.Processes());
        Assert.False(Directory.Exists(bench.Options.StateFolder));
        Assert.NotEmpty(ports);
        var listening = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.Empty(listening.Select(endpoint => endpoint.Port).Intersect(ports));
    }

    [Theory(Timeout = LambdaBench.Deadline), InlineData(0), InlineData(30), InlineData(150), InlineData(600)]
    public async Task Nothing_survives_a_stop_in_the_middle_of_cold_starts(int milliseconds)
    {
        var bench = await LambdaBench.StartAsync(o => o with { ColdStartsAtOnce = 4 });
        bench.AddPython(ProcessId);
        var calls = Enumerable.Range(0, 8).Select(_ => bench.InvokeAsync("""{"sleep":600}""")).ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);

        await bench.DisposeAsync();

        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.Empty(bench.Processes());
        Assert.False(Directory.Exists(bench.Options.StateFolder));
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_deleted_function_leaves_no_process_behind()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddDummy("python", "echo");
        await bench.InvokeAsync(qualifier: "1");
        await bench.InvokeAsync(qualifier: "2");

        bench.Plane.Forget(FunctionId.Parse(FakeLauncher.Arn + "f", "1"));
        await Eventually.TrueAsync(() =>
            Directory.GetDirectories(Path.Combine(bench.Options.StateFolder, "lambda", "sandboxes")).Length == 1
        );
        bench.Plane.Forget(FunctionId.Parse("f", null));

        await Eventually.TrueAsync(() => bench.Processes().Count == 0);
    }

    private static string Hold(LambdaBench bench) => $$"""{"hold":"{{bench.Launcher.Address}}hold"}""";
}
