namespace CodeRipple.Workflow.LocalAws.Gateway;

internal sealed record GatewayOptions
{
    /// <summary>The local AWS that <c>/_local/health</c> names.</summary>
    public required string Id { get; init; }

    /// <summary>How long a call that a fault leaves unanswered is held when its caller does not give up first.</summary>
    public TimeSpan UnansweredLimit { get; init; } = TimeSpan.FromMinutes(5);

    public bool EnforcesQuotas { get; init; } = true;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
