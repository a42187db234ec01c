using System.Globalization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// Keys of the items in the release table: partition <c>pk</c>, sort <c>sk</c>. An item's document is JSON text in <c>document</c>.
/// </summary>
public static class LedgerKeys
{
    /// <summary>Partition of everything that has not come to its end yet; the sort key is the ARN of its execution.</summary>
    public const string Open = "OPEN";

    /// <summary>Partition and sort key of the <see cref="WrappedKey"/> that environment variables are sealed with.</summary>
    public const string SealingKey = "SEALING-KEY";

    /// <summary>Sort key of the application's lock.</summary>
    public const string Lock = "LOCK";

    /// <summary>Sort key of the application's current release: its document is the <see cref="ReleaseRecord"/>.</summary>
    public const string Current = "CURRENT";

    /// <summary>Sort key of an application's last health check: its document is the <see cref="HealthState"/>.</summary>
    public const string Health = "HEALTH";

    /// <summary>Sort key of the health check before the last.</summary>
    public const string PreviousHealth = "HEALTH#PREVIOUS";

    /// <summary>Begins the sort keys of an application's history.</summary>
    public const string HistoryPrefix = "RELEASE#";

    /// <summary>Begins the sort keys of the names of applications.</summary>
    public const string ApplicationPrefix = "APP#";

    /// <summary>Sort key of a release's own <see cref="ReleaseRecord"/>.</summary>
    public const string Record = "RELEASE";

    /// <summary>Begins the sort keys of a release's <see cref="JournalEntry"/> items.</summary>
    public const string JournalPrefix = "JOURNAL#";

    /// <summary>Sort key of a release's <see cref="InfrastructureVerdict"/>.</summary>
    public const string Verdict = "VERDICT";

    /// <summary>Sort key of the release that a rollback goes back to, which was found out when it was asked for.</summary>
    public const string BackTo = "BACKTO";

    /// <summary>Begins the sort keys of a release's <see cref="ComponentSummary"/> items.</summary>
    public const string CheckPrefix = "CHECK#";

    /// <summary>Begins the sort keys of the <see cref="CanaryRecord"/>s, one for each stage of the traffic shift.</summary>
    public const string CanaryPrefix = "CANARY#";

    /// <summary>Partition of an application in an environment: lock, current release, history.</summary>
    public static string Application(string application, string environment) => $"APP#{application}#{environment}";

    /// <summary>Partition with an item for each application that has had a release in an environment.</summary>
    public static string Applications(string environment) => $"APPLICATIONS#{environment}";

    /// <summary>Partition of a release: its record, journal, published layers and versions, check results.</summary>
    public static string Release(ReleaseKey release) => $"RELEASE#{release.Application}#{release.Id}";

    /// <summary>Sort key of an application in the list of those that have had a release.</summary>
    public static string ApplicationName(string application) => ApplicationPrefix + application;

    /// <summary>Sort key of a release in its application's history; sorts by time.</summary>
    public static string History(DateTimeOffset startedAt, string id) =>
        HistoryPrefix + startedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) + "#" + id;

    /// <summary>Sort key of what became of a journal entry in the rollback.</summary>
    public static string Revert(JournalEntry entry) => $"REVERT#{entry.SortKey}";

    /// <summary>Sort key of the version that a release published of a layer.</summary>
    public static string Layer(string name) => $"LAYER#{name}";

    /// <summary>Sort key of the version that a release published of a function.</summary>
    public static string Version(string function) => $"VERSION#{function}";

    /// <summary>Sort key of how long a function took to start.</summary>
    /// <summary>What a layer probe ran on.</summary>
    public static string Proof(string probe) => $"PROOF#{probe}";

    public static string ColdStart(string function) => $"COLDSTART#{function}";

    /// <summary>Sort key of the <see cref="ComponentSummary"/> of a group of checks.</summary>
    public static string Checks(string name) => CheckPrefix + name;

    /// <summary>Sort key of the <see cref="ComponentSummary"/> of a batch of infrastructure checks in one run.</summary>
    public static string CheckBatch(string run, string name) => $"PART#{run}#{name}";

    /// <summary>Sort key of the sample event that a run has sent.</summary>
    public static string SentEvent(string run, string name) => $"EVENT#{run}#{name}";

    /// <summary>Sort key of a stage's <see cref="CanaryRecord"/>; sorts by stage.</summary>
    public static string Canary(int stage) => string.Create(CultureInfo.InvariantCulture, $"{CanaryPrefix}{stage:00}");
}
