using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// The rules of the official generator. Those it reports itself keep its ids (AWSLambda…); where it generates code that does not
/// compile, we say what is wrong (LambdaRule…).
/// </summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor OneStartup = Error(
        "AWSLambda0101",
        "Several startup classes",
        "Class '{0}' is one of several marked [LambdaStartup]; an assembly may have one"
    );

    public static readonly DiagnosticDescriptor RuntimeSupportMissing = Error(
        "AWSLambda0104",
        "Package missing",
        "GenerateMain needs a reference to the package {0}"
    );

    public static readonly DiagnosticDescriptor SerializerMissing = Error(
        "AWSLambda0108",
        "Serializer missing",
        "Function '{0}' has no serializer: add [assembly: LambdaSerializer(typeof(...))]"
    );

    public static readonly DiagnosticDescriptor NotExecutable = Error(
        "AWSLambda0111",
        "Not an executable",
        "GenerateMain needs an executable: set OutputType to Exe in the project file"
    );

    public static readonly DiagnosticDescriptor NoFunctions = Error(
        "AWSLambda0113",
        "No functions",
        "GenerateMain is set but no method is marked [LambdaFunction]"
    );

    public static readonly DiagnosticDescriptor MainExists = Error(
        "AWSLambda0114",
        "Main exists",
        "GenerateMain is set but the project has an entry point of its own: '{0}'"
    );

    public static readonly DiagnosticDescriptor Signature = Error("AWSLambda0117", "Invalid function signature", "Function '{0}': {1}");

    public static readonly DiagnosticDescriptor ClassShape = Error(
        "LambdaRule0001",
        "Invalid function class",
        "Class '{0}' of function '{1}' must be {2}"
    );

    public static readonly DiagnosticDescriptor UniqueNames = Error(
        "LambdaRule0002",
        "Function name not unique",
        "Function '{0}' exists in several classes ({1}); ANNOTATIONS_HANDLER selects by method name, so names must be unique in the assembly"
    );

    public static readonly DiagnosticDescriptor StartupShape = Error(
        "LambdaRule0003",
        "Invalid startup class",
        "Startup class '{0}' must be {1}"
    );

    public static readonly DiagnosticDescriptor StartupMissing = Error(
        "LambdaRule0004",
        "No startup class",
        "Function '{0}' asks for {1}, which needs a class marked [LambdaStartup] with ConfigureServices(IServiceCollection)"
    );

    public static readonly DiagnosticDescriptor NoNullableReferences = Error(
        "LambdaRule0005",
        "Nullable reference type",
        "Function '{0}' has '{1}'; the official generator writes the ? into code without #nullable, which does not compile (CS8669): leave it out"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Lambda", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
