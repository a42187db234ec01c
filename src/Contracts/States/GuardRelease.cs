namespace CodeRipple.Workflow.Contracts;

/// <summary>What the guardian did: nothing in most cases.</summary>
/// <param name="Open">Executions that have not come to their end.</param>
/// <param name="Started">Rollbacks that it started.</param>
public sealed record GuardReport(IReadOnlyList<string> Open, IReadOnlyList<string> Started);
