namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>What Lambda's Node runtimes bring, and what they take no longer.</summary>
public sealed class NodeRuntimeSpecs : IDisposable
{
    private const string Import = "import { S3Client } from '@aws-sdk/client-s3'; export const handler = async () => typeof S3Client";

    private const string FakePackage = """
        #!/bin/sh
        sdk="$3/node_modules/@aws-sdk/client-s3"
        mkdir -p "$sdk"
        echo '{"name":"@aws-sdk/client-s3","main":"index.js"}' > "$sdk/package.json"
        echo 'exports.S3Client = class {}' > "$sdk/index.js"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("npm-").FullName;

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("nodejs24.x", "(event, context, callback) => callback(null, 1)", "Runtime.CallbackHandlerDeprecated")]
    [InlineData("nodejs22.x", "(event, context, callback) => callback(null, 1)", null)]
    [InlineData("nodejs24.x", "async (event, context) => 1", null)]
    public async Task A_callback_handler_is_refused_since_node_24(string runtime, string handler, string? errorType)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddNode("exports.handler = " + handler, f => f with { Runtime = runtime });

        var result = await bench.InvokeAsync();

        Assert.Equal(errorType is null ? null : "Unhandled", result.FunctionError);
        if (errorType is not null)
        {
            Assert.Equal(errorType, (string?)result.Json()["errorType"]);
            Assert.StartsWith(
                "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.",
                (string?)result.Json()["errorMessage"]
            );
        }
    }

    [Theory(Timeout = LambdaBench.Deadline)]
    [InlineData("app.mjs", Import, true)]
    [InlineData("app.mjs", Import, false)]
    [InlineData("app.js", "exports.handler = async () => typeof require('@aws-sdk/client-s3').S3Client", true)]
    [InlineData("app.js", "exports.handler = async () => typeof require('@aws-sdk/client-s3').S3Client", false)]
    public async Task The_aws_sdk_need_not_be_packed(string file, string source, bool namespaces)
    {
        var npm = Npm(FakePackage);
        await using var bench = await LambdaBench.StartAsync(o => o with { CacheFolder = _folder, Npm = npm, Namespaces = namespaces });
        bench.AddNode("", f => f with { Zip = Packages.Of((file, source)) });

        Assert.Equal("function", (string?)(await bench.InvokeAsync()).Json());
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task Where_the_sdk_cannot_be_fetched_the_error_says_what_helps()
    {
        var npm = Npm("#!/bin/sh\necho 'npm error code ENOTFOUND' >&2\nexit 1");
        await using var bench = await LambdaBench.StartAsync(o => o with { CacheFolder = _folder, Npm = npm });
        bench.AddNode("", f => f with { Zip = Packages.Of(("app.mjs", Import)) });

        var error = (await bench.InvokeAsync()).Json();

        Assert.Equal("Runtime.ImportModuleError", (string?)error["errorType"]);
        Assert.Contains("could not fetch it: npm error code ENOTFOUND", (string?)error["errorMessage"], StringComparison.Ordinal);
        Assert.Contains("Install npm", (string?)error["errorMessage"], StringComparison.Ordinal);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task An_sdk_that_the_package_brings_is_the_one_that_counts()
    {
        var npm = Npm("#!/bin/sh\nexit 1");
        await using var bench = await LambdaBench.StartAsync(o => o with { CacheFolder = _folder, Npm = npm });
        bench.AddNode(
            "",
            f =>
                f with
                {
                    Zip = Packages.Of(("app.mjs", Import), ("node_modules/@aws-sdk/client-s3/index.js", "exports.S3Client = class {}")),
                }
        );

        Assert.Equal("function", (string?)(await bench.InvokeAsync()).Json());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Npm(string script)
    {
        var file = Path.Combine(_folder, "npm");
        File.WriteAllText(file, script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return file;
    }
}
