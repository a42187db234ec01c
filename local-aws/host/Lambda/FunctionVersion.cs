namespace CodeRipple.Workflow.LocalAws.Lambda;

/// <summary>Where a call to a function (and qualifier) leads: one version, or two with weights behind an alias.</summary>
/// <param name="FunctionArn">Without qualifier.</param>
/// <param name="Qualifier">Alias, version or null, as called.</param>
internal sealed record FunctionRoute(string FunctionName, string FunctionArn, string? Qualifier, IReadOnlyList<VersionWeight> Routes)
{
    public string InvokedArn => Qualifier is null ? FunctionArn : $"{FunctionArn}:{Qualifier}";

    /// <param name="draw">A number from 0 up to, not including, 1.</param>
    public string Choose(double draw)
    {
        foreach (var route in Routes)
        {
            draw -= route.Weight;
            if (draw < 0)
                return route.Version;
        }

        return Routes[0].Version;
    }
}

internal sealed record VersionWeight(string Version, double Weight);

/// <summary>Code and configuration of one version, as far as running it needs them.</summary>
/// <param name="Timeout">In seconds.</param>
/// <param name="MemorySize">In megabytes.</param>
/// <param name="ReservedConcurrency">Of the whole function; null when none is reserved, 0 stops every call.</param>
/// <param name="Role">ARN of the execution role.</param>
/// <param name="Generation">Changes whenever code or configuration of this version changes (only <c>$LATEST</c> does).</param>
internal sealed record FunctionVersion(
    string FunctionName,
    string FunctionArn,
    string Version,
    string? Runtime,
    string Handler,
    int Timeout,
    int MemorySize,
    IReadOnlyDictionary<string, string>? Environment,
    IReadOnlyList<string>? Layers,
    string? State,
    int? ReservedConcurrency,
    string? DeadLetterArn,
    string Generation,
    string? LogGroup = null,
    string Role = "",
    IReadOnlyList<string>? Architectures = null,
    int? EphemeralStorage = null
)
{
    public string Architecture => Architectures is [var first, ..] ? first : "x86_64";

    /// <summary>The size of /tmp; Lambda gives 512 MB unless told otherwise.</summary>
    public int TmpMegabytes => EphemeralStorage ?? 512;

    public TimeSpan TimeLimit => TimeSpan.FromSeconds(Timeout);

    public string LogGroupName => LogGroup ?? $"/aws/lambda/{FunctionName}";
}
