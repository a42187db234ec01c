using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.StateMachine.Tests;

public sealed class DefinitionTests
{
    // Errors that Step Functions itself or the Lambda service reports; everything else must be one of our classes.
    private static readonly string[] ServicePrefixes = ["States.", "Lambda.", "StepFunctions.", "Sandbox.", "Runtime."];

    // Globals.Function.Timeout, and what Lambda may need until a step runs.
    private const int DefaultTimeout = 60,
        StartSeconds = 30;

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void Every_task_has_a_time_out_a_named_result_and_a_retry_with_jitter(string machine)
    {
        foreach (var task in Definition.Of(machine).States.Where(s => s.Type == "Task"))
        {
            Assert.True(task.Body.ContainsKey("TimeoutSeconds"), $"{task} has no TimeoutSeconds");
            Assert.True(
                task.Body["ResultPath"]?.GetValue<string>().StartsWith("$.", StringComparison.Ordinal),
                $"{task} has no named ResultPath"
            );
            Assert.True(task.Retriers.Any(r => r["JitterStrategy"]?.GetValue<string>() == "FULL"), $"{task} has no Retry with jitter");
        }
    }

    // What Lambda ends is delivered again; of what the state ends the release is rolled back.
    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void A_step_that_hangs_is_ended_by_its_own_time_out_before_the_one_of_its_state(string machine)
    {
        foreach (var task in Definition.Of(machine).States.Where(s => s.Type == "Task"))
        {
            var token = task.Body["Resource"]!.GetValue<string>();
            var step = token.Replace("${", "", StringComparison.Ordinal).Replace("Arn}", "", StringComparison.Ordinal);
            if (Template.Resources[step]?["Properties"] is not { } function)
                continue;
            var longest = function["Timeout"]?.GetValue<long>() ?? DefaultTimeout;
            Assert.True(task.Body["TimeoutSeconds"]!.GetValue<int>() >= longest + StartSeconds, $"{task} may end before {step} does");
        }
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void Every_error_of_a_task_is_caught(string machine)
    {
        foreach (var task in Definition.Of(machine).States.Where(s => s.Type is "Task" or "Map" or "Parallel"))
            Assert.True(task.IsCaught, $"{task} has no Catch, nor has the state around it");
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void Every_transition_points_to_a_state_that_is_there_and_every_state_is_reached(string machine)
    {
        var definition = Definition.Of(machine);
        Check(definition.TopStates, definition.Root["StartAt"]!.GetValue<string>());
        foreach (var child in definition.States.SelectMany(s => s.Children))
            Check(child["States"]!.AsObject(), child["StartAt"]!.GetValue<string>());

        static void Check(System.Text.Json.Nodes.JsonObject states, string start)
        {
            var reached = Reachable(states, start);
            Assert.Equal(states.Select(s => s.Key).Order(), reached.Order());
        }
    }

    [Fact]
    public void A_release_that_fails_after_the_lock_is_rolled_back_and_one_that_fails_before_is_rejected()
    {
        var states = Definition.Of("release").TopStates;
        var order = new[] { "PrepareRelease", "AcquireLock", "PlanRelease" };

        foreach (var state in Definition.Of("release").States.Where(s => s.Inside is null && s.Catchers.Any() && !IsMessage(s)))
        {
            var next = state.Catchers.Single()["Next"]!.GetValue<string>();
            var ends = Reachable(states, next).Where(name => states[name]!["Type"]!.GetValue<string>() is "Fail" or "Succeed").ToHashSet();
            if (order.Contains(state.Name))
                Assert.True(ends.IsSubsetOf(["ReleaseRejected", "ReleaseInterrupted"]), $"{state} can end as {string.Join(", ", ends)}");
            else if (
                state.Name is not ("RollBack" or "RejectRelease" or "RejectUnprepared")
                && !state.Name.StartsWith("Close", StringComparison.Ordinal)
            )
                Assert.Equal("RollBack", next);
        }
    }

    [Theory]
    [InlineData("release", "RollBack", "ReleaseRolledBack", "RollbackFailed", "ReleaseSucceeded")]
    [InlineData("release", "RejectRelease", "ReleaseRejected", "ReleaseInterrupted")]
    [InlineData("rollback", "CompleteRollback", "RollbackComplete", "RollbackFailed", "RollbackInterrupted")]
    [InlineData("rollback", "IsStartedByGuardian", "RollbackUnplanned", "RollbackRefused")]
    public void The_ends_that_a_failing_path_can_reach_are_these_and_no_other(string machine, string from, params string[] ends)
    {
        // ReleaseSucceeded is reached from RollBack only through KeepReport: the release was live before its last answer got lost.
        var states = Definition.Of(machine).TopStates;
        var reached = Reachable(states, from).Where(name => states[name]!["Type"]!.GetValue<string>() is "Fail" or "Succeed");
        Assert.Equal(ends.Order(), reached.Order());
    }

    [Fact]
    public void Whoever_notifies_people_of_an_outcome_makes_the_guardian_forget_it_and_only_then()
    {
        foreach (var definition in Definition.All)
        {
            foreach (var close in definition.States.Where(s => s.Name.StartsWith("Close", StringComparison.Ordinal)))
                Assert.All(
                    definition.States.Where(s =>
                        s.Successors.Concat(s.Catchers.Select(c => c["Next"]!.GetValue<string>())).Contains(close.Name)
                    ),
                    before => Assert.StartsWith("Announce", before.Name, StringComparison.Ordinal)
                );
        }
    }

    [Fact]
    public void A_release_outlives_hours_of_baking_and_its_rollback_and_still_has_a_deadline()
    {
        var release = Definition.Of("release");
        var deadline = release.Root["TimeoutSeconds"]!.GetValue<int>();
        var rollback = Definition.Of("rollback").Root["TimeoutSeconds"]!.GetValue<int>();

        Assert.InRange(deadline - rollback, 4 * 3600, 12 * 3600);
        Assert.True(
            release.TopStates["RollBack"]!["TimeoutSeconds"]!.GetValue<int>() > rollback,
            "the rollback's own deadline comes first: it is the guardian's sign"
        );
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void No_state_of_the_top_level_ends_the_execution_but_Succeed_and_Fail(string machine) =>
        Assert.DoesNotContain(Definition.Of(machine).States, s => s.Inside is null && s.Body.ContainsKey("End"));

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void Every_error_name_is_a_class_of_ours_or_of_the_service(string machine)
    {
        var ours = typeof(InvalidReleaseRequestException)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Exception)))
            .Select(t => t.Name)
            .ToHashSet();

        foreach (
            var name in Definition
                .Of(machine)
                .States.SelectMany(s => s.Retriers.Concat(s.Catchers))
                .SelectMany(r => r["ErrorEquals"]!.AsArray())
                .Select(e => e!.GetValue<string>())
        )
            Assert.True(
                ours.Contains(name) || ServicePrefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)),
                $"{name} is no error that a step can report"
            );
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void No_arn_of_ours_and_no_account_stands_in_a_definition(string machine)
    {
        var text = Definition.Of(machine).Root.ToJsonString();

        Assert.DoesNotMatch(@"arn:aws", text);
        Assert.DoesNotMatch(@"\d{12}", text);
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void Every_machine_and_every_retry_has_an_end(string machine)
    {
        var definition = Definition.Of(machine);

        Assert.True(definition.Root.ContainsKey("TimeoutSeconds"));
        Assert.All(definition.States.SelectMany(s => s.Retriers), r => Assert.True(r.ContainsKey("MaxAttempts")));
    }

    // What only reports an end points to that end, whether it succeeds or not.
    private static bool IsMessage(State state) =>
        state.Name.StartsWith("Notify", StringComparison.Ordinal) || state.Name.StartsWith("Announce", StringComparison.Ordinal);

    [Fact]
    public void A_traffic_shift_goes_on_as_its_steps_answer()
    {
        var states = Definition.Of("release").TopStates;
        var choice = states["IsShifted"]!;

        Assert.Equal(
            ["IsShifted", "IsShifted", "JudgeCanary"],
            new[] { "ShiftTraffic", "JudgeCanary", "Bake" }.Select(s => states[s]!["Next"]!.GetValue<string>())
        );
        Assert.Equal(
            [(nameof(TrafficNext.Bake), "Bake"), (nameof(TrafficNext.Shift), "ShiftTraffic")],
            choice["Choices"]!.AsArray().Select(c => (c!["StringEquals"]!.GetValue<string>(), c["Next"]!.GetValue<string>()))
        );
        Assert.Equal("RouteNewFunctions", choice["Default"]!.GetValue<string>());
    }

    private static HashSet<string> Reachable(System.Text.Json.Nodes.JsonObject states, string start)
    {
        var reached = new HashSet<string>();
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var name))
        {
            Assert.True(states.ContainsKey(name), $"there is no state {name}");
            if (!reached.Add(name))
                continue;
            var state = new State(name, states[name]!.AsObject(), Inside: null);
            foreach (var next in state.Successors.Concat(state.Catchers.Select(c => c["Next"]!.GetValue<string>())))
                queue.Enqueue(next);
        }

        return reached;
    }
}
