using System.Xml.Linq;
using CodeRipple.Workflow.Cli.Tests.Executions;
using CodeRipple.Workflow.Client.Reports;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Tests.Reports;

public sealed class ReleasePageTests
{
    private static readonly ReleaseRecord Record = new()
    {
        Id = "r1",
        Application = "shop",
        Environment = "development",
        Status = ReleaseStatus.RolledBack,
        ExecutionArn = "arn:execution",
        StartedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch.AddSeconds(90),
        RequestedBy = "<script>alert(1)</script>",
        Failure = "status is \"down\", expected \"ok\"",
        Restored = ["alias:orders:live"],
        NotRestored = ["function-code:stock: access denied"],
    };

    [Fact]
    public void The_page_has_the_verdict_what_failed_what_is_restored_and_what_is_not()
    {
        var text = TextOf(Page(Record));

        foreach (
            var part in new[]
            {
                "Release r1 of shop to development",
                "Rolled back",
                Record.Failure!,
                "alias:orders:live",
                "function-code:stock: access denied",
                "90.0 s",
            }
        )
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Rolled back: everything is as it was before, re-read.")]
    [InlineData(
        "3 smoke tests of release r0 passed",
        "Rolled back: everything is as it was before, re-read; 3 smoke tests of release r0 passed."
    )]
    public void The_page_says_that_it_was_tested_only_if_tests_ran(string? tested, string verdict) =>
        Assert.Contains(verdict, TextOf(Page(Record with { Tested = tested })), StringComparison.Ordinal);

    [Fact]
    public void The_page_says_which_tests_fail_and_what_to_do_next()
    {
        var text = TextOf(Page(Record with { Status = ReleaseStatus.RollbackFailed, FailingTests = ["orders: no stock"] }));

        Assert.Contains("orders: no stock", text, StringComparison.Ordinal);
        Assert.Contains("then run: coderipple rollback", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_others_wrote_is_text_and_nothing_is_loaded_or_run()
    {
        var html = Page(Record with { Failure = "<img src=x onerror=alert(1)>" });

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_show_their_numbers()
    {
        var check = new CheckResult
        {
            Id = "average-duration",
            Component = "function:orders",
            Verdict = CheckVerdict.Failed,
            Measured = "31,000 ms",
            Limit = "at most 30,000 ms",
        };

        var text = TextOf(Page(Record, check));

        foreach (var part in new[] { "average-duration", "function:orders", "Failed", "31,000 ms", "at most 30,000 ms" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeline_has_a_bar_where_each_state_was_and_the_path_taken()
    {
        var history = new History();
        var first = history.Task("PublishVersion", history.Add("ExecutionStarted", 0));
        var choice = history.Enter("Choice", "HasChanges", first);
        history.Task("SmokeTest", history.Exit("Choice", "HasChanges", choice), failures: 3, succeeds: false);

        var page = XDocument.Parse(Markup(new ReleasePage(Record, null, [], [history.ToTimeline()]).ToHtml()));

        var bars = page.Descendants("span")
            .Where(s => ((string?)s.Attribute("class"))?.StartsWith("bar", StringComparison.Ordinal) == true)
            .Select(s => ((string)s.Attribute("class")!, (string)s.Attribute("style")!));
        Assert.Equal([("bar", "left:0%;width:25%"), ("bar bad", "left:25%;width:75%")], bars);
        Assert.Contains("PublishVersion → HasChanges → SmokeTest", page.Root!.Value, StringComparison.Ordinal);
    }

    private static string Page(ReleaseRecord record, params CheckResult[] checks) => new ReleasePage(record, null, checks, []).ToHtml();

    private static string TextOf(string html) => XDocument.Parse(Markup(html)).Root!.Element("body")!.Value;

    // As XML, to see that every tag is closed: without the head, whose tags HTML leaves open.
    private static string Markup(string html) => $"<html>{html[html.IndexOf("<body>", StringComparison.Ordinal)..]}";
}
