namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>Each with mounts of the sandbox's own and, where those are not allowed, with environment variables.</summary>
public sealed class LayerSpecs
{
    private const string Answer = "import os, greeting\ndef handler(event, context): return greeting.TEXT";

    private static Task<LambdaBench> StartAsync(bool namespaces) => LambdaBench.StartAsync(o => o with { Namespaces = namespaces });

    [Theory(Timeout = LambdaBench.Deadline), InlineData(true), InlineData(false)]
    public async Task A_python_function_imports_from_its_layers_and_the_later_one_wins(bool namespaces)
    {
        await using var bench = await StartAsync(namespaces);
        var first = bench.Launcher.AddLayer(
            "first",
            Packages.Of(("python/greeting.py", "TEXT = 'first'"), ("python/other.py", "TEXT = 'kept'"))
        );
        var second = bench.Launcher.AddLayer("second", Packages.Of(("python/greeting.py", "import other; TEXT = 'second, ' + other.TEXT")));
        bench.AddPython(Answer, f => f with { Layers = [first, second] });

        Assert.Equal("second, kept", (string?)(await bench.InvokeAsync()).Json());
    }

    [Theory(Timeout = LambdaBench.Deadline), InlineData(true), InlineData(false)]
    public async Task A_python_layer_may_use_the_site_packages_of_the_runtimes_version(bool namespaces)
    {
        await using var bench = await StartAsync(namespaces);
        var layer = bench.Launcher.AddLayer(
            "l",
            Packages.Of(("python/lib/python3.12/site-packages/greeting.py", "TEXT = 'from site-packages'"))
        );
        bench.AddPython(Answer, f => f with { Layers = [layer] });

        Assert.Equal("from site-packages", (string?)(await bench.InvokeAsync()).Json());
    }

    [Theory(Timeout = LambdaBench.Deadline), InlineData(true), InlineData(false)]
    public async Task A_node_function_finds_packages_of_its_layers_by_require_and_by_import(bool namespaces)
    {
        await using var bench = await StartAsync(namespaces);
        var layer = bench.Launcher.AddLayer(
            "l",
            Packages.Of(
                ("nodejs/node_modules/greeting/package.json", """{"name":"greeting","main":"index.js"}"""),
                ("nodejs/node_modules/greeting/index.js", "module.exports = 'hello'"),
                ("nodejs/node20/node_modules/modern/package.json", """{"name":"modern","type":"module","exports":"./index.js"}"""),
                ("nodejs/node20/node_modules/modern/index.js", "export default 'world'")
            )
        );
        var function = new FakeFunction(
            "f",
            Packages.Of(
                ("classic.js", "exports.handler = async () => require('greeting')"),
                (
                    "new.mjs",
                    "import modern from 'modern'; import greeting from 'greeting'; export const handler = async () => greeting + ' ' + modern"
                )
            )
        );
        function = function with { Runtime = "nodejs20.x", Layers = [layer] };

        bench.Launcher.Add(function with { Name = "classic", Handler = "classic.handler" });
        bench.Launcher.Add(function with { Name = "new", Handler = "new.handler" });

        Assert.Equal("hello", (string?)(await bench.InvokeAsync(function: "classic")).Json());
        Assert.Equal("hello world", (string?)(await bench.InvokeAsync(function: "new")).Json());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_dotnet_function_sees_its_layer_below_opt_when_the_machine_allows_mounts()
    {
        await using var bench = await StartAsync(namespaces: true);
        var layer = bench.Launcher.AddLayer(
            "l",
            Packages.Of(("dotnetcore/store/x64/net10.0/shop/1.0.0/lib/net10.0/Shop.dll", "not really"))
        );
        bench.AddDummy(
            "dotnet",
            "env",
            f =>
                f with
                {
                    Layers = [layer],
                    Environment = new(f.Environment) { ["DOTNET_SHARED_STORE"] = "/opt/dotnetcore/store/" },
                }
        );

        var variables = (await bench.InvokeAsync()).Json()["Variables"]!;

        var store = (string)variables["DOTNET_SHARED_STORE"]!;
        Assert.EndsWith("dotnetcore/store/", store, StringComparison.Ordinal);
        if (store.StartsWith("/opt/", StringComparison.Ordinal))
            Assert.Equal("/var/task", (string?)variables["LAMBDA_TASK_ROOT"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_layer_that_lacks_a_package_is_not_helped_by_this_machines_packages()
    {
        await using var bench = await LambdaBench.StartAsync();
        // pip is in the site-packages of about every Python; Lambda's runtimes bring boto3 and little else.
        bench.AddPython("import pip\ndef handler(event, context): return 'found'");

        var result = await bench.InvokeAsync();

        Assert.Equal("Runtime.ImportModuleError", (string?)result.Json()["errorType"]);
        Assert.Equal("Unable to import module 'app': No module named 'pip'", (string?)result.Json()["errorMessage"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Nothing_of_a_sandbox_is_visible_outside()
    {
        await using var bench = await LambdaBench.StartAsync();
        var before = await File.ReadAllTextAsync("/proc/self/mountinfo");
        var layer = bench.Launcher.AddLayer("l", Packages.Of(("python/greeting.py", "TEXT = 1")));
        bench.AddPython("def handler(event, context):\n    open('/tmp/left-by-a-function', 'w').close()", f => f with { Layers = [layer] });

        await bench.InvokeAsync();

        Assert.Equal(before, await File.ReadAllTextAsync("/proc/self/mountinfo"));
        Assert.False(Directory.Exists("/opt/python/greeting.py"));
        if (Directory.EnumerateFiles(bench.Options.StateFolder, "left-by-a-function", SearchOption.AllDirectories).Any())
            Assert.False(File.Exists("/tmp/left-by-a-function"));
    }
}
