using CodeRipple.Workflow.Faults.Tests.Workloads;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>A release of the matrix, what it meets, and how it must end.</summary>
internal sealed record FaultCase
{
    /// <summary>By what a part of the matrix is chosen, and how messages call it.</summary>
    public required string Name { get; init; }

    /// <summary>The cells of the matrix that this release fills.</summary>
    public IReadOnlyList<Cell> Cells { get; init; } = [];

    public BrokenTest Broken { get; init; }

    /// <summary>Where the faults strike; the case adds which release.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The states at which executions die.</summary>
    public IReadOnlyList<Death> Deaths { get; init; } = [];

    /// <summary>The ends that keep the promises; nearly always one.</summary>
    public required IReadOnlyList<Ending> Expected { get; init; }

    /// <summary>False when the fault keeps people from being notified.</summary>
    public bool IsNotified { get; init; } = true;

    /// <summary>Whether a message may come twice: its answer is lost, and a topic does not know what it was given before.</summary>
    public bool MayNotifyTwice { get; init; }

    /// <summary>Whether the release's own rollback dies, so that the guardian has to do it again.</summary>
    public bool LosesRollback { get; init; }

    /// <summary>
    /// What the journal must hold at the end that the release had without faults; null = whatever was changed until then.
    /// </summary>
    public Rehearsed? Rehearsed { get; init; }

    public override string ToString() => Name;
}

/// <param name="Changes">How many changes of each kind its journal held; see <see cref="CaseResult.Changes"/>.</param>
internal sealed record Rehearsed(Ending Ending, string Changes);

/// <param name="Row">The operation or state.</param>
/// <param name="Column">What happens there.</param>
/// <param name="Where">Who calls the operation; empty when that does not matter.</param>
internal sealed record Cell(string Table, string Row, string Column, string Where = "");

/// <param name="StateMachine">ARN.</param>
/// <param name="State">Where it dies; null = wherever it is when a person stops it.</param>
/// <param name="Status">ABORTED or TIMED_OUT.</param>
internal sealed record Death(string StateMachine, string? State, string Status);
