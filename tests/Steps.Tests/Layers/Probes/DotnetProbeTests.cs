using System.Runtime.InteropServices;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Tests.Layers.Probes;

public sealed class DotnetProbeTests : IDisposable
{
    private readonly ProbeSandbox _sandbox = new(ProbeFamily.Dotnet);

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Types_and_whole_assemblies_are_loaded_from_a_store_and_from_a_flat_folder()
    {
        var sdk = LayerCompiler.Compile(
            Stored("sdk/2.1.0", "Sdk"),
            "public class Client { public static int Calls = 1; }",
            version: "2.0.0.0"
        );
        var shop = LayerCompiler.Compile(InOpt("lib", "Shop.dll"), "namespace Shop { public class Orders : Client { } }", references: sdk);

        var reply = await _sandbox.AskAsync("""{ "types": ["Client, Sdk", "Shop.Orders, Shop", "Shop"] }""");

        Assert.Empty(reply.Failed);
        Assert.Equal(("2.0.0.0", sdk), reply["Client, Sdk"]);
        Assert.Equal(("1.0.0.0", shop), reply["Shop.Orders, Shop"]);
        Assert.Equal(("1.0.0.0", shop), reply["Shop"]);
    }

    [Fact]
    public async Task What_is_not_there_is_reported_and_the_rest_is_still_loaded()
    {
        LayerCompiler.Compile(Stored("sdk/1.0.0", "Sdk"), "public class Client { }");
        _sandbox.Put("lib/Broken.dll", "this is no assembly");

        var reply = await _sandbox.AskAsync("""{ "types": ["Server, Sdk", "Absent", "Type, Absent", "Broken", "Client, Sdk"] }""");

        Assert.Equal(["Client, Sdk"], reply.Loaded);
        Assert.StartsWith("TypeLoadException: Could not resolve type 'Server'", reply.ErrorOf("Server, Sdk"), StringComparison.Ordinal);
        Assert.Equal("assembly Absent is missing: there is no Absent.dll in any layer of the function", reply.ErrorOf("Absent"));
        Assert.Equal("assembly Absent is missing: there is no Absent.dll in any layer of the function", reply.ErrorOf("Type, Absent"));
        Assert.StartsWith("BadImageFormatException", reply.ErrorOf("Broken"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Orders : Client { }")]
    [InlineData("public class Orders { public Client Client; }")]
    [InlineData("public class Orders { private void Send(Client client) { } }")]
    [InlineData("public class Orders { public object Send() => new Client(); }")]
    [InlineData("public class Orders { public override string ToString() => new Client().ToString(); }")]
    [InlineData("public class Orders { public T Send<T>(T value) { new Client().Equals(value); return value; } }")]
    [InlineData(
        "public class Orders<T> { public object Send(int count) { switch (count) { case 1: return 2.5; case 2: return 5L; case 3: return 7f; default: return new Client(); } } }",
        "Orders`1, Shop"
    )]
    [InlineData(
        "public class Orders { public async System.Threading.Tasks.Task<object> SendAsync() { await System.Threading.Tasks.Task.Yield(); return new Client(); } }"
    )]
    [InlineData("public class Orders { public System.Func<object> Later() => () => new Client(); }")]
    public async Task A_missing_dependency_shows_wherever_the_type_mentions_it(string source, string type = "Orders, Shop")
    {
        var sdk = LayerCompiler.Compile(Stored("sdk/1.0.0", "Sdk"), "public class Client { }");
        LayerCompiler.Compile(InOpt("lib", "Shop.dll"), source, references: sdk);
        File.Delete(sdk);

        var reply = await _sandbox.AskAsync($$"""{ "types": ["{{type}}"] }""");

        Assert.Equal("assembly Sdk is missing: there is no Sdk.dll in any layer of the function", reply.ErrorOf(type));
    }

    [Fact]
    public async Task A_dependency_that_lacks_what_the_type_calls_shows()
    {
        var build = LayerCompiler.Compile(InOpt("build", "Sdk.dll"), "public class Client { public void Send(int number) { } }");
        LayerCompiler.Compile(
            InOpt("lib", "Shop.dll"),
            "public class Orders { public void Send() => new Client().Send(1); }",
            references: build
        );
        File.Delete(build);
        LayerCompiler.Compile(Stored("sdk/1.0.0", "Sdk"), "public class Client { public void Send(long number) { } }");

        var reply = await _sandbox.AskAsync("""{ "types": ["Orders, Shop"] }""");

        Assert.StartsWith(
            "MissingMethodException: Method not found: 'Void Client.Send(Int32)'",
            reply.ErrorOf("Orders, Shop"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_newest_version_wins_and_must_be_new_enough()
    {
        LayerCompiler.Compile(Stored("sdk/1.0.0", "Sdk"), "public class Client { }", version: "1.0.0.0");
        var newest = LayerCompiler.Compile(Stored("sdk/10.0.0", "Sdk"), "public class Client { }", version: "10.0.0.0");
        var needed = LayerCompiler.Compile(InOpt("build", "Sdk.dll"), "public class Client { }", version: "11.0.0.0");
        LayerCompiler.Compile(InOpt("lib", "Shop.dll"), "public class Orders : Client { }", references: needed);
        File.Delete(needed);

        var reply = await _sandbox.AskAsync("""{ "types": ["Sdk", "Orders, Shop"] }""");

        Assert.Equal(("10.0.0.0", newest), reply["Sdk"]);
        Assert.Equal(
            $"FileLoadException: Version 11.0.0.0 of Sdk is needed, but {newest} has only 10.0.0.0.",
            reply.ErrorOf("Orders, Shop")
        );
    }

    [Fact]
    public async Task A_store_for_another_processor_is_not_looked_into()
    {
        var other = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "x64" : "arm64";
        LayerCompiler.Compile(InOpt("dotnetcore", "store", other, "net10.0", "Sdk.dll"), "public class Client { }");

        Assert.Equal(["Client, Sdk"], (await _sandbox.AskAsync("""{ "types": ["Client, Sdk"] }""")).Failed);
    }

    [Fact]
    public async Task What_is_part_of_dotnet_does_not_prove_a_layer()
    {
        var reply = await _sandbox.AskAsync("""{ "types": ["System.Text.Json.JsonSerializer, System.Text.Json"] }""");

        Assert.Contains(
            "it does not come from a layer",
            reply.ErrorOf("System.Text.Json.JsonSerializer, System.Text.Json"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_class_constructor_that_fails_is_reported_with_its_reason()
    {
        LayerCompiler.Compile(
            Stored("sdk/1.0.0", "Sdk"),
            """public class Client { static Client() => throw new System.InvalidOperationException("no native library"); }"""
        );

        var reply = await _sandbox.AskAsync("""{ "types": ["Client, Sdk"] }""");

        Assert.Equal("the class constructor of Client failed: InvalidOperationException: no native library", reply.ErrorOf("Client, Sdk"));
    }

    [Fact]
    public async Task Files_must_be_there_and_hold_something()
    {
        _sandbox.Put("config/full.json", "{}");
        _sandbox.Put("config/empty.json", "");

        var reply = await _sandbox.AskAsync("""{ "files": ["config/full.json", "config/empty.json", "config/absent.json", "config"] }""");

        Assert.Equal(["config/full.json"], reply.Loaded);
        Assert.Equal($"InvalidDataException: {InOpt("config", "empty.json")} is empty.", reply.ErrorOf("config/empty.json"));
        Assert.Equal($"FileNotFoundException: There is no {InOpt("config", "absent.json")}.", reply.ErrorOf("config/absent.json"));
        Assert.Contains("config", reply.Failed);
    }

    private string InOpt(params string[] path) => Path.Combine([_sandbox.Opt, .. path]);

    private string Stored(string package, string assembly)
    {
        var processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return InOpt("dotnetcore", "store", processor, "net10.0", package, "lib", "net10.0", assembly + ".dll");
    }
}
