using System.Text.Json.Nodes;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.Faults.Tests.Live;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>What must hold after every release, whatever happened to it.</summary>
internal static class Promises
{
    /// <returns>The promises that were broken, in words; none when all were kept.</returns>
    public static IReadOnlyList<string> FindBroken(CaseResult result)
    {
        var broken = new List<string>();
        broken.AddRange(result.FaultsNotMet.Select(f => $"no call met the fault of {f.Service}:{f.Operation} in {f.Caller}, so the case shows nothing"));
        if (result.Ending != result.Case.Expected)
            broken.Add($"ended as {result.Ending}, expected {result.Case.Expected}: {result.Record?["failure"]} {result.Record?["notRestored"]?.ToJsonString()}");
        CheckLive(result, broken);
        CheckJournal(result, broken);
        CheckTold(result, broken);
        CheckExecution(result, broken);
        if (result.Probes.Count > 0)
            broken.Add($"probes were left: {string.Join(", ", result.Probes)}");
        if (result.IsOpen)
            broken.Add("the guardian still believes that it runs");
        if (result.LockHolder is not null && result.Ending != Ending.RollbackFailed)
            broken.Add($"the lock is still held by {result.LockHolder}");
        return broken;
    }

    private static void CheckLive(CaseResult result, List<string> broken)
    {
        var differences = result.Ending == Ending.Released ? FindNotNew(result) : FindNotOld(result);
        if (result.Ending == Ending.RollbackFailed)
            differences = [.. differences.Where(d => !IsAdmitted(result.Record!, d.Function))];
        broken.AddRange(differences.Select(d => d.Difference));

        var current = (string?)result.Current?["id"];
        var live = result.Ending == Ending.Released ? result.Cargo.Id : result.Previous?.Id;
        if (current != live)
            broken.Add($"{current ?? "nothing"} is marked as current, but {live ?? "nothing"} is live");
    }

    private static List<(string Function, string Difference)> FindNotNew(CaseResult result)
    {
        var wanted = LiveReader.Wanted(result.Cargo);
        var found = new List<(string, string)>();
        foreach (var name in result.Cargo.Functions)
        {
            if (!result.After.TryGetValue(name, out var live))
                found.Add((name, $"{name} does not exist"));
            else if (live.Latest != wanted || live.Aliases is not [{ Name: FaultCargo.Alias, Others: "" } alias] || alias.Content != wanted)
                found.Add((name, $"{name} is not new: {live}, wanted {wanted}"));
        }

        return found;
    }

    private static List<(string Function, string Difference)> FindNotOld(CaseResult result)
    {
        var found = new List<(string, string)>();
        foreach (var name in result.Cargo.Functions)
        {
            var (before, after) = (result.Before.GetValueOrDefault(name)?.ToString(), result.After.GetValueOrDefault(name)?.ToString());
            if (before != after)
                found.Add((name, $"{name} is not as before: {after ?? "absent"}, before {before ?? "absent"}"));
        }

        return found;
    }

    private static bool IsAdmitted(JsonNode record, string function) =>
        record["notRestored"]?.AsArray().Any(n => ((string)n!).Contains(function, StringComparison.Ordinal)) == true;

    private static void CheckJournal(CaseResult result, List<string> broken)
    {
        if (result.Ending == Ending.Rejected && result.Journal.Count > 0)
            broken.Add("a rejected release has a journal");
        if (result.Ending == Ending.Released)
            broken.AddRange(result.Journal.Where(e => !(bool)e["done"]!).Select(e => $"the journal leaves open whether {e["resource"]?["name"]} was changed"));
        if (result.Ending == Ending.RollbackFailed && result.Record?["notRestored"] is not JsonArray { Count: > 0 })
            broken.Add("the rollback failed, but nothing says what is not restored");
    }

    private static void CheckTold(CaseResult result, List<string> broken)
    {
        var told = result.Messages.Select(m => (string?)m["MessageAttributes"]?["status"]?["Value"]).ToList();
        var expected = result.Case.IsTold ? [(string?)result.Record?["status"] ?? "Rejected"] : new List<string?>();
        if (result.Case.MayTellTwice)
            told = [.. told.Distinct()];
        if (!told.SequenceEqual(expected))
            broken.Add($"people were told [{string.Join(", ", told)}], expected [{string.Join(", ", expected)}]");
    }

    private static void CheckExecution(CaseResult result, List<string> broken)
    {
        var ended = result.Execution.Error is { } error ? $"{result.Execution.Status}, {error}" : result.Execution.Status.Value;
        var expected = result.Case.Deaths.FirstOrDefault(d => d.StateMachine == result.Execution.StateMachineArn)?.Status ?? result.Ending switch
        {
            Ending.Released => "SUCCEEDED",
            Ending.RolledBack => "FAILED, ReleaseRolledBack",
            Ending.Rejected => "FAILED, ReleaseRejected",
            _ => "FAILED, RollbackFailed",
        };
        if (ended != expected)
            broken.Add($"the execution ended as {ended}, expected {expected}");
    }
}
