using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Client.FirstContact;

/// <summary>How long the first contact looks at each thing.</summary>
internal sealed record FirstContactOptions
{
    /// <summary>What the steps run on, one after the other; the cold starts of each are recorded.</summary>
    public required IReadOnlyList<StepRuntime> Runtimes { get; init; }

    /// <summary>How long the canary stage lasts. Metrics are one to three minutes late.</summary>
    public TimeSpan Bake { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long metrics may be late.</summary>
    public TimeSpan MetricDeadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a changed alias or API may need to be seen everywhere.</summary>
    public TimeSpan PropagationDeadline { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Where the stages of APIs answer, with {api} and {stage} in it; null = where AWS has them.</summary>
    public string? ApiUrl { get; init; }
}
