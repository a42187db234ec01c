using System.Globalization;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Environment = Amazon.Lambda.Model.Environment;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>A function with its versions.</summary>
internal sealed class FakeFunction(FunctionConfiguration latest, byte[] code)
{
    private readonly List<FunctionConfiguration> _versions = [];

    public FunctionConfiguration Latest { get; } = latest;

    public byte[] Code { get; set; } = code;

    public Dictionary<string, string> Tags { get; set; } = [];

    public IReadOnlyList<FunctionConfiguration> Versions => _versions;

    /// <summary>Nothing new since the newest version: that version is the answer. The description given is the version's own.</summary>
    public string Publish(string? description)
    {
        if (_versions.LastOrDefault() is { } newest && Fingerprint(newest) == Fingerprint(Latest))
            return newest.Version;
        var version = Copy(Latest);
        version.Version = (_versions.Count + 1).ToString(CultureInfo.InvariantCulture);
        version.Description = description ?? Latest.Description;
        _versions.Add(version);
        return version.Version;
    }

    public static void Configure(
        FunctionConfiguration latest,
        Runtime runtime,
        string handler,
        string role,
        int? memory,
        int? timeout,
        EphemeralStorage storage,
        string description,
        Environment environment,
        List<string> layers
    )
    {
        (latest.Runtime, latest.Handler, latest.Role, latest.MemorySize, latest.Timeout, latest.EphemeralStorage, latest.Description) = (
            runtime,
            handler,
            role,
            memory,
            timeout,
            storage,
            description
        );
        latest.Environment = new EnvironmentResponse { Variables = environment.Variables };
        latest.Layers = [.. layers.Select(arn => new Layer { Arn = arn })];
    }

    public static FunctionConfiguration Copy(FunctionConfiguration of) =>
        new()
        {
            FunctionName = of.FunctionName,
            FunctionArn = of.FunctionArn,
            Version = of.Version,
            Runtime = of.Runtime,
            Handler = of.Handler,
            Role = of.Role,
            MemorySize = of.MemorySize,
            Timeout = of.Timeout,
            EphemeralStorage = of.EphemeralStorage,
            Description = of.Description,
            Environment = of.Environment,
            Layers = of.Layers,
            Architectures = of.Architectures,
            CodeSha256 = of.CodeSha256,
            RevisionId = of.RevisionId,
            State = of.State,
            StateReason = of.StateReason,
            LastUpdateStatus = of.LastUpdateStatus,
            LastUpdateStatusReason = of.LastUpdateStatusReason,
            LastUpdateStatusReasonCode = of.LastUpdateStatusReasonCode,
            DeadLetterConfig = of.DeadLetterConfig,
        };

    private static string Fingerprint(FunctionConfiguration of) =>
        string.Join(
            '|',
            [
                of.CodeSha256,
                of.Runtime,
                of.Handler,
                of.Role,
                $"{of.MemorySize} {of.Timeout} {of.EphemeralStorage?.Size}",
                .. (of.Layers ?? []).Select(l => l.Arn),
                .. (of.Environment?.Variables ?? []).OrderBy(v => v.Key).Select(v => $"{v.Key}={v.Value}"),
            ]
        );
}
