namespace CodeRipple.Workflow.LocalAws.Events;

/// <summary>What became of an event for a target.</summary>
/// <param name="Status">Pending, Delivered, DeadLettered or Lost.</param>
/// <param name="Attempts">Attempts so far, the first one included.</param>
/// <param name="Error">Why the last attempt failed.</param>
public sealed record EventDelivery(string RuleArn, string TargetArn, string Input, string Status, int Attempts, string? Error)
{
    public const string Pending = nameof(Pending);
    public const string Delivered = nameof(Delivered);
    public const string DeadLettered = nameof(DeadLettered);
    public const string Lost = nameof(Lost);
}
