using System.Globalization;

namespace CodeRipple.Workflow.Client.Releases;

internal static class ReleaseIds
{
    /// <summary>A release id, or execution name, that nobody else has.</summary>
    public static string New(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}");
}
