using System.Globalization;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>
/// The steps of a Map share the quotas of the account: each takes its part by SIDE_BY_SIDE, which is MaxConcurrency times the steps
/// that an item passes, for each of these has processes of its own.
/// </summary>
public sealed class SideBySideTests
{
    [Fact]
    public void Each_step_knows_how_many_processes_share_a_quota_with_it()
    {
        var processes = Definition
            .All.SelectMany(d => d.States.Where(s => StepOf(s) is not null).GroupBy(StepOf!, Processes))
            .GroupBy(s => s.Key!, s => s.Max())
            .ToDictionary(g => g.Key, g => g.Sum());

        Assert.Contains(processes, p => p.Value > 1);
        Assert.All(
            processes,
            p => Assert.True(p.Value == SideBySide(p.Key), $"SIDE_BY_SIDE of {p.Key} is {SideBySide(p.Key)}, not {p.Value}")
        );
    }

    private static int Processes(State state)
    {
        var (lanes, steps) = (1, 1);
        for (var map = state.Inside; map is not null; map = map.Inside)
        {
            if (map.Type != "Map")
                continue;
            if (lanes == 1 && steps == 1)
                steps = LongestPath(map.Children.Single());
            lanes *= map.Body["MaxConcurrency"]!.GetValue<int>();
        }

        return lanes * steps;
    }

    private static int LongestPath(JsonObject processor)
    {
        var states = processor["States"]!.AsObject().ToDictionary(s => s.Key, s => new State(s.Key, s.Value!.AsObject(), Inside: null));
        return From(processor["StartAt"]!.GetValue<string>(), []);

        // A step that an item passes twice has no more processes than another.
        int From(string name, IEnumerable<string> passed)
        {
            IReadOnlyList<string> steps = [.. passed.Append(StepOf(states[name])).OfType<string>().Distinct()];
            return states[name].Successors.Select(next => From(next, steps)).DefaultIfEmpty(steps.Count).Max();
        }
    }

    private static string? StepOf(State state) =>
        (string?)state.Body["Resource"] is { } resource && resource.StartsWith("${", StringComparison.Ordinal)
            ? resource["${".Length..^"Arn}".Length]
            : null;

    private static int SideBySide(string step) =>
        (string?)Template.Resources[step]!["Properties"]!["Environment"]?["Variables"]?["SIDE_BY_SIDE"] is { } count
            ? int.Parse(count, CultureInfo.InvariantCulture)
            : 1;
}
