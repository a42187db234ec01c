using System.Globalization;

namespace CodeRipple.Workflow.Client.Releases;

internal static class ReleaseIds
{
    /// <summary>A release id; one a second.</summary>
    public static string New(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}");

    /// <summary>The name of a rollback, which nobody chooses: two that are asked for in the same second have different ones.</summary>
    public static string NewRollback(string prefix) => $"{New(prefix)}-{Guid.NewGuid().ToString("N")[..6]}";
}
