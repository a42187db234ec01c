using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Drift;

/// <summary>The functions that are live compared with those of the release that should be.</summary>
internal sealed class FunctionDifferences(IAmazonLambda lambda, EnvironmentSeal seal)
{
    public async Task<IReadOnlyList<string>> FindAsync(Manifest manifest, ReleaseRequest request, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var function in manifest.Functions)
            differences.AddRange(await FindAsync(manifest, function, request.Function(function.Name), cancellationToken));
        return differences;
    }

    private async Task<IReadOnlyList<string>> FindAsync(
        Manifest manifest,
        ManifestFunction function,
        FunctionRequest wanted,
        CancellationToken cancellationToken
    )
    {
        var alias = await FindAliasAsync(function.Name, manifest.Alias, cancellationToken);
        if (alias is null)
            return [$"{function.Name} has no alias {manifest.Alias}, it should point to version {function.Version}"];
        var name = $"{function.Name}:{manifest.Alias}";
        if (alias.RoutingConfig?.AdditionalVersionWeights is { Count: > 0 } weights)
            return
            [
                $"{name} gives {string.Join(", ", weights.Select(w => $"{w.Value:P0} to version {w.Key}"))}, all should go to version {function.Version}",
            ];
        // The same content under another number is what the release wanted.
        var version = await FindVersionAsync(function.Name, alias.FunctionVersion, cancellationToken);
        if (version is null)
            return [$"{name} points to version {alias.FunctionVersion}, which is gone"];
        var settings = Compare(version, function, wanted).ToList();
        settings.AddRange(await CompareVariablesAsync(version, wanted, cancellationToken));
        return settings.Count == 0
            ? []
            :
            [
                $"{name} points to version {alias.FunctionVersion}, which differs from the release's version {function.Version} in {string.Join(", ", settings)}",
            ];
    }

    private static IEnumerable<string> Compare(FunctionConfiguration live, ManifestFunction function, FunctionRequest wanted)
    {
        if (live.CodeSha256 != function.CodeSha256 || live.Architectures?.FirstOrDefault() != wanted.Architecture)
            yield return "code";
        if (!(live.Layers ?? []).Select(l => l.Arn).SequenceEqual(function.Layers))
            yield return "layers";
        if ((live.Runtime?.Value, live.Handler, live.Role) != (wanted.Runtime, wanted.Handler, wanted.Role))
            yield return "runtime, handler or role";
        if (
            (live.MemorySize, live.Timeout, live.EphemeralStorage?.Size ?? 512)
            != (wanted.MemorySize, wanted.Timeout, wanted.EphemeralStorage)
        )
            yield return "memory, timeout or storage";
    }

    /// <summary>Names only: a value may be a secret.</summary>
    private async Task<IEnumerable<string>> CompareVariablesAsync(
        FunctionConfiguration live,
        FunctionRequest wanted,
        CancellationToken cancellationToken
    )
    {
        var variables = await seal.SealAsync(live.Environment?.Variables ?? [], cancellationToken);
        return variables
            .Keys.Union(wanted.Environment.Keys)
            .Where(name => variables.GetValueOrDefault(name) != wanted.Environment.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal)
            .Select(name => $"variable {name}");
    }

    private async Task<GetAliasResponse?> FindAliasAsync(string function, string alias, CancellationToken cancellationToken)
    {
        try
        {
            return await lambda.GetAliasAsync(new GetAliasRequest { FunctionName = function, Name = alias }, cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task<FunctionConfiguration?> FindVersionAsync(string function, string version, CancellationToken cancellationToken)
    {
        try
        {
            return (
                await lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = function, Qualifier = version }, cancellationToken)
            ).Configuration;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
