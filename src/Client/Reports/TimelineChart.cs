using System.Globalization;
using CodeRipple.Workflow.Client.Executions;

namespace CodeRipple.Workflow.Client.Reports;

/// <summary>The states of a release and of its rollback, each a bar where it was in time.</summary>
internal sealed class TimelineChart(IReadOnlyList<ExecutionTimeline> executions)
{
    private IReadOnlyList<StateRun> Top => [.. executions.SelectMany(e => e.States).Where(s => s.Parent is null).OrderBy(s => s.Entered)];

    public void Write(Html html)
    {
        var states = Top.Where(s => s.IsTimed).ToList();
        if (states.Count == 0)
            return;
        var start = states[0].Entered;
        var end = states.Max(s => s.Exited ?? s.Entered);
        var whole = Math.Max(1, (end - start).TotalMilliseconds);
        html.Element("h2", "Timeline").Open("div", "class=\"timeline\"");
        foreach (var state in states)
        {
            var left = (state.Entered - start).TotalMilliseconds / whole * 100;
            var width = Math.Max(0.5, ((state.Exited ?? end) - state.Entered).TotalMilliseconds / whole * 100);
            html.Open("div", "class=\"row\"")
                .Element("span", state.Name, "class=\"name\"")
                .Open("span", "class=\"track\"")
                .Element(
                    "span",
                    "",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"class=\"bar{(state.Error is null ? "" : " bad")}\" style=\"left:{Math.Min(left, 99.5):0.##}%;width:{Math.Min(width, 100 - Math.Min(left, 99.5)):0.##}%\""
                    )
                )
                .Close("span")
                .Element("span", Words(state), "class=\"took\"")
                .Close("div");
        }

        html.Close("div");
        html.Element("h2", "The path taken").Element("p", string.Join(" → ", Top.Select(s => s.Name)), "class=\"path\"");
    }

    private static string Words(StateRun state)
    {
        var words = state.Duration is { } took ? string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s") : "did not end";
        if (state.Items is { } items)
            words += $" · {state.ItemsDone} of {items}";
        if (state.Retries > 0)
            words += $" · {state.Retries} retries";
        return state.Error is null ? words : $"{words} · {state.Error}";
    }
}
