using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Cli;

internal sealed partial class Screen
{
    private const int BarLength = 30;

    /// <summary>How a release ended, with everything that is known of it.</summary>
    /// <param name="more">Members to add to the JSON answer.</param>
    public void ReleaseEnded(ReleaseOutcome outcome, JsonObject? more = null)
    {
        if (json)
        {
            Answer(AsJson(outcome, more));
            return;
        }

        Say("");
        Say($"{Verdict(outcome)} {outcome.Transitions} state transitions{(outcome.Calls is { } calls ? $", {calls} AWS calls" : "")}.");
        Timings(outcome.Executions);
        if (outcome.Manifest is { } manifest)
            Changed(manifest);
        var messages = outcome.Messages.ToList();
        if (messages.Count == 0 && outcome.Failure is { } failure)
            Block("What failed", failure);
        foreach (var message in messages)
            Block($"Message sent to {message.TopicArn}", $"{message.Subject}\n\n{message.Text}");
        if (outcome is { Manifest: { } document, Record: { } record })
            Block($"Manifest {record.ManifestUri} (SHA-256 {record.ManifestSha256})", JsonSerializer.SerializeToNode(document, ContractsJson.Default.Manifest)!.ToJsonString(Readable));
    }

    /// <summary>A release that is not the point, in one line.</summary>
    public void ReleaseEndedShort(ReleaseOutcome outcome) =>
        Progress(Verdict(outcome));

    public void ReleaseContinues(string id) =>
        Progress($"The release goes on without this program. To see it again: coderipple watch {id.EscapeMarkup()}");

    private static string Verdict(ReleaseOutcome outcome)
    {
        var release = $"Release [bold]{outcome.Id.EscapeMarkup()}[/]";
        var time = Duration(outcome.Duration);
        return outcome.Status switch
        {
            ReleaseStatus.Succeeded => $"{release} [green]succeeded[/] in {time}.",
            ReleaseStatus.RolledBack when outcome.Record?.ManifestUri is not null => $"{release} [green]was rolled back[/] in {time}. Everything is as it was before it.",
            ReleaseStatus.RolledBack => $"{release} [yellow]failed and was rolled back[/] in {time}. Everything is as it was before.",
            ReleaseStatus.Rejected => $"{release} [yellow]was rejected[/] after {time}. Nothing was touched.",
            _ => $"{release} [red]FAILED, AND NOT EVERYTHING COULD BE PUT BACK[/] after {time}. A person is needed.",
        };
    }

    private static JsonObject AsJson(ReleaseOutcome outcome, JsonObject? more)
    {
        var answer = new JsonObject
        {
            ["release"] = outcome.Id,
            ["status"] = outcome.Status.ToString(),
            ["executionArn"] = outcome.ExecutionArn,
            ["restored"] = Strings(outcome.Record?.Restored),
            ["removed"] = Strings(outcome.Record?.Removed),
            ["notRestored"] = Strings(outcome.Record?.NotRestored),
            ["durationMs"] = (long)outcome.Duration.TotalMilliseconds,
            ["transitions"] = outcome.Transitions,
        };
        if (outcome.Calls is { } calls)
            answer["awsCalls"] = calls;
        if (outcome.Failure is { } failure)
            answer["failure"] = failure;
        if (outcome.Record?.ManifestUri is { } manifest)
            answer["manifestUri"] = manifest;
        foreach (var (name, value) in more ?? [])
            answer[name] = value?.DeepClone();
        return answer;
    }

    private static JsonArray Strings(IEnumerable<string>? values) => [.. (values ?? []).Select(v => (JsonNode)v)];

    private void Timings(IReadOnlyList<ExecutionTimeline> executions)
    {
        // The states of a traffic shift come many times.
        var states = executions[0].States.Where(s => s is { IsTimed: true, Parent: null, Duration: not null }).GroupBy(s => s.Name)
            .Select(s => (Name: s.Count() == 1 ? s.Key : $"{s.Key}, {s.Count()} times", Duration: TimeSpan.FromTicks(s.Sum(run => run.Duration!.Value.Ticks)))).ToList();
        var longest = states.Select(s => s.Duration).DefaultIfEmpty().Max();
        Say("");
        foreach (var state in states)
        {
            var bar = longest == default ? 0 : (int)Math.Round(BarLength * (state.Duration / longest));
            Say($"  {state.Name.EscapeMarkup(),-22} {Duration(state.Duration),8}  [dim]{new string('█', Math.Max(1, bar))}[/]");
        }
    }

    private void Changed(Manifest manifest)
    {
        Say("");
        foreach (var layer in manifest.Layers)
            Say(string.Create(CultureInfo.InvariantCulture, $"  layer     {layer.Name.EscapeMarkup(),-44} version {layer.VersionArn.Split(':')[^1]}{(layer.Published ? "" : ", unchanged")}"));
        foreach (var function in manifest.Functions)
            Say($"  function  {function.Name.EscapeMarkup(),-44} {(function.Changed ? $"version {function.PreviousVersion ?? "(none)"} -> {function.Version}" : $"version {function.Version}, unchanged")}");
    }

    private void Block(string title, string text)
    {
        Say($"\n[bold]{title.EscapeMarkup()}[/]\n");
        foreach (var line in text.TrimEnd().Split('\n'))
            Say($"  {line.TrimEnd('\r').EscapeMarkup()}".TrimEnd());
    }
}
