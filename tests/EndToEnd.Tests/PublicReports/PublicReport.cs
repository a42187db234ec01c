namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>A bug that users of some deployment tool reported in public, as an input of this product.</summary>
/// <param name="Name">The kind of fault.</param>
/// <param name="Source">Where it was reported.</param>
/// <param name="Expected">What a user should get, in one line.</param>
/// <param name="RunAsync">Runs it and says what a user got, in the same words.</param>
public sealed record PublicReport(string Name, string Source, string Expected, Func<ReportedWorkload, Task<string>> RunAsync)
{
    public override string ToString() => Name;
}
