namespace Amazon.Lambda.Annotations.SourceGenerator;

internal enum Answer
{
    Nothing,
    Value,
    Task,
    TaskWithValue,
}

/// <summary>
/// One function as far as generated code depends on it. All text, so that equal functions compare equal and an unrelated edit
/// regenerates nothing. Types are fully qualified; <see cref="Services"/> and <see cref="Arguments"/> are finished code.
/// </summary>
internal sealed record FunctionModel(
    string Namespace,
    string ClassName,
    string MethodName,
    string InputType,
    Answer Answer,
    string OutputType,
    string Services,
    string Arguments,
    string Serializer,
    bool NeedsStartup,
    Place Place,
    Problem? Problem
)
{
    public string FullClassName => $"global::{Namespace}.{ClassName}";

    public string WrapperName => $"{ClassName}_{MethodName}_Generated";

    public string ReturnType =>
        Answer switch
        {
            Answer.Nothing => "void",
            Answer.Value => OutputType,
            Answer.Task => "global::System.Threading.Tasks.Task",
            _ => $"global::System.Threading.Tasks.Task<{OutputType}>",
        };
}
