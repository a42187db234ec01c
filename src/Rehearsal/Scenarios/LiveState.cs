using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Client.Workloads;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>What users of an alias get, read from Lambda itself: not from what the release says of itself.</summary>
internal sealed class LiveState
{
    private readonly IReadOnlyDictionary<string, LiveFunction> _functions;

    private LiveState(IReadOnlyDictionary<string, LiveFunction> functions) => _functions = functions;

    public static async Task<LiveState> ReadAsync(
        IAmazonLambda lambda,
        IEnumerable<string> functions,
        string alias,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, LiveFunction>();
        foreach (var name in functions)
            found[name] = await ReadAsync(lambda, name, alias, cancellationToken);
        return new LiveState(found);
    }

    /// <summary>
    /// Whether everything is as in <paramref name="before"/>, or everything as <paramref name="wanted"/>, or some of both.
    /// </summary>
    public LiveReport Compare(LiveState before, ReleaseDraft wanted)
    {
        var old = _functions.Where(f => f.Value == before._functions[f.Key]).Select(f => f.Key).ToHashSet();
        var @new = _functions.Where(f => IsNew(f.Value, before._functions[f.Key], wanted)).Select(f => f.Key).ToHashSet();
        var verdict =
            old.Count == _functions.Count ? LiveVerdict.AllOld
            : @new.Count == _functions.Count ? LiveVerdict.AllNew
            : LiveVerdict.Mixed;
        return new LiveReport(
            verdict,
            [
                .. _functions.Values.Select(f =>
                    $"{f}{(old.Contains(f.Name) ? "as before" : @new.Contains(f.Name) ? "new" : "neither as before nor as released")}"
                ),
            ]
        );
    }

    private static bool IsNew(LiveFunction live, LiveFunction before, ReleaseDraft wanted)
    {
        var function = wanted.Workload.Functions.First(f => f.Name == live.Name);
        var code = ArtifactUploads.Describe(wanted.Packages[function.Path]).Digest.Base64;
        return live.Version is not null && live.Version != before.Version && live.Weights.Length == 0 && live.Code == code;
    }

    private static async Task<LiveFunction> ReadAsync(
        IAmazonLambda lambda,
        string function,
        string alias,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var target = await lambda.GetAliasAsync(new GetAliasRequest { FunctionName = function, Name = alias }, cancellationToken);
            var version = await lambda.GetFunctionConfigurationAsync(
                new GetFunctionConfigurationRequest { FunctionName = function, Qualifier = target.FunctionVersion },
                cancellationToken
            );
            var weights = string.Join(", ", (target.RoutingConfig?.AdditionalVersionWeights ?? []).Select(w => $"{w.Key}: {w.Value}"));
            return new LiveFunction(
                function,
                target.FunctionVersion,
                weights,
                version.CodeSha256,
                string.Join(", ", (version.Layers ?? []).Select(l => l.Arn))
            );
        }
        catch (ResourceNotFoundException)
        {
            return new LiveFunction(function, null, "", null, "");
        }
    }
}

/// <param name="Version">What the alias points to; null when there is no function or no alias.</param>
/// <param name="Code">SHA-256 of its code.</param>
internal sealed record LiveFunction(string Name, string? Version, string Weights, string? Code, string Layers)
{
    public override string ToString() => $"{Name}: version {Version ?? "(none)"}{(Weights.Length > 0 ? $" and {Weights}" : "")}, ";
}

internal enum LiveVerdict
{
    AllNew,
    AllOld,
    Mixed,
}

internal static class LiveVerdicts
{
    public static string Word(this LiveVerdict verdict) =>
        verdict switch
        {
            LiveVerdict.AllNew => "all-new",
            LiveVerdict.AllOld => "all-old",
            _ => "MIXED",
        };
}

/// <param name="Functions">A line for each function.</param>
internal sealed record LiveReport(LiveVerdict Verdict, IReadOnlyList<string> Functions);
