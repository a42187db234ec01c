using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>What a release sets of a function or a version: its code, and its settings with sealed variables.</summary>
public sealed record FunctionContent(CodeIdentity Code, FunctionSettings Settings)
{
    public static async Task<FunctionContent> OfAsync(FunctionConfiguration live, EnvironmentSeal seal) =>
        new(CodeIdentity.Of(live), await FunctionSettings.OfAsync(live, seal));
}
