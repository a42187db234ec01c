using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>The class marked [LambdaStartup].</summary>
internal sealed record StartupModel(string FullName, string Name, Place Place, Problem? Problem)
{
    public static StartupModel Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var place = Place.Of(type);
        var shape = type switch
        {
            { IsStatic: true } or { IsAbstract: true } => "an ordinary class, neither static nor abstract",
            { DeclaredAccessibility: not Accessibility.Public } => "public",
            _ when !type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(IsConfigureServices) =>
                "given a public method ConfigureServices(IServiceCollection services) that is not static",
            _ => null,
        };
        var problem = shape is null ? null : new Problem(Rules.StartupShape, place, type.Name, shape);
        return new StartupModel(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), type.Name, place, problem);
    }

    private static bool IsConfigureServices(IMethodSymbol method) =>
        method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 }
        && method.Parameters[0].Type.ToDisplayString() == Names.ServiceCollection;
}
