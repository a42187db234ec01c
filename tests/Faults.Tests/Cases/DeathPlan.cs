using CodeRipple.Workflow.Client.Releases;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// The death of an execution at each state. The guardian sees only how an execution ended, so the states are aborted and timed out in
/// turn. While a rollback that the guardian started is under way, that one dies as well, at one of its states: so every state of the
/// rollback has its death within the death of a release.
/// </summary>
internal sealed class DeathPlan(ReleaseMachine machine, IReadOnlyList<Rehearsal> rehearsals)
{
    // From here on the release is recorded as live.
    private static readonly string[] AfterSuccess = ["NotifySuccess", "AnnounceSuccess", "CloseRelease", "ReleaseSucceeded"];

    // Where a death leaves nothing to restore, the rollback does not enter all of its states.
    private const string FirstWithChanges = "PublishLayers";

    public IEnumerable<FaultCase> Cases()
    {
        // In the order of the definitions: that of the events depends on what runs side by side.
        var order = new[] { (machine.ReleaseStateMachineArn, "release"), (machine.RollbackStateMachineArn, "rollback") }
            .SelectMany(m => Definition.Read(m.Item2).States.Select((state, i) => ((m.Item1, state), i)))
            .ToDictionary(s => s.Item1, s => s.i);
        var states = rehearsals
            .SelectMany(r => r.States.OrderBy(s => order[s]).Select(s => (Rehearsal: r, s.StateMachine, s.State)))
            .ToList();
        var toEarlierRelease = new Queue<string>(states.Where(s => s.StateMachine == machine.RollbackStateMachineArn).Select(s => s.State));
        var (number, hasChanges) = (0, false);
        foreach (var (rehearsal, stateMachine, state) in states.Where(s => s.StateMachine == machine.ReleaseStateMachineArn))
        {
            var isGood = rehearsal.Result.Ending == Ending.Released;
            hasChanges |= state == FirstWithChanges;
            var deaths = new List<Death> { new(stateMachine, state, StatusOf(number)) };
            if (isGood && hasChanges && !AfterSuccess.Contains(state) && toEarlierRelease.TryDequeue(out var inBetween))
                deaths.Add(new Death(machine.RollbackStateMachineArn, inBetween, StatusOf(number + 1)));
            yield return Case(rehearsal, deaths, EndingOf(rehearsal, state));
            number++;
        }

        // A rollback with more states than the release has: they follow a death of their own.
        while (toEarlierRelease.TryDequeue(out var state))
            yield return Case(
                rehearsals[0],
                [
                    new Death(machine.ReleaseStateMachineArn, "ValidateRelease", StatusOf(number)),
                    new Death(machine.RollbackStateMachineArn, state, StatusOf(++number)),
                ],
                [Ending.RolledBack]
            );
    }

    private static string StatusOf(int number) => number % 2 == 0 ? "ABORTED" : "TIMED_OUT";

    private static Ending[] EndingOf(Rehearsal rehearsal, string state)
    {
        if (rehearsal.Result.Ending == Ending.Released)
            return [AfterSuccess.Contains(state) ? Ending.Released : Ending.RolledBack];
        // It died before anybody wrote down that it is rejected, or after: nothing was touched either way.
        return rehearsal.Result.Ending == Ending.Rejected ? [Ending.Rejected, Ending.RolledBack] : [rehearsal.Result.Ending];
    }

    private FaultCase Case(Rehearsal rehearsal, IReadOnlyList<Death> deaths, Ending[] expected) =>
        new()
        {
            Name = $"dies: {string.Join(" and ", deaths.Select(NameOf))}",
            Cells =
            [
                .. deaths.Select(d => new Cell(Tables.States, NameOf(d), Columns.Dies, d.Status == "ABORTED" ? "aborted" : "timed out")),
            ],
            Broken = rehearsal.Result.Case.Broken,
            Deaths = [.. rehearsal.Result.Case.Deaths.Where(d => deaths.All(own => own.StateMachine != d.StateMachine)), .. deaths],
            Expected = expected,
            Rehearsed = rehearsal.ToReleased(),
        };

    private string NameOf(Death death) =>
        $"{(death.StateMachine == machine.ReleaseStateMachineArn ? "release" : "rollback")}, {death.State}";
}
