using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>What a case left.</summary>
internal sealed record CaseResult
{
    public required FaultCase Case { get; init; }

    public required FaultWorkload Workload { get; init; }

    /// <summary>The release before it.</summary>
    public required FaultWorkload? Previous { get; init; }

    public required LiveState Before { get; init; }

    public required LiveState After { get; init; }

    public required DescribeExecutionResponse Execution { get; init; }

    public required JsonNode? Record { get; init; }

    /// <summary>The record of the release that is said to be live.</summary>
    public required JsonNode? Current { get; init; }

    public required IReadOnlyList<JsonNode> Journal { get; init; }

    /// <summary>How many entries of each kind the journal has.</summary>
    public string Changes =>
        string.Join(
            ", ",
            Journal
                .GroupBy(e => (string)e["resource"]!["kind"]!)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Count()} {g.Key}")
        );

    /// <summary>What people were notified about it.</summary>
    public required IReadOnlyList<JsonNode> Messages { get; init; }

    public required IReadOnlyList<string> Probes { get; init; }

    public required string? LockHolder { get; init; }

    /// <summary>Whether the guardian still has to look after it.</summary>
    public required bool IsOpen { get; init; }

    public required IReadOnlyList<Fault> FaultsNotMet { get; init; }

    public TimeSpan Took { get; init; }

    public Ending Ending =>
        (string?)Record?["status"] switch
        {
            "Succeeded" => Ending.Released,
            "RolledBack" => Ending.RolledBack,
            "Rejected" => Ending.Rejected,
            "RollbackFailed" => Ending.RollbackFailed,
            // What cannot be read has no record; people were notified.
            null => Messages.Any(m => StatusOf(m) == "Rejected") || Execution.Error == "ReleaseRejected"
                ? Ending.Rejected
                : Ending.Unrecorded,
            _ => Ending.InProgress,
        };

    /// <summary>How it ended, as a message says.</summary>
    public static string? StatusOf(JsonNode message) => (string?)message["MessageAttributes"]?["status"]?["Value"];
}
