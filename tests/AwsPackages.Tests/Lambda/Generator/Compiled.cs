using System.Reflection;
using Amazon.Lambda.Annotations.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda.Generator;

/// <summary>Source code after the generator and the compiler had their turn.</summary>
internal sealed class Compiled
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private Compiled(Compilation compilation, IEnumerable<Diagnostic> diagnostics)
    {
        Compilation = compilation;
        Diagnostics = [.. diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning)];
    }

    public Compilation Compilation { get; }

    /// <summary>What the generator had to say.</summary>
    public Diagnostic[] Diagnostics { get; }

    public static Compiled From(string source, OutputKind kind = OutputKind.ConsoleApplication)
    {
        var (driver, compilation) = Prepare(source, kind);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        return new Compiled(output, diagnostics);
    }

    public static (CSharpGeneratorDriver Driver, CSharpCompilation Compilation) Prepare(
        string source,
        OutputKind kind = OutputKind.ConsoleApplication
    )
    {
        const string usings = """
            using System;
            using System.IO;
            using System.Threading.Tasks;
            using Amazon.Lambda.Annotations;
            using Amazon.Lambda.Core;
            using Amazon.Lambda.Serialization.SystemTextJson;
            using Microsoft.Extensions.DependencyInjection;

            """;
        var tree = CSharpSyntaxTree.ParseText(usings + source, path: "Functions.cs");
        var compilation = CSharpCompilation.Create(
            "Generated",
            [tree],
            Platform,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
        );
        var driver = CSharpGeneratorDriver.Create(
            [new LambdaGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return (driver, compilation);
    }

    /// <summary>Loads the program; fails when it does not compile.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }
}
