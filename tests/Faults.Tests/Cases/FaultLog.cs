using System.Globalization;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// Every result as it comes, in out/fault-matrix.log: nobody has to wait for the last one to see the first that is wrong.
/// </summary>
internal sealed class FaultLog
{
    private readonly string _path = Repository.Path("out/fault-matrix.log");
    private readonly Lock _lock = new();

    public FaultLog()
    {
        Directory.CreateDirectory(Repository.Path("out"));
        File.WriteAllText(_path, "");
    }

    public void Plan(IReadOnlyList<FaultCase> cases) =>
        Write($"{cases.Count} cases\n{string.Concat(cases.Select(c => $"    {c}: {c.Faults.Count} faults, {c.Deaths.Count} deaths\n"))}");

    public void Add(CaseResult result) => Write($"{Describe(result)}\n");

    public static string Describe(CaseResult result)
    {
        var broken = Promises.FindBroken(result);
        var verdict = broken.Count == 0 ? "ok" : "BROKEN";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict} {result.Took.TotalSeconds, 5:0.0} s {result.Ending.InWords()}: {result.Case} ({result.Workload.Id} of {result.Workload.Application}){string.Concat(broken.Select(b => $"\n    {b}"))}"
        );
    }

    private void Write(string text)
    {
        lock (_lock)
            File.AppendAllText(_path, text);
    }
}
