using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda.Generator;

/// <summary>What the official generator demands is said at compile time, in words.</summary>
public sealed class RuleTests
{
    private const string Serializer = "[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]\n";
    private const string Main = "[assembly: LambdaGlobalProperties(GenerateMain = true)]\n";
    private const string Till = "namespace Shop { public class Till { [LambdaFunction] public int Run(string input) => 1; } }\n";

    [Theory]
    [InlineData("internal class Till { [LambdaFunction] public int Run(int input) => 1; }", "public")]
    [InlineData(
        "public static class Till { [LambdaFunction] public static int Run(int input) => 1; }",
        "an ordinary class, neither static nor abstract"
    )]
    [InlineData(
        "public abstract class Till { [LambdaFunction] public int Run(int input) => 1; }",
        "an ordinary class, neither static nor abstract"
    )]
    [InlineData("public class Till<T> { [LambdaFunction] public int Run(int input) => 1; }", "without type parameters")]
    [InlineData(
        "public class Shelf { public class Till { [LambdaFunction] public int Run(int input) => 1; } }",
        "top-level, not nested in another class"
    )]
    public void The_class_of_a_function_has_a_shape(string code, string demand) =>
        Expect("LambdaRule0001", $"Class 'Till' of function 'Run' must be {demand}", $"{Serializer}namespace Shop {{ {code} }}");

    [Fact]
    public void The_class_of_a_function_is_in_a_namespace() =>
        Expect(
            "LambdaRule0001",
            "Class 'Till' of function 'Run' must be inside a namespace",
            Serializer + "public class Till { [LambdaFunction] public int Run(int input) => 1; }"
        );

    [Theory]
    [InlineData("internal int Run(int input) => 1;", "must be public")]
    [InlineData("public static int Run(int input) => 1;", "must not be static")]
    [InlineData("public int Run<T>(T input) => 1;", "must not have type parameters")]
    [InlineData(
        "public int Run(int input, string more) => 1;",
        "may have one input; mark what the service container provides with [FromServices]"
    )]
    [InlineData("public int Run(ref int input) => 1;", "must not have ref, in or out parameters")]
    [InlineData("public ValueTask<int> Run(int input) => default;", "must return nothing, a value, Task or Task<T>")]
    [InlineData("public async void Run(int input) => await Task.Yield();", "is async void, so nobody could wait for it; return Task")]
    public void A_function_has_a_signature(string method, string demand) =>
        Expect(
            "AWSLambda0117",
            $"Function 'Run': {demand}",
            $"{Serializer}namespace Shop {{ public class Till {{ [LambdaFunction] {method} }} }}"
        );

    [Theory]
    [InlineData("public int Run(string? input) => 1;", "string?")]
    [InlineData("public Task<string?> Run(int input) => Task.FromResult<string?>(null);", "Task<string?>")]
    [InlineData("public int Run(System.Collections.Generic.List<string?[]> input) => 1;", "List<string?[]>")]
    public void A_function_has_no_nullable_reference_types(string method, string type) =>
        Expect(
            "LambdaRule0005",
            $"Function 'Run' has '{type}'; the official generator writes the ? into code without #nullable, which does not compile (CS8669): leave it out",
            $"{Serializer}namespace Shop {{ public class Till {{ [LambdaFunction] {method} }} }}"
        );

    [Fact]
    public void A_nullable_number_is_no_nullable_reference_type() =>
        Expect(
            "AWSLambda0108",
            "Function 'Run' has no serializer: add [assembly: LambdaSerializer(typeof(...))]",
            "namespace Shop { public class Till { [LambdaFunction] public int Run(int? input) => 1; } }"
        );

    [Fact]
    public void Names_are_unique_in_the_assembly() =>
        Expect(
            "LambdaRule0002",
            "Function 'Run' exists in several classes (Shop.Till, Shop.Desk); ANNOTATIONS_HANDLER selects by method name, so names must be unique in the assembly",
            Serializer + Till + "namespace Shop { public class Desk { [LambdaFunction] public int Run(string input) => 1; } }"
        );

    [Fact]
    public void Overloads_have_the_same_name_too() =>
        Expect(
            "LambdaRule0002",
            "Function 'Run' exists in several classes (Shop.Till, Shop.Till); ANNOTATIONS_HANDLER selects by method name, so names must be unique in the assembly",
            Serializer
                + "namespace Shop { public class Till { [LambdaFunction] public int Run(string input) => 1; [LambdaFunction] public int Run(int input) => 1; } }"
        );

    [Fact]
    public void A_serializer_is_needed() =>
        Expect("AWSLambda0108", "Function 'Run' has no serializer: add [assembly: LambdaSerializer(typeof(...))]", Till);

    [Fact]
    public void A_service_needs_a_startup_class() =>
        Expect(
            "LambdaRule0004",
            "Function 'Run' asks for [FromServices], which needs a class marked [LambdaStartup] with ConfigureServices(IServiceCollection)",
            Serializer
                + "namespace Shop { public class Till { [LambdaFunction] public int Run(int input, [FromServices] string prices) => 1; } }"
        );

    [Fact]
    public void Constructor_arguments_need_a_startup_class() =>
        Expect(
            "LambdaRule0004",
            "Function 'Run' asks for constructor arguments, which needs a class marked [LambdaStartup] with ConfigureServices(IServiceCollection)",
            Serializer
                + "namespace Shop { public class Till { public Till(string prices) { } [LambdaFunction] public int Run(int input) => 1; } }"
        );

    [Theory]
    [InlineData(
        "public static class Startup { public static void ConfigureServices(IServiceCollection services) { } }",
        "an ordinary class, neither static nor abstract"
    )]
    [InlineData("class Startup { public void ConfigureServices(IServiceCollection services) { } }", "public")]
    [InlineData("public class Startup { }", "given a public method ConfigureServices(IServiceCollection services) that is not static")]
    public void The_startup_class_has_a_shape(string startup, string demand) =>
        Expect(
            "LambdaRule0003",
            $"Startup class 'Startup' must be {demand}",
            $"{Serializer}{Till}namespace Shop {{ [LambdaStartup] {startup} }}"
        );

    [Fact]
    public void There_is_one_startup_class()
    {
        const string startups = """
            namespace Shop
            {
                [LambdaStartup] public class Startup { public void ConfigureServices(IServiceCollection services) { } }
                [LambdaStartup] public class Another { public void ConfigureServices(IServiceCollection services) { } }
            }
            """;

        var diagnostics = Compiled.From(Serializer + Till + startups).Diagnostics;

        Assert.Equal(["AWSLambda0101", "AWSLambda0101"], diagnostics.Select(one => one.Id));
    }

    [Fact]
    public void Main_needs_an_executable() =>
        Expect(
            "AWSLambda0111",
            "GenerateMain needs an executable: set OutputType to Exe in the project file",
            Main + Serializer + Till,
            OutputKind.DynamicallyLinkedLibrary
        );

    [Fact]
    public void Main_needs_a_function() =>
        Expect("AWSLambda0113", "GenerateMain is set but no method is marked [LambdaFunction]", Main + Serializer);

    [Fact]
    public void Main_must_not_exist_already() =>
        Expect(
            "AWSLambda0114",
            "GenerateMain is set but the project has an entry point of its own: 'Shop.Program.Main()'",
            Main + Serializer + Till + "namespace Shop { public static class Program { public static void Main() { } } }"
        );

    [Fact]
    public void A_message_points_at_the_function()
    {
        var diagnostic = Assert.Single(Compiled.From(Till).Diagnostics);

        Assert.Equal("Functions.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(7, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    private static void Expect(string id, string message, string source, OutputKind kind = OutputKind.ConsoleApplication)
    {
        var diagnostic = Assert.Single(Compiled.From(source, kind).Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }
}
