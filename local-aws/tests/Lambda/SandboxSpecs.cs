using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>What a function finds on its machine, and where its limits are.</summary>
public sealed class SandboxSpecs
{
    private const string WriteAnywhere = """
        import os, pathlib
        def attempt(path):
            try:
                pathlib.Path(path).write_text("x"); return "written"
            except OSError as error:
                return error.strerror
        def handler(event, context):
            places = ["cache.db", "/var/task/cache.db", "/var/x", "/etc/x", "/usr/x", "/opt/x", "/dev/x", "/x", "/home/x", *event["Places"]]
            return {"Written": [place for place in places if attempt(place) == "written"], "Tmp": attempt("/tmp/x")}
        """;

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_function_can_write_to_tmp_and_nowhere_else()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(WriteAnywhere);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var places = new JsonArray(Path.Combine(home, ".left-by-a-function"), Path.Combine(AppContext.BaseDirectory, "left-by-a-function"));

        var answer = (await bench.InvokeAsync(new JsonObject { ["Places"] = places }.ToJsonString())).Json();

        Assert.Equal("written", (string?)answer["Tmp"]);
        Assert.Empty(answer["Written"]!.AsArray());
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("python", "import os\ndef handler(event, context): return os.path.expanduser('~')")]
    [InlineData("node", "exports.handler = async () => require('os').homedir()")]
    public async Task The_home_folder_is_lambdas(string language, string source)
    {
        await using var bench = await LambdaBench.StartAsync();
        if (language == "python")
            bench.AddPython(source);
        else
            bench.AddNode(source);

        Assert.Equal("/home/sbx_user1051", (string?)(await bench.InvokeAsync()).Json());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_cache_in_the_home_folder_fails_because_the_disk_is_read_only()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            """
            import os, pathlib
            def attempt(make):
                try: make()
                except OSError as error: return error.strerror
            def handler(event, context):
                home = pathlib.Path.home()
                return [attempt(lambda: (home / ".cached").write_text("x")), attempt(lambda: os.makedirs(home / ".cache/tool"))]
            """
        );

        var answer = (await bench.InvokeAsync()).Json().AsArray().Select(error => (string?)error);

        Assert.Equal(["Read-only file system", "Read-only file system"], answer);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Devices_and_proc_are_there_as_on_lambda()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            """
            import os
            def handler(event, context):
                open("/dev/null", "w").write("x")
                print("through a device", file=open("/dev/stdout", "w"))
                shared = os.path.exists("/dev/shm")
                return [len(open("/dev/urandom", "rb").read(4)), os.readlink("/proc/self/cwd"), shared, os.getuid()]
            """
        );

        var result = await bench.InvokeAsync();

        Assert.Equal("""[4,"/var/task",false,993]""", result.Json().ToJsonString());
        Assert.Contains("through a device", result.LogTail, StringComparison.Ordinal);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_function_that_takes_more_memory_than_it_has_is_killed()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython("held = []\ndef handler(event, context):\n    held.append(b'x' * event['Megabytes'] * 1024 * 1024)");

        var within = await bench.InvokeAsync("""{"Megabytes":60}""");
        var beyond = await bench.InvokeAsync("""{"Megabytes":400}""");

        Assert.Null(within.FunctionError);
        Assert.Equal("Runtime.ExitError", (string?)beyond.Json()["errorType"]);
        Assert.Equal(
            $"RequestId: {beyond.RequestId} Error: Runtime exited with error: signal: killed",
            (string?)beyond.Json()["errorMessage"]
        );
        Assert.Contains(
            "Max Memory Used: 128 MB\tStatus: error\tError Type: Runtime.OutOfMemory",
            beyond.LogTail,
            StringComparison.Ordinal
        );
        Assert.Null((await bench.InvokeAsync("""{"Megabytes":60}""")).FunctionError);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Memory_that_children_of_a_function_take_counts_too()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            """
            import subprocess, sys
            def handler(event, context):
                subprocess.Popen([sys.executable, "-c", "held = b'x' * 400 * 1024 * 1024\nwhile True: pass"]).wait()
            """
        );

        var result = await bench.InvokeAsync();

        Assert.Contains("Runtime.OutOfMemory", result.LogTail, StringComparison.Ordinal);
        Assert.Empty(bench.Processes());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Address_space_that_a_function_only_reserves_does_not_count()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            "import mmap, time\ndef handler(event, context):\n    held = mmap.mmap(-1, 2**30)\n    time.sleep(0.2)\n    return len(held)"
        );

        Assert.Equal(1 << 30, (int?)(await bench.InvokeAsync()).Json());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Tmp_is_as_large_as_the_functions_ephemeral_storage()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(
            """
            def handler(event, context):
                with open("/tmp/big", "wb") as file:
                    for _ in range(event["Megabytes"]): file.write(b"x" * 1024 * 1024)
            """,
            f => f with { EphemeralStorage = 16, MemorySize = 512 }
        );

        Assert.Null((await bench.InvokeAsync("""{"Megabytes":12}""")).FunctionError);
        var beyond = await bench.InvokeAsync("""{"Megabytes":20}""");

        Assert.Equal("OSError", (string?)beyond.Json()["errorType"]);
        Assert.Equal("[Errno 28] No space left on device", (string?)beyond.Json()["errorMessage"]);
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("0600")]
    [InlineData("0000")]
    public async Task Code_that_others_may_not_read_cannot_be_loaded(string mode)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython("def handler(event, context): pass", f => f with { Zip = Packages.WithMode(f.Zip, "app.py", mode) });

        var result = await bench.InvokeAsync();

        Assert.Equal("PermissionError", (string?)result.Json()["errorType"]);
        Assert.Equal("[Errno 13] Permission denied: '/var/task/app.py'", (string?)result.Json()["errorMessage"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_layer_that_others_may_not_read_cannot_be_loaded()
    {
        await using var bench = await LambdaBench.StartAsync();
        var layer = bench.Launcher.AddLayer("l", Packages.WithMode(Packages.Of(("python/greeting.py", "")), "python/greeting.py", "0600"));
        bench.AddPython("import greeting\ndef handler(event, context): pass", f => f with { Layers = [layer] });

        var message = (string?)(await bench.InvokeAsync()).Json()["errorMessage"];

        Assert.Equal("[Errno 13] Permission denied: '/opt/python/greeting.py'", message);
    }
}
