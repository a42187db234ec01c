using System.Reflection;
using Amazon.Lambda.TestUtilities;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda.Generator;

public sealed class GeneratorTests
{
    private const string Serializer = "[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]\n";
    private const string Main = "[assembly: LambdaGlobalProperties(GenerateMain = true)]\n";

    private const string Startup = """
        namespace Shop
        {
            [LambdaStartup]
            public class Startup
            {
                public void ConfigureServices(IServiceCollection services)
                {
                    services.AddSingleton("price list");
                    services.AddScoped<Basket>();
                }
            }

            public sealed class Basket : IDisposable
            {
                public static int Open;

                public Basket() => Open++;

                public void Dispose() => Open--;
            }
        }

        """;

    [Theory]
    [InlineData("public void Run() { }")]
    [InlineData("public void Run(ILambdaContext context) { }")]
    [InlineData("public int Run(string input) => 1;")]
    [InlineData("public int Run(string input, ILambdaContext context) => 1;")]
    [InlineData("public int Run(ILambdaContext context, string @event) => 1;")]
    [InlineData("public Task Run() => Task.CompletedTask;")]
    [InlineData("public async Task Run(string input) => await Task.Yield();")]
    [InlineData(
        "public async Task<int[]> Run(System.Collections.Generic.Dictionary<string, int?> input) { await Task.Yield(); return new[] { 1 }; }"
    )]
    [InlineData("public Stream Run(Stream input) => input;")]
    [InlineData("public Task<Stream> Run(Stream input) => Task.FromResult(input);")]
    [InlineData("public Task Run(Stream input) => Task.CompletedTask;")]
    public void Every_shape_of_function_compiles(string method)
    {
        var compiled = Compiled.From($"{Main}{Serializer}namespace Shop {{ public class Till {{ [LambdaFunction] {method} }} }}");

        Assert.Empty(compiled.Diagnostics);
        Assert.NotNull(compiled.Load().EntryPoint);
    }

    [Fact]
    public void Functions_of_several_classes_and_namespaces_are_known_to_one_Main()
    {
        var compiled = Compiled.From(
            Main
                + Serializer
                + """
                namespace Shop { public class Till { [LambdaFunction] public int Pay(int input) => input; [LambdaFunction] public int Refund(int input) => -input; } }
                namespace Shop.Stock { public class Till { [LambdaFunction] public int Count(int input) => input; } }
                """
        );

        Assert.Empty(compiled.Diagnostics);
        var program = compiled.Load().GetType("Shop.GeneratedProgram")!;
        var create = program.GetMethod("Create", BindingFlags.NonPublic | BindingFlags.Static)!;
        Assert.All(["Pay", "Refund", "Count"], name => Assert.NotNull(create.Invoke(null, [name])));
        Assert.Null(create.Invoke(null, ["pay"]));
    }

    [Fact]
    public async Task Services_come_from_the_startup_class_and_live_as_long_as_the_call()
    {
        var assembly = Compiled
            .From(
                Main
                    + Serializer
                    + Startup
                    + """
                    namespace Shop
                    {
                        public class Till
                        {
                            private readonly string _prices;
                            private int _calls;

                            public Till(string prices) => _prices = prices;

                            [LambdaFunction]
                            public async Task<string> Pay(string input, [FromServices] Basket basket, ILambdaContext context)
                            {
                                await Task.Yield();
                                return $"{_prices}, {input}, call {++_calls}, {Basket.Open} open, {context.AwsRequestId}";
                            }
                        }
                    }
                    """
            )
            .Load();
        var wrapper = Activator.CreateInstance(assembly.GetType("Shop.Till_Pay_Generated")!)!;

        Assert.Equal("price list, tea, call 1, 1 open, r1", await PayAsync(wrapper, "tea", "r1"));
        Assert.Equal("price list, milk, call 2, 1 open, r2", await PayAsync(wrapper, "milk", "r2"));
        Assert.Equal(0, assembly.GetType("Shop.Basket")!.GetField("Open")!.GetValue(null));
    }

    [Fact]
    public void Without_GenerateMain_only_wrappers_are_generated()
    {
        var compiled = Compiled.From(
            Serializer + "namespace Shop { public class Till { [LambdaFunction] public int Run(string input) => 1; } }",
            OutputKind.DynamicallyLinkedLibrary
        );

        Assert.Empty(compiled.Diagnostics);
        Assert.NotNull(compiled.Load().GetType("Shop.Till_Run_Generated"));
        Assert.Null(compiled.Load().GetType("Shop.GeneratedProgram"));
    }

    [Fact]
    public void A_serializer_on_the_method_counts_before_that_of_the_assembly()
    {
        var compiled = Compiled.From(
            Main
                + """
                namespace Shop { public class Till { [LambdaFunction, LambdaSerializer(typeof(CamelCaseLambdaJsonSerializer))] public int Run(string input) => 1; } }
                """
        );

        Assert.Empty(compiled.Diagnostics);
        Assert.Contains(
            "new global::Amazon.Lambda.Serialization.SystemTextJson.CamelCaseLambdaJsonSerializer()",
            compiled.Compilation.SyntaxTrees.Last().ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_edit_elsewhere_regenerates_nothing()
    {
        var (driver, compilation) = Compiled.Prepare(
            $"{Main}{Serializer}namespace Shop {{ public class Till {{ [LambdaFunction] public int Run(string input) => 1; }} }}"
        );
        var first = driver.RunGenerators(compilation);

        var edited = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace Other { public class Anything; }"));
        var steps = first.RunGenerators(edited).GetRunResult().Results.Single().TrackedOutputSteps;

        Assert.NotEmpty(steps);
        Assert.All(
            steps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)
        );
    }

    private static async Task<string> PayAsync(object wrapper, string input, string requestId) =>
        await (Task<string>)
            wrapper.GetType().GetMethod("Pay")!.Invoke(wrapper, [input, new TestLambdaContext { AwsRequestId = requestId }])!;
}
