using System.Text.Json.Serialization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Who may release a function: an application, in an environment, by the release machine of a stack. A tag of the function says so.
/// </summary>
public sealed record FunctionOwner(string Application, string Environment, string Stack)
{
    public const string Tag = "coderipple:owner";

    public static FunctionOwner Of(ReleaseReference release, StepSettings settings) =>
        new(release.Application, release.Environment, settings.Stack);

    /// <summary>The owner that a tag names; null when there is no tag. A tag of another form is somebody else's.</summary>
    public static FunctionOwner? Parse(string? tag) =>
        tag?.Split('@', 2) switch
        {
            null => null,
            [var left, var stack] when left.Split('/') is [var application, var environment] => new(application, environment, stack),
            _ => new(tag, "", ""),
        };

    /// <summary>The tag: <c>application/environment@stack</c>.</summary>
    public override string ToString() => Environment.Length == 0 ? Application : $"{Application}/{Environment}@{Stack}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FunctionOwner))]
internal sealed partial class FunctionOwnerJson : JsonSerializerContext;
