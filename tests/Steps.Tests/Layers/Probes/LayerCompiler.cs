using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeRipple.Workflow.Steps.Tests.Layers.Probes;

/// <summary>Makes the assemblies of a layer out of a few lines of C#.</summary>
internal static class LayerCompiler
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <param name="file">Where the assembly goes; its name is the file's.</param>
    /// <param name="references">Assemblies that the code uses.</param>
    public static string Compile(string file, string source, string version = "1.0.0.0", params string[] references)
    {
        var code = $"""[assembly: System.Reflection.AssemblyVersion("{version}")] {source}""";
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file),
            [CSharpSyntaxTree.ParseText(code)],
            [.. Platform, .. references.Select(r => MetadataReference.CreateFromFile(r))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var result = compilation.Emit(file);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return file;
    }
}
