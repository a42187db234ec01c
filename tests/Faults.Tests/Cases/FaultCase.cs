using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>One cell of the matrix: a release that meets a fault, and how it must end.</summary>
internal sealed record FaultCase
{
    public required string Table { get; init; }

    public required string Row { get; init; }

    public required string Column { get; init; }

    public BrokenTest Broken { get; init; }

    /// <summary>Where the faults strike; the case adds which release.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The states at which executions die.</summary>
    public IReadOnlyList<Death> Deaths { get; init; } = [];

    public required Ending Expected { get; init; }

    /// <summary>False when the fault keeps people from being told.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>Whether a message may come twice: its answer is lost, and a topic does not know what it was told before.</summary>
    public bool MayTellTwice { get; init; }

    public override string ToString() => $"{Row}, {Column}";
}

/// <param name="StateMachine">ARN.</param>
/// <param name="Status">ABORTED or TIMED_OUT.</param>
internal sealed record Death(string StateMachine, string State, string Status);
