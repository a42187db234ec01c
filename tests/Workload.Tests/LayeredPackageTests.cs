using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.AwsPackages.Tests.Lambda;

namespace CodeRipple.Workflow.WorkloadTests;

/// <summary>What `dotnet publish` makes of layers and functions, put together as Lambda does it.</summary>
public sealed class LayeredPackageTests(LayeredPackageTests.Published published) : IClassFixture<LayeredPackageTests.Published>
{
    private const long SmallFunction = 110_000;

    [Fact]
    public void A_layer_is_a_package_store_of_its_assemblies_and_nothing_else()
    {
        Assert.Equal(["dotnetcore/store/x64/net10.0/coderipple/1.0.0/lib/net10.0/CodeRipple.dll"], published.Files("CodeRipple"));
        Assert.Equal(
            ["AWSSDK.Core.dll", "AWSSDK.DynamoDBv2.dll", "AWSSDK.S3.dll"],
            published.Files("Dependencies").Select(Path.GetFileName)
        );
        Assert.All(
            published.Files("Dependencies"),
            file => Assert.StartsWith("dotnetcore/store/x64/net10.0/awssdk.", file, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Orchestrator")]
    [InlineData("Deliverer")]
    public void A_function_is_small_because_the_layers_hold_the_rest(string function)
    {
        Assert.DoesNotContain(
            published.Files(function),
            file => file.StartsWith("AWSSDK", StringComparison.Ordinal) || file == "CodeRipple.dll"
        );

        var zip = Path.Combine(published.Folder, function + ".zip");
        ZipFile.CreateFromDirectory(published.FolderOf(function), zip, CompressionLevel.SmallestSize, includeBaseDirectory: false);
        Assert.InRange(new FileInfo(zip).Length, 1, SmallFunction);
    }

    [Fact]
    public async Task A_function_runs_with_the_assemblies_of_its_layers()
    {
        await using var api = new FakeRuntimeApi();
        using var process = Start(
            "Orchestrator",
            api.Endpoint,
            $"{published.FolderOf("Dependencies")}/dotnetcore/store/:{published.FolderOf("CodeRipple")}/dotnetcore/store/"
        );
        try
        {
            api.Enqueue("""{ "test_type": "layer_functionality", "validate_imports": true }""");
            var answer = JsonNode.Parse((await api.ReceivedAsync()).Body)!;
            var assemblies = JsonNode.Parse(answer["body"]!.GetValue<string>())!["assemblies"]!;

            Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
            Assert.StartsWith(
                published.FolderOf("CodeRipple"),
                assemblies["CodeRipple"]!["location"]!.GetValue<string>(),
                StringComparison.Ordinal
            );
            Assert.StartsWith(
                published.FolderOf("Dependencies"),
                assemblies["AWSSDK.DynamoDBv2"]!["location"]!.GetValue<string>(),
                StringComparison.Ordinal
            );
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task A_function_without_its_layers_does_not_run()
    {
        await using var api = new FakeRuntimeApi();
        using var process = Start("Orchestrator", api.Endpoint, "/nowhere");

        using var deadline = new CancellationTokenSource(FakeRuntimeApi.Patience);
        await process.WaitForExitAsync(deadline.Token);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal(0, api.Connections);
    }

    private Process Start(string function, string endpoint, string store) =>
        Process.Start(
            new ProcessStartInfo("dotnet", ["exec", $"{published.FolderOf(function)}/{function}.dll"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["AWS_LAMBDA_RUNTIME_API"] = endpoint,
                    ["DOTNET_SHARED_STORE"] = store,
                    ["AWS_REGION"] = "eu-west-1",
                },
            }
        )!;

    /// <summary>Everything published once, away from the folders that the solution builds in.</summary>
    public sealed class Published : IAsyncLifetime
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

        public string Folder { get; } = Directory.CreateTempSubdirectory("workload-").FullName;

        public string FolderOf(string project) => Directory.GetDirectories(Path.Combine(Folder, "publish", project)).Single();

        public IEnumerable<string> Files(string project) =>
            Directory
                .EnumerateFiles(FolderOf(project), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(FolderOf(project), file))
                .Order(StringComparer.Ordinal);

        public async Task InitializeAsync()
        {
            using var process = Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [
                        "publish",
                        Repository.Path("Workload.slnf"),
                        "-c",
                        "Release",
                        "--artifacts-path",
                        Folder,
                        "-v",
                        "quiet",
                        "-nologo",
                        "-nodeReuse:false",
                        "-p:RunAnalyzers=false",
                    ]
                )
                {
                    RedirectStandardOutput = true,
                }
            )!;
            using var deadline = new CancellationTokenSource(Patience);
            var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            Assert.True(process.ExitCode == 0, $"dotnet publish failed: {output}");
        }

        public Task DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return Task.CompletedTask;
        }
    }
}
