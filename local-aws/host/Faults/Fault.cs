namespace CodeRipple.Workflow.LocalAws.Faults;

/// <summary>"The n-th call of operation X fails like this."</summary>
public sealed record Fault
{
    /// <summary>As IAM writes it: <c>lambda</c>, <c>states</c>, <c>cloudwatch</c>…; <c>*</c> means any.</summary>
    public required string Service { get; init; }

    /// <summary>For instance <c>UpdateAlias</c>; <c>*</c> means any.</summary>
    public required string Operation { get; init; }

    public required FaultKind Kind { get; init; }

    /// <summary>Which matching call meets the fault first, counted from 1 since the fault was set.</summary>
    public int Call { get; init; } = 1;

    /// <summary>How many matching calls in a row meet it; <see cref="int.MaxValue"/> means every one from then on.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Only calls from sandboxes of this function, or signed with this access key; null means any caller.</summary>
    public string? Caller { get; init; }

    /// <summary>Only calls whose path, query or body contains this text, for instance a function name; null means any.</summary>
    public string? Resource { get; init; }

    /// <summary>
    /// Only calls that have this text in their path, query or body, or that a function makes while it handles an event with this
    /// text: all that happens for the sake of one execution, say. Null means any.
    /// </summary>
    public string? Concerning { get; init; }
}
