namespace CodeRipple.Workflow.Store;

/// <summary>Where a release machine writes things down.</summary>
/// <param name="Table">Name of the release table, and of the stack.</param>
/// <param name="Bucket">Name of the release bucket.</param>
/// <param name="SealingKey">ARN of the KMS key that <see cref="EnvironmentSeal"/> uses; null where nothing is sealed.</param>
public sealed record StoreSettings(string Table, string Bucket, string? SealingKey = null);
