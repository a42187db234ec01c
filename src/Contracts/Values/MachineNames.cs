namespace CodeRipple.Workflow.Contracts;

/// <summary>The functions of a release machine are called <c>stack-Step</c>; a workload must not reach them.</summary>
public static class MachineNames
{
    /// <summary>Whether a stack's own functions begin with what the functions of workloads begin with.</summary>
    public static bool Overlap(string stack, string targetPrefix) => $"{stack}-".StartsWith(targetPrefix, StringComparison.Ordinal);

    /// <summary>Whether a name is, or may be, that of a function of the stack itself.</summary>
    public static bool IsOwn(string stack, string targetPrefix, string name) =>
        name.StartsWith($"{stack}-", StringComparison.Ordinal) && !targetPrefix.StartsWith($"{stack}-", StringComparison.Ordinal);

    /// <summary>What is wrong, and what to do.</summary>
    public static string OverlapProblem(string stack, string targetPrefix) =>
        $"its own functions begin with {stack}-, and so with TargetPrefix \"{targetPrefix}\": a release could change the release machine itself";
}
