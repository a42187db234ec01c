using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>
/// States of one kind retry alike, with the retriers that their source names in <c>x-retriers</c>. One that does not says why, in
/// <c>x-retry-why</c>.
/// </summary>
public sealed class RetryTests
{
    private const string Retriers = "x-retriers",
        Reason = "x-retry-why";

    // What a step may ask the state machine to wait for.
    private static readonly string[] Waits = ["locked", "notStabilized", "roleNotReady", "notVisible", "effectPending", "metricsPending"];

    [Theory, MemberData(nameof(DefinitionSource.Names), MemberType = typeof(DefinitionSource))]
    public void A_state_retries_as_its_kind_does_or_says_why_not(string machine)
    {
        var source = DefinitionSource.Of(machine);
        foreach (var state in source.States)
        {
            var isUsual = IsUsual(state, [.. state.Retriers.Select(r => NameOf(r, source))]);
            var saysWhy = state.Body.ContainsKey(Reason);
            Assert.True(isUsual || saysWhy, $"{state} retries unlike its kind: retry as the others do, or say why not in {Reason}");
            Assert.False(isUsual && saysWhy, $"{state} retries as its kind does: it needs no {Reason}");
        }
    }

    [Fact]
    public void States_that_run_the_same_step_retry_alike()
    {
        foreach (var states in DefinitionSource.All.SelectMany(s => s.States).Where(IsStep).GroupBy(ResourceOf))
        {
            var first = states.First();
            Assert.All(states, s => Assert.True(JsonNode.DeepEquals(s.Body["Retry"], first.Body["Retry"]), $"{s} retries unlike {first}"));
        }
    }

    [Fact]
    public void A_retrier_of_one_name_is_the_same_in_every_definition()
    {
        foreach (var retriers in DefinitionSource.All.SelectMany(s => s.Root[Retriers]!.AsObject()).GroupBy(r => r.Key))
            Assert.All(retriers, r => Assert.True(JsonNode.DeepEquals(r.Value, retriers.First().Value), $"{r.Key} differs"));
    }

    private static bool IsUsual(State state, IReadOnlyList<string> retriers) =>
        state switch
        {
            { Type: not "Task" } => retriers is [],
            _ when IsStep(state) => retriers is [.., "transient"] && retriers.SkipLast(1).All(Waits.Contains),
            _ when ResourceOf(state).Contains(":states:startExecution", StringComparison.Ordinal) => retriers is ["startExecution"],
            _ => retriers is ["anyError"],
        };

    private static bool IsStep(State state) => ResourceOf(state).StartsWith("${", StringComparison.Ordinal);

    private static string ResourceOf(State state) => state.Body["Resource"]?.GetValue<string>() ?? "";

    private static string NameOf(JsonObject retrier, Definition source) =>
        source.Root[Retriers]!.AsObject().FirstOrDefault(r => JsonNode.DeepEquals(r.Value, retrier)).Key ?? "unnamed";
}
