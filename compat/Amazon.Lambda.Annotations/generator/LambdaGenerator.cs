using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// Generates a wrapper class per function and, on request, the program that runs one of them. Unlike the official generator it
/// writes no CloudFormation template: this project's template is written by hand.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LambdaGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.FunctionAttribute, (_, _) => true, FunctionReader.Read)
            .Collect();
        var startups = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.StartupAttribute, (_, _) => true, StartupModel.Read)
            .Collect();
        var program = context.CompilationProvider.Select(ProgramModel.Read);

        context.RegisterSourceOutput(
            functions.Combine(startups).Combine(program),
            (output, model) => Generate(output, model.Left.Left, model.Left.Right, model.Right)
        );
    }

    private static void Generate(
        SourceProductionContext output,
        ImmutableArray<FunctionModel> functions,
        ImmutableArray<StartupModel> startups,
        ProgramModel program
    )
    {
        var problems = Problems(functions, startups, program).ToList();
        foreach (var problem in problems)
            output.ReportDiagnostic(problem.ToDiagnostic());
        if (problems.Count > 0)
            return;

        foreach (var function in functions)
            output.AddSource($"{function.WrapperName}.g.cs", WrapperWriter.Write(function, startups.FirstOrDefault()));
        if (program.GenerateMain)
            output.AddSource("Program.g.cs", ProgramWriter.Write(functions));
    }

    private static IEnumerable<Problem> Problems(
        ImmutableArray<FunctionModel> functions,
        ImmutableArray<StartupModel> startups,
        ProgramModel program
    )
    {
        foreach (var function in functions)
        {
            if (function.Problem is { } wrong)
                yield return wrong;
            else if (function.NeedsStartup && startups.IsEmpty)
            {
                yield return new Problem(
                    Rules.StartupMissing,
                    function.Place,
                    function.MethodName,
                    function.Services.Length > 0 ? "[FromServices]" : "constructor arguments"
                );
            }
        }

        foreach (var same in functions.GroupBy(function => function.MethodName).Where(group => group.Count() > 1))
        {
            yield return new Problem(
                Rules.UniqueNames,
                same.Last().Place,
                same.Key,
                string.Join(", ", same.Select(function => $"{function.Namespace}.{function.ClassName}"))
            );
        }

        foreach (var startup in startups)
        {
            if (startups.Length > 1)
                yield return new Problem(Rules.OneStartup, startup.Place, startup.Name);
            else if (startup.Problem is { } wrong)
                yield return wrong;
        }

        if (!program.GenerateMain)
            yield break;
        if (!program.IsExecutable)
            yield return new Problem(Rules.NotExecutable, Place.None, "");
        if (!program.HasRuntimeSupport)
            yield return new Problem(Rules.RuntimeSupportMissing, Place.None, Names.RuntimeSupport);
        if (program.EntryPoint.Length > 0)
            yield return new Problem(Rules.MainExists, Place.None, program.EntryPoint);
        if (functions.IsEmpty)
            yield return new Problem(Rules.NoFunctions, Place.None, "");
    }
}
