using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Starting;

namespace CodeRipple.Workflow.Steps.Guardian;

/// <summary>
/// A release that died before it had registered itself: nobody would ever hear of it. Its input is what somebody typed: only what a
/// request may say becomes part of a key, a subject or a message.
/// </summary>
public sealed class UnregisteredReleases(ReleaseLedger ledger, Executions executions, StateMachineSettings machines, StepSettings settings)
{
    // As in a request.
    private const int LongestName = 128;
    private const int LongestReason = 1024;

    /// <param name="event">Only the death of a release counts.</param>
    public async Task RegisterAsync(JsonNode? @event)
    {
        if (
            @event?["detail"] is not JsonObject detail
            || (string?)detail["stateMachineArn"] != machines.Release
            || (string?)detail["status"] is not ("ABORTED" or "TIMED_OUT")
        )
            return;
        var (input, arn) = (Parse((string?)detail["input"]), (string)detail["executionArn"]!);
        // One that was rejected before it had registered itself may have notified people already.
        if (
            await executions.HasNotifiedAsync(arn) || await FindFreeKeyAsync(KeyOf(input, (string)detail["name"]!, arn), arn) is not { } key
        )
            return;
        var release = new ReleaseReference
        {
            Id = key.Id,
            Application = key.Application,
            Environment = settings.Environment,
            PlanUri = null,
            ExecutionArn = arn,
        };
        await ledger.RegisterAsync(
            new ReleaseRecord
            {
                Id = release.Id,
                Application = release.Application,
                Environment = release.Environment,
                Status = ReleaseStatus.InProgress,
                ExecutionArn = release.ExecutionArn,
                StartedAt = DateTimeOffset.FromUnixTimeMilliseconds((long)detail["startDate"]!),
                RequestedBy = Line(input?["requestedBy"], LongestName),
                Reason = Line(input?["reason"], LongestReason),
            },
            release
        );
    }

    private static ReleaseKey KeyOf(JsonObject? input, string executionName, string executionArn) =>
        new(
            Fitting(Patterns.Application, Text(input?["application"])) ?? "unknown",
            Fitting(Patterns.ReleaseId, Text(input?["id"])) ?? Fitting(Patterns.ReleaseId, executionName) ?? OwnId(executionArn)
        );

    /// <summary>The key, or another one when it is another release's; null when the execution has registered itself.</summary>
    private async Task<ReleaseKey?> FindFreeKeyAsync(ReleaseKey wanted, string executionArn)
    {
        foreach (var key in new[] { wanted, wanted with { Id = OwnId(executionArn) } })
        {
            var record = await ledger.FindRecordAsync(key);
            if (record is null)
                return key;
            if (record.ExecutionArn == executionArn)
                return null;
        }

        return null;
    }

    private static string OwnId(string executionArn) => $"execution-{Sha256.Of(executionArn).Prefix(12)}";

    private static string? Fitting(string pattern, string? text) => text is not null && Patterns.Fits(text, pattern) ? text : null;

    // A message has 256 KB at most.
    private static string? Line(JsonNode? node, int longest) =>
        Text(node) is { } text ? string.Concat(text.Take(longest).Select(c => char.IsControl(c) ? ' ' : c)) : null;

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
