namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>What was looked at, what was found, and what to do about it.</summary>
/// <param name="Remedy">Null when it is as it must be.</param>
/// <param name="Blocks">Without the remedy an installation or a release fails.</param>
internal sealed record Finding(string Subject, string Found, string? Remedy, bool Blocks)
{
    public bool IsFine => Remedy is null;

    public static Finding Fine(string subject, string found) => new(subject, found, Remedy: null, Blocks: false);

    public static Finding Advice(string subject, string found, string remedy) => new(subject, found, remedy, Blocks: false);

    public static Finding Obstacle(string subject, string found, string remedy) => new(subject, found, remedy, Blocks: true);
}
