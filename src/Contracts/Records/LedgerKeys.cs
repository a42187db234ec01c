using System.Globalization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>Keys of the items in the release table: partition <c>pk</c>, sort <c>sk</c>. An item's document is JSON text in <c>document</c>.</summary>
public static class LedgerKeys
{
    public const string Lock = "LOCK";

    /// <summary>Sort key of the application's current release: its document is the <see cref="ReleaseRecord"/>.</summary>
    public const string Current = "CURRENT";

    /// <summary>Sort key of a release's own <see cref="ReleaseRecord"/>.</summary>
    public const string Record = "RELEASE";

    /// <summary>Sort key of an application's last health check: its document is the <see cref="HealthState"/>.</summary>
    public const string Health = "HEALTH";

    /// <summary>Partition of everything that has not come to its end yet; the sort key is the ARN of its execution.</summary>
    public const string Open = "OPEN";

    public const string JournalPrefix = "JOURNAL#";

    /// <summary>Sort keys of a release's <see cref="CheckResult"/>s: <c>CHECK#id#component</c>.</summary>
    public const string CheckPrefix = "CHECK#";

    /// <summary>Begins the sort keys of the <see cref="CanaryRecord"/>s, one for each stage of the traffic shift.</summary>
    public const string CanaryPrefix = "CANARY#";

    /// <summary>Partition of an application in an environment: lock, current release, history.</summary>
    public static string Application(string application, string environment) => $"APP#{application}#{environment}";

    /// <summary>Partition with an item for each application that has had a release in an environment.</summary>
    public static string Applications(string environment) => $"APPLICATIONS#{environment}";

    /// <summary>Partition of a release: its record, journal, published layers and versions, check results.</summary>
    public static string Release(string application, string id) => $"RELEASE#{application}#{id}";

    /// <summary>Sort key of a stage's <see cref="CanaryRecord"/>; sorts by stage.</summary>
    public static string Canary(int stage) => string.Create(CultureInfo.InvariantCulture, $"{CanaryPrefix}{stage:00}");

    /// <summary>Sort key of a release in its application's history; sorts by time.</summary>
    public static string History(DateTimeOffset startedAt, string id) =>
        $"RELEASE#{startedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}#{id}";
}
