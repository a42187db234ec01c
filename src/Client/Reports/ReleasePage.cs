using System.Globalization;
using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Reports;

/// <summary>One self-contained page about a release: no script, no other file, readable on a phone.</summary>
/// <param name="executions">The release's own, then the rollback's if there was one.</param>
internal sealed class ReleasePage(
    ReleaseRecord record,
    Manifest? manifest,
    IReadOnlyList<CheckResult> checks,
    IReadOnlyList<ExecutionTimeline> executions
)
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#222;background:#fff}
        h1{font-size:1.4rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
        .verdict{padding:.7rem 1rem;border-radius:.4rem;color:#fff;background:#555}.Succeeded{background:#1a7f37}.RolledBack{background:#9a6700}.RollbackFailed{background:#b42318}
        pre,.path,li,td{overflow-wrap:anywhere;white-space:pre-wrap}pre{background:#f4f4f4;padding:.7rem;border-radius:.4rem;font-size:.85rem}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd}
        .row{display:grid;grid-template-columns:12rem 1fr 11rem;gap:.5rem;align-items:center;font-size:.9rem;padding:.1rem 0}
        .track{position:relative;height:.9rem;background:#f0f0f0;border-radius:.2rem}.bar{position:absolute;top:0;bottom:0;background:#0969da;border-radius:.2rem}.bad{background:#b42318}
        @media(max-width:40rem){.row{grid-template-columns:1fr auto}.track{grid-column:1/3;grid-row:2}}
        @media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}pre,.track{background:#262626}th,td{border-color:#333}}
        """;

    public string ToHtml()
    {
        var html = new Html()
            .Open("!DOCTYPE html")
            .Open("html", "lang=\"en\"")
            .Open("head")
            .Open("meta", "charset=\"utf-8\"")
            .Open("meta", "name=\"viewport\" content=\"width=device-width,initial-scale=1\"")
            .Element("title", $"{record.Id}: {Verdict}")
            .Open("style");
        // A style sheet is not text: escaped, it would not work.
        html.Raw(Style).Close("style").Close("head").Open("body");
        html.Element("h1", $"Release {record.Id} of {record.Application} to {record.Environment}");
        html.Element("p", Verdict, $"class=\"verdict {record.Status}\"");
        WriteFacts(html);
        if (record.Failure is not null)
            html.Element("h2", "What failed").Element("pre", record.Failure);
        html.List("Not restored: manual intervention is required", record.NotRestored);
        html.List("Tests that fail", record.FailingTests);
        html.List("Restored", record.Restored);
        html.List("Removed again", record.Removed);
        if (NextSteps.Of(record) is { } next)
            html.Element("h2", "Next").Element("p", next);
        WriteReleased(html);
        html.Table(
            "Checks",
            ["Check", "Of", "Verdict", "Measured", "Limit", "What was seen"],
            [.. checks.Select(c => (IReadOnlyList<string?>)[c.Id, c.Component, c.Verdict.ToString(), c.Measured, c.Limit, c.Evidence])]
        );
        new TimelineChart(executions).Write(html);
        return html.Close("body").Close("html").ToString();
    }

    private string Verdict =>
        record.Status switch
        {
            ReleaseStatus.Succeeded => "Succeeded: it is what was live at its end, re-read from Lambda.",
            ReleaseStatus.RolledBack when record.Tested is { } tested => $"Rolled back: everything is as it was before, re-read; {tested}.",
            ReleaseStatus.RolledBack => "Rolled back: everything is as it was before, re-read.",
            ReleaseStatus.RollbackFailed => "ROLLBACK FAILED: not everything is restored. Manual intervention is required.",
            ReleaseStatus.Rejected => "Rejected: nothing was touched.",
            _ => "Still in progress.",
        };

    private void WriteFacts(Html html)
    {
        var rows = new List<IReadOnlyList<string?>>();
        Add("Started", Moment(record.StartedAt));
        Add("Ended", record.EndedAt is { } ended ? $"{Moment(ended)} ({Seconds(ended - record.StartedAt)})" : null);
        Add("Requested by", record.RequestedBy);
        Add("Reason", record.Reason);
        Add("Release before", record.Previous);
        Add("Manifest", record.ManifestUri is null ? null : $"{record.ManifestUri} (SHA-256 {record.ManifestSha256})");
        Add("Execution", record.ExecutionArn);
        html.Table("Facts", ["", ""], rows);

        void Add(string name, string? value)
        {
            if (value is not null)
                rows.Add([name, value]);
        }
    }

    private void WriteReleased(Html html)
    {
        if (manifest is null)
            return;
        if (manifest.Proofs.Count > 0)
            html.Table(
                "Layers were proven on",
                ["Layers", "Declared", "Really"],
                [
                    .. manifest.Proofs.Select(p =>
                        (IReadOnlyList<string?>)[string.Join(", ", p.Layers), $"{p.Runtime}, {p.Architecture}", p.RanOn ?? "(not said)"]
                    ),
                ]
            );
        html.Table(
            "Functions",
            ["Function", "Before", "Now", "Code (SHA-256)"],
            [
                .. manifest.Functions.Select(f =>
                    (IReadOnlyList<string?>)
                        [f.Name, f.PreviousVersion ?? "(new)", f.Changed ? f.Version : $"{f.Version} (unchanged)", f.CodeSha256]
                ),
            ]
        );
        html.Table(
            "Layers",
            ["Layer", "Version", ""],
            [.. manifest.Layers.Select(l => (IReadOnlyList<string?>)[l.Name, l.VersionArn, l.Published ? "published" : "as before"])]
        );
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");
}
