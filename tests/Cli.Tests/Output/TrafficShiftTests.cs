using CodeRipple.Workflow.Cli.Tests.Executions;

namespace CodeRipple.Workflow.Cli.Tests.Output;

public sealed class TrafficShiftTests
{
    [Fact]
    public void A_shift_shows_each_share_and_each_change_of_the_verdict_and_not_every_look()
    {
        var history = new History();
        var last = history.Task("SmokeTest", history.Add("ExecutionStarted", 0), output: """{"name":"hello","outcome":"1 passed"}""");
        last = history.Task("ShiftTraffic", last, output: Said("10 % of the traffic of 7 functions on the new versions"));
        last = Look("10 %, inconclusive after 15 s: few requests");
        last = Look("10 %, inconclusive after 30 s: few requests");
        last = Look("10 %, healthy after 45 s");
        last = Look("10 %, healthy after 60 s");
        last = history.Task("ShiftTraffic", last, output: Said("100 % of the traffic of 7 functions on the new versions"));
        history.Task("EndToEndTest", last);

        using var screen = new TestScreen();
        using (var progress = screen.Screen.FollowRelease("r1"))
            foreach (var state in history.ToTimeline().States)
                progress.Ended(state, isNested: false);

        Assert.Equal(
            [
                "SmokeTest",
                "ShiftTraffic: 10 % of the traffic of 7 functions on the new versions",
                "JudgeCanary: 10 %, inconclusive after 15 s: few requests",
                "JudgeCanary: 10 %, healthy after 45 s",
                "ShiftTraffic: 100 % of the traffic of 7 functions on the new versions",
                "EndToEndTest",
            ],
            screen
                .Error.TrimEnd()
                .Split('\n')
                .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^2]))
        );

        long Look(string outcome)
        {
            last = history.Exit("Wait", "Bake", history.Enter("Wait", "Bake", last));
            return history.Task("JudgeCanary", last, output: Said(outcome));
        }
    }

    [Fact]
    public void A_judge_that_stops_the_release_is_shown_with_its_error()
    {
        var history = new History();
        var last = history.Task("JudgeCanary", history.Add("ExecutionStarted", 0), output: Said("10 %, healthy after 15 s"));
        history.Task("JudgeCanary", last, failures: 1, succeeds: false);

        using var screen = new TestScreen();
        using (var progress = screen.Screen.FollowRelease("r1"))
            foreach (var state in history.ToTimeline().States)
                progress.Ended(state, isNested: false);

        Assert.Matches("✗ .*JudgeCanary .*SmokeTestFailedException", screen.Error);
    }

    private static string Said(string outcome) => $$"""{"stage":0,"next":"Bake","waitSeconds":15,"outcome":"{{outcome}}"}""";
}
