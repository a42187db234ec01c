namespace CodeRipple.Workflow.Store;

/// <summary>Where a release machine writes things down.</summary>
/// <param name="Table">Name of the release table.</param>
/// <param name="Bucket">Name of the release bucket.</param>
public sealed record StoreSettings(string Table, string Bucket);
