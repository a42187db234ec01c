using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Starting;

namespace CodeRipple.Workflow.Steps.Guardian;

/// <summary>A release that died before it had registered itself: nobody would ever hear of it.</summary>
public sealed class UnregisteredReleases(ReleaseLedger ledger, Executions executions, StateMachineSettings machines, StepSettings settings)
{
    /// <param name="event">Only the death of a release counts.</param>
    public async Task RegisterAsync(JsonNode? @event)
    {
        if (
            @event?["detail"] is not JsonObject detail
            || (string?)detail["stateMachineArn"] != machines.Release
            || (string?)detail["status"] is not ("ABORTED" or "TIMED_OUT")
        )
            return;
        var input = Parse((string?)detail["input"]);
        var release = new ReleaseReference
        {
            Id = Text(input?["id"]) ?? (string)detail["name"]!,
            Application = Text(input?["application"]) ?? "unknown",
            Environment = settings.Environment,
            PlanUri = null,
            ExecutionArn = (string)detail["executionArn"]!,
        };
        // One that was rejected before it had registered itself may have notified people already.
        if (await ledger.FindRecordAsync(release.Key) is not null || await executions.HasNotifiedAsync(release.ExecutionArn))
            return;
        await ledger.RegisterAsync(
            new ReleaseRecord
            {
                Id = release.Id,
                Application = release.Application,
                Environment = release.Environment,
                Status = ReleaseStatus.InProgress,
                ExecutionArn = release.ExecutionArn,
                StartedAt = DateTimeOffset.FromUnixTimeMilliseconds((long)detail["startDate"]!),
                RequestedBy = Text(input?["requestedBy"]),
                Reason = Text(input?["reason"]),
            },
            release
        );
    }

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
