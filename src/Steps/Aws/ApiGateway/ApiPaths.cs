using System.Collections.Concurrent;
using Amazon.APIGateway.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Paths of APIs for one look at them: each API is read once, however often it is asked for. API Gateway gives the paths of two or three
/// APIs a second.
/// </summary>
public sealed class ApiPaths(RestApis apis)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Resource>>>> _read = new();

    /// <inheritdoc cref="RestApis.ListResourcesAsync"/>
    public Task<IReadOnlyList<Resource>> ListAsync(string api) => _read.GetOrAdd(api, id => new(() => apis.ListResourcesAsync(id))).Value;

    /// <summary>What stands behind a method; null when nothing does, or there is no such method.</summary>
    public async Task<Integration?> FindIntegrationAsync(string api, string resource, string method) =>
        (await ListAsync(api)).FirstOrDefault(r => r.Id == resource)?.ResourceMethods?.GetValueOrDefault(method)?.MethodIntegration;
}
