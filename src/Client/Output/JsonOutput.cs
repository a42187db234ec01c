using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Diagnosis;
using CodeRipple.Workflow.Client.Facts;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Repairs;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>Each result is one line of JSON.</summary>
internal sealed class JsonOutput(Terminal terminal) : IOutput
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void ReleaseEnded(ReleaseOutcome outcome) => Write(Describe(outcome));

    public void Health(IReadOnlyList<HealthState> states) =>
        Write(new JsonArray([.. states.Select(s => JsonSerializer.SerializeToNode(s, ContractsJson.Default.HealthState))]));

    public void History(string application, string environment, IReadOnlyList<ReleaseRecord> records, string? current) =>
        Write(new JsonArray([.. records.Select(r => JsonSerializer.SerializeToNode(r, ContractsJson.Default.ReleaseRecord))]));

    public void ReportWritten(string file) => Write(new JsonObject { ["report"] = file });

    public void RepairFound(RepairFinding finding)
    {
        // All of them are one line, at the end.
    }

    public void Repaired(string application, string environment, IReadOnlyList<RepairFinding> findings) =>
        Write(new JsonArray([.. findings.Select(Describe)]));

    public void FirstContactEnded(FirstContactRecord record, string file) => Write(record.ToJson());

    public void Removed(IReadOnlyList<string> leftovers) => Write(new JsonObject { ["leftovers"] = Strings(leftovers) });

    public void Installed(string stack, bool changed, IReadOnlyDictionary<string, string> outputs) =>
        Write(
            new JsonObject
            {
                ["stack"] = stack,
                ["changed"] = changed,
                ["outputs"] = new JsonObject(outputs.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))),
            }
        );

    public void Diagnosed(IReadOnlyList<Finding> findings) => Write(new JsonArray([.. findings.Select(Describe)]));

    public void Write(JsonNode result) => terminal.WriteRaw(result.ToJsonString(OneLine));

    public static JsonObject Describe(ReleaseOutcome outcome)
    {
        var result = new JsonObject
        {
            ["release"] = outcome.Id,
            ["status"] = outcome.Status.ToString(),
            ["executionArn"] = outcome.ExecutionArn,
            ["restored"] = Strings(outcome.Record?.Restored),
            ["removed"] = Strings(outcome.Record?.Removed),
            ["notRestored"] = Strings(outcome.Record?.NotRestored),
            ["failingTests"] = Strings(outcome.Record?.FailingTests),
            ["durationMs"] = (long)outcome.Duration.TotalMilliseconds,
            ["transitions"] = outcome.Transitions,
        };
        if (outcome.Calls is { } calls)
            result["awsCalls"] = calls;
        if (outcome.Failure is { } failure)
            result["failure"] = failure;
        if (outcome.Next is { } next)
            result["next"] = next;
        if (outcome.Record?.Tested is { } tested)
            result["tested"] = tested;
        if (outcome.Record?.ManifestUri is { } manifest)
            result["manifestUri"] = manifest;
        if (outcome.Manifest is { } live)
            result["warnings"] = Strings(live.Warnings);
        return result;
    }

    private static JsonNode Describe(RepairFinding finding) =>
        new JsonObject
        {
            ["found"] = finding.Found,
            ["done"] = finding.Done,
            ["exitCode"] = (int?)finding.Outcome,
        };

    private static JsonNode Describe(Finding finding) =>
        new JsonObject
        {
            ["subject"] = finding.Subject,
            ["found"] = finding.Found,
            ["remedy"] = finding.Remedy,
            ["blocks"] = finding.Blocks,
        };

    private static JsonArray Strings(IEnumerable<string>? values) => [.. (values ?? []).Select(v => (JsonNode)v)];
}
