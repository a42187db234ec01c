using System.Text.Json.Nodes;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Workloads;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>What must hold after every release, whatever happened to it.</summary>
internal static class Promises
{
    /// <returns>The promises that were broken, in words; none when all were kept.</returns>
    public static IReadOnlyList<string> FindBroken(CaseResult result)
    {
        var broken = new List<string>();
        // Of many calls that are struck in one release some are made only when the timing asks for them, but never none of a kind.
        // The journal's entry is read only by a second delivery, which a function that is ready at once does not need.
        foreach (
            var kind in result
                .Case.Faults.GroupBy(f => (f.Service, f.Operation))
                .Where(k => k.Key != ("dynamodb", "GetItem") || result.Case.Faults.Count == 1)
        )
            if (result.FaultsNotMet.Count(f => (f.Service, f.Operation) == kind.Key) == kind.Count())
                broken.Add(
                    $"no call met the fault of {kind.Key.Service}:{kind.Key.Operation} in {string.Join(", ", kind.Select(f => f.Caller))}, so the case shows nothing"
                );
        if (!result.Case.Expected.Contains(result.Ending))
            broken.Add(
                $"ended as {result.Ending}, expected {string.Join(" or ", result.Case.Expected)}: {result.Record?["failure"]} {result.Record?["notRestored"]?.ToJsonString()}"
            );
        CheckLive(result, broken);
        CheckJournal(result, broken);
        CheckNotifications(result, broken);
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
        IReadOnlyList<Difference> differences = result.Ending == Ending.Released ? FindNotNew(result) : FindNotOld(result);
        if (result.Ending == Ending.RollbackFailed)
            differences = [.. differences.Where(d => !IsAdmitted(result.Record!, d.Name))];
        broken.AddRange(differences.Select(d => d.Text));

        var current = (string?)result.Current?["id"];
        var live = result.Ending == Ending.Released ? result.Workload.Id : result.Previous?.Id;
        if (current != live)
            broken.Add($"{current ?? "nothing"} is marked as current, but {live ?? "nothing"} is live");
    }

    private static List<Difference> FindNotNew(CaseResult result)
    {
        var wanted = LiveReader.Wanted(result.Workload);
        var found = new List<Difference>();
        foreach (var name in result.Workload.Functions)
        {
            if (!result.After.Functions.TryGetValue(name, out var live))
                found.Add(new Difference(name, $"{name} does not exist"));
            else if (
                live.Latest != wanted
                || live.Aliases is not [{ Name: FaultWorkload.Alias, Others: "" } alias]
                || alias.Content != wanted
            )
                found.Add(new Difference(name, $"{name} is not new: {live}, wanted {wanted}"));
        }

        foreach (var (thing, state) in LiveResourceReader.Wanted(result.Workload))
            if (result.After.Resources[thing] != state)
                found.Add(new Difference(thing.Name, $"{thing} is not new: {result.After.Resources[thing]}, wanted {state}"));
        var deployment = LiveResourceReader.Deployment(result.Workload);
        if (!result.Workload.IsFirst && result.Before.Resources[deployment] == result.After.Resources[deployment])
            found.Add(new Difference(deployment.Name, $"{deployment} is still the old one"));
        return found;
    }

    public static IReadOnlyList<Difference> FindNotOld(CaseResult result)
    {
        var found = new List<Difference>();
        foreach (var name in result.Workload.Functions)
        {
            var (before, after) = (
                result.Before.Functions.GetValueOrDefault(name)?.ToString(),
                result.After.Functions.GetValueOrDefault(name)?.ToString()
            );
            if (before != after)
                found.Add(new Difference(name, $"{name} is not as before: {after ?? "absent"}, before {before ?? "absent"}"));
        }

        foreach (var (thing, before) in result.Before.Resources)
            if (before != LiveResourceReader.NoLogGroup && result.After.Resources[thing] != before)
                found.Add(new Difference(thing.Name, $"{thing} is not as before: {result.After.Resources[thing]}, before {before}"));
        return found;
    }

    private static bool IsAdmitted(JsonNode record, string name) =>
        record["notRestored"]?.AsArray().Any(n => ((string)n!).Contains(name, StringComparison.Ordinal)) == true;

    private static void CheckJournal(CaseResult result, List<string> broken)
    {
        if (result.Ending == Ending.Rejected && result.Journal.Count > 0)
            broken.Add("a rejected release has a journal");
        if (result.Ending == Ending.Released)
            broken.AddRange(
                result
                    .Journal.Where(e => !(bool)e["done"]!)
                    .Select(e => $"the journal leaves open whether {e["resource"]?["name"]} was changed")
            );
        if (result.Case.Rehearsed is { } rehearsed && rehearsed.Ending == result.Ending && rehearsed.Changes != result.Changes)
            broken.Add($"the journal has {result.Changes}; without faults it has {rehearsed.Changes}");
        if (result.Ending == Ending.RollbackFailed && result.Record?["notRestored"] is not JsonArray { Count: > 0 })
            broken.Add("the rollback failed, but nothing says what is not restored");
    }

    private static void CheckNotifications(CaseResult result, List<string> broken)
    {
        var reported = result.Messages.Select(CaseResult.StatusOf).ToList();
        var expected = result.Case.IsNotified ? [(string?)result.Record?["status"] ?? "Rejected"] : new List<string?>();
        if (result.Case.MayNotifyTwice)
            reported = [.. reported.Distinct()];
        if (!reported.SequenceEqual(expected))
            broken.Add($"people were notified [{string.Join(", ", reported)}], expected [{string.Join(", ", expected)}]");
    }

    private static void CheckExecution(CaseResult result, List<string> broken)
    {
        var ended = result.Execution.Error is { } error ? $"{result.Execution.Status}, {error}" : result.Execution.Status.Value;
        var expected =
            result.Case.Deaths.FirstOrDefault(d => d.StateMachine == result.Execution.StateMachineArn)?.Status
            ?? result.Ending switch
            {
                Ending.Released => "SUCCEEDED",
                // The execution knows only that its rollback died; the guardian's came after it.
                _ when result.Case.LosesRollback => "FAILED, RollbackFailed",
                // A rejection that could not be written down is ended by the guardian: there was nothing to restore.
                Ending.RolledBack when result.Case.Expected.Contains(Ending.Rejected) => "FAILED, ReleaseInterrupted",
                Ending.RolledBack => "FAILED, ReleaseRolledBack",
                Ending.Rejected => "FAILED, ReleaseRejected",
                _ => "FAILED, RollbackFailed",
            };
        if (ended != expected)
            broken.Add($"the execution ended as {ended}, expected {expected}");
    }
}

/// <summary>Something that is not live as it must be.</summary>
/// <param name="Name">What the product has to name when it says that this is not restored.</param>
internal sealed record Difference(string Name, string Text);
