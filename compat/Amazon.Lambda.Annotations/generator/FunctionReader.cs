using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Reads a method marked [LambdaFunction] and checks the shape the official generator's code needs.</summary>
internal static class FunctionReader
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    public static FunctionModel Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var method = (IMethodSymbol)found.TargetSymbol;
        var type = method.ContainingType;
        var input = "";
        var services = new List<string>();
        var arguments = new List<string>();
        var inputs = 0;

        foreach (var parameter in method.Parameters)
        {
            var parameterType = parameter.Type.ToDisplayString(Qualified);
            if (Has(parameter, Names.FromServicesAttribute))
            {
                services.Add($"var @{parameter.Name} = Required<{parameterType}>(scope.ServiceProvider);");
                arguments.Add("@" + parameter.Name);
            }
            else if (parameter.Type.ToDisplayString() == Names.Context)
                arguments.Add("__context");
            else
            {
                inputs++;
                input = parameterType;
                arguments.Add("__input");
            }
        }

        var (answer, output) = ReadAnswer(method);
        var needsConstructorArguments = type.InstanceConstructors.All(constructor => constructor.Parameters.Length > 0);
        return new FunctionModel(
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            method.Name,
            input,
            answer,
            output,
            string.Join("\n", services),
            string.Join(", ", arguments),
            Serializer(method),
            services.Count > 0 || needsConstructorArguments,
            Place.Of(method),
            Check(method, type, inputs)
        );
    }

    private static Problem? Check(IMethodSymbol method, INamedTypeSymbol type, int inputs)
    {
        var shape = type switch
        {
            { ContainingType: not null } => "top-level, not nested in another class",
            { ContainingNamespace.IsGlobalNamespace: true } => "inside a namespace",
            { DeclaredAccessibility: not Accessibility.Public } => "public",
            { IsStatic: true } or { IsAbstract: true } => "an ordinary class, neither static nor abstract",
            { IsGenericType: true } => "without type parameters",
            _ => null,
        };
        if (shape is not null)
            return new Problem(Rules.ClassShape, Place.Of(type), type.Name, method.Name, shape);

        var signature = method switch
        {
            { DeclaredAccessibility: not Accessibility.Public } => "must be public",
            { IsStatic: true } => "must not be static",
            { IsGenericMethod: true } => "must not have type parameters",
            _ when inputs > 1 => "may have one input; mark what the service container provides with [FromServices]",
            _ when method.Parameters.Any(parameter => parameter.RefKind != RefKind.None) => "must not have ref, in or out parameters",
            _ when method.ReturnsByRef || method.ReturnType.Name == "ValueTask" => "must return nothing, a value, Task or Task<T>",
            _ when method.IsAsync && method.ReturnsVoid => "is async void, so nobody could wait for it; return Task",
            _ => null,
        };
        if (signature is not null)
            return new Problem(Rules.Signature, Place.Of(method), method.Name, signature);

        var annotated = method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).FirstOrDefault(IsAnnotated);
        if (annotated is not null)
            return new Problem(Rules.NoNullableReferences, Place.Of(method), method.Name, Shown(annotated));

        return Serializer(method).Length == 0 ? new Problem(Rules.SerializerMissing, Place.Of(method), method.Name) : null;
    }

    private static bool IsAnnotated(ITypeSymbol type) =>
        (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated)
        || type switch
        {
            INamedTypeSymbol named => named.TypeArguments.Any(IsAnnotated),
            IArrayTypeSymbol array => IsAnnotated(array.ElementType),
            _ => false,
        };

    private static string Shown(ITypeSymbol type) =>
        type.ToDisplayString(
            SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            )
        );

    private static (Answer Answer, string Output) ReadAnswer(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return (Answer.Nothing, "");
        if (
            method.ReturnType is INamedTypeSymbol { Name: "Task", ContainingNamespace: var space } task
            && space.ToDisplayString() == "System.Threading.Tasks"
        )
        {
            return task.TypeArguments.Length == 0
                ? (Answer.Task, "")
                : (Answer.TaskWithValue, task.TypeArguments[0].ToDisplayString(Qualified));
        }

        return (Answer.Value, method.ReturnType.ToDisplayString(Qualified));
    }

    private static string Serializer(IMethodSymbol method)
    {
        var attribute = Find(method, Names.SerializerAttribute) ?? Find(method.ContainingAssembly, Names.SerializerAttribute);
        return attribute?.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type ? type.ToDisplayString(Qualified) : "";
    }

    private static bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    private static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass?.ToDisplayString() == attribute);
}
