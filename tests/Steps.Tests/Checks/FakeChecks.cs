using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Checks;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>Checks of functions that find what a test says; the other kinds find nothing.</summary>
internal sealed class FakeChecks : ICheckSuite
{
    private (string Id, CheckVerdict Verdict, string? Measured, string? Limit) _finding = (
        CheckCatalog.FunctionActive.Id,
        CheckVerdict.Passed,
        null,
        null
    );

    public string Kind => CheckSubjects.Functions;

    public Exception? Silent { get; set; }

    public static IReadOnlyList<ICheckSuite> All(FakeChecks functions) =>
        [functions, new Nothing(CheckSubjects.Monitoring), new Nothing(CheckSubjects.Security)];

    public void Fails(string check, string? measured = null, string? limit = null) =>
        _finding = (check, CheckVerdict.Failed, measured, limit);

    public void Says(CheckVerdict verdict) => _finding = (CheckCatalog.FunctionActive.Id, verdict, null, null);

    public Task RunAsync(CheckScope scope, CheckLog log)
    {
        var (id, verdict, measured, limit) = _finding;
        return log.CheckAsync(
            new CheckDefinition(id, "fix it"),
            "function:shop-orders",
            () => Silent is null ? new Finding(verdict, "it fails", measured, limit) : throw Silent
        );
    }

    private sealed class Nothing(string kind) : ICheckSuite
    {
        public string Kind => kind;

        public Task RunAsync(CheckScope scope, CheckLog log) => Task.CompletedTask;
    }
}
