using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>What a look at something found.</summary>
/// <param name="Remedy">Instead of the check's own remedy.</param>
public sealed record Finding(CheckVerdict Verdict, string Evidence, string? Measured = null, string? Limit = null, string? Remedy = null)
{
    public static Finding Passed(string evidence, string? measured = null, string? limit = null) =>
        new(CheckVerdict.Passed, evidence, measured, limit);

    public static Finding Failed(string evidence, string? measured = null, string? limit = null) =>
        new(CheckVerdict.Failed, evidence, measured, limit);

    public static Finding Skipped(string why) => new(CheckVerdict.Skipped, why);

    public static Finding Of(bool passed, string evidence, string? measured = null, string? limit = null) =>
        new(passed ? CheckVerdict.Passed : CheckVerdict.Failed, evidence, measured, limit);
}
