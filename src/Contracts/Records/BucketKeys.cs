namespace CodeRipple.Workflow.Contracts;

/// <summary>Keys of the objects in the release bucket.</summary>
public static class BucketKeys
{
    /// <summary>Begins the keys of requests: what is put here starts a release.</summary>
    public const string Requests = "requests/";

    /// <summary>Begins the keys of requests that are too large for the input of an execution; what is put here starts nothing.</summary>
    public const string Inputs = "inputs/";

    /// <summary>A request that is too large for the input of the execution of this name.</summary>
    public static string Input(string executionName) => $"{Inputs}{executionName}.json";

    /// <summary>A zip, named by its content.</summary>
    public static string Artifact(Sha256 content) => $"artifacts/{content.Hex}.zip";

    /// <summary>The <see cref="ReleasePlan"/> of a release.</summary>
    public static string Plan(string environment, ReleaseKey release) => $"plans/{Of(environment, release)}.json";

    /// <summary>The <see cref="Manifest"/> of a release.</summary>
    public static string Manifest(string environment, ReleaseKey release) => $"manifests/{Of(environment, release)}.json";

    /// <summary>The <see cref="ComponentResults"/> of a group of checks of a release.</summary>
    public static string Checks(string environment, ReleaseKey release, string name) => $"checks/{Of(environment, release)}/{name}.json";

    /// <summary>The <see cref="ComponentResults"/> of a batch of infrastructure checks in one run.</summary>
    public static string CheckBatch(string environment, ReleaseKey release, string run, string name) =>
        $"checks/{Of(environment, release)}/{run}/{name}.json";

    /// <summary>The <see cref="HealthState"/> that one health check of an application found, with every result.</summary>
    public static string HealthReport(string environment, string application, string run) =>
        $"checks/{environment}/{application}/health/{run}.json";

    private static string Of(string environment, ReleaseKey release) => $"{environment}/{release.Application}/{release.Id}";
}
