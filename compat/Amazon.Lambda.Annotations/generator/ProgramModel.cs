using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What the assembly as a whole asks for.</summary>
internal sealed record ProgramModel(bool GenerateMain, bool IsExecutable, bool HasRuntimeSupport, string EntryPoint)
{
    public static ProgramModel Read(Compilation compilation, CancellationToken cancellation)
    {
        var attribute = compilation
            .Assembly.GetAttributes()
            .FirstOrDefault(candidate => candidate.AttributeClass?.ToDisplayString() == Names.GlobalPropertiesAttribute);
        var generate = attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "GenerateMain").Value.Value is true;
        var entryPoint = generate ? compilation.GetEntryPoint(cancellation) : null;
        return new ProgramModel(
            generate,
            compilation.Options.OutputKind == OutputKind.ConsoleApplication,
            compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == Names.RuntimeSupport),
            entryPoint?.ToDisplayString() ?? ""
        );
    }
}
