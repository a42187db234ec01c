using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Aliases of functions.</summary>
public sealed class LambdaAliases(IAmazonLambda lambda)
{
    public Task<GetAliasResponse?> FindAsync(string function, string alias) =>
        Missing.OrNullAsync<GetAliasResponse, ResourceNotFoundException>(() =>
            lambda.GetAliasAsync(new GetAliasRequest { FunctionName = function, Name = alias })
        );

    public static AliasTarget TargetOf(GetAliasResponse alias) =>
        new(
            alias.FunctionVersion,
            new SortedDictionary<string, double>(
                (alias.RoutingConfig?.AdditionalVersionWeights ?? []).ToDictionary(w => w.Key, w => w.Value),
                StringComparer.Ordinal
            )
        );

    public async Task<bool> HasProvisionedConcurrencyAsync(string function, string alias)
    {
        try
        {
            await lambda.GetProvisionedConcurrencyConfigAsync(
                new GetProvisionedConcurrencyConfigRequest { FunctionName = function, Qualifier = alias }
            );
            return true;
        }
        catch (ProvisionedConcurrencyConfigNotFoundException)
        {
            return false;
        }
    }

    /// <param name="revision">The alias's revision when it was read; null = it does not exist.</param>
    public async Task PointAsync(string function, string alias, AliasTarget target, string? revision)
    {
        // Left out, the old weights would stay: an empty map clears them.
        var routing = new AliasRoutingConfiguration { AdditionalVersionWeights = target.Weights.ToDictionary() };
        try
        {
            if (revision is null)
                await lambda.CreateAliasAsync(
                    new CreateAliasRequest
                    {
                        FunctionName = function,
                        Name = alias,
                        FunctionVersion = target.Version,
                        RoutingConfig = routing,
                    }
                );
            else
                await lambda.UpdateAliasAsync(
                    new UpdateAliasRequest
                    {
                        FunctionName = function,
                        Name = alias,
                        FunctionVersion = target.Version,
                        RoutingConfig = routing,
                        RevisionId = revision,
                    }
                );
        }
        catch (Exception e) when (e is ResourceConflictException or PreconditionFailedException)
        {
            // It was moved since it was read, or our own call went through and its answer was lost.
            throw new ResourceNotStabilizedException($"Alias {function}:{alias} has changed since it was read");
        }
    }

    // Deleting what is gone already is no error for Lambda.
    public async Task DeleteAsync(string function, string alias)
    {
        try
        {
            await lambda.DeleteAliasAsync(new DeleteAliasRequest { FunctionName = function, Name = alias });
        }
        catch (ResourceConflictException e)
        {
            throw new ResourceNotStabilizedException($"Function {function} is being changed: {e.Message}");
        }
    }
}
