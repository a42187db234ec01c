using System.Collections.Concurrent;
using Amazon.APIGateway.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// APIs for one look at them: each part is read once, however often it is asked for. API Gateway gives the paths of two or three APIs a
/// second.
/// </summary>
public sealed class LiveApis(RestApis apis)
{
    private readonly Once<IReadOnlyList<Resource>> _resources = new();
    private readonly Once<IReadOnlyList<Stage>> _stages = new();
    private readonly Once<IReadOnlyList<Authorizer>> _authorizers = new();
    private readonly Once<ApiPicture> _edited = new();
    private readonly Once<ApiPicture> _served = new();

    /// <inheritdoc cref="RestApis.ListResourcesAsync"/>
    public Task<IReadOnlyList<Resource>> ListResourcesAsync(string api) => _resources.ReadAsync(api, () => apis.ListResourcesAsync(api));

    /// <summary>None when the API is gone.</summary>
    public Task<IReadOnlyList<Stage>> ListStagesAsync(string api) => _stages.ReadAsync(api, () => apis.ListStagesAsync(api));

    /// <inheritdoc cref="ListStagesAsync"/>
    public Task<IReadOnlyList<Authorizer>> ListAuthorizersAsync(string api) =>
        _authorizers.ReadAsync(api, () => apis.ListAuthorizersAsync(api));

    public async Task<Stage?> FindStageAsync(string api, string stage) =>
        (await ListStagesAsync(api)).FirstOrDefault(s => s.StageName == stage);

    /// <summary>What stands behind a method; null when nothing does, or there is no such method.</summary>
    public async Task<Integration?> FindIntegrationAsync(string api, string resource, string method) =>
        (await ListResourcesAsync(api))
            .FirstOrDefault(r => r.Id == resource)
            ?.ResourceMethods?.GetValueOrDefault(method)
            ?.MethodIntegration;

    /// <summary>The API as it is edited now, which the next deployment would publish.</summary>
    public Task<ApiPicture> EditedAsync(RestApi api) =>
        _edited.ReadAsync(
            api.Id,
            async () =>
            {
                var resources = await ListResourcesAsync(api.Id);
                var validated = resources.Any(r => (r.ResourceMethods ?? []).Values.Any(m => m.RequestValidatorId is { Length: > 0 }));
                var validators = validated ? await apis.ListValidatorsAsync(api.Id) : [];
                return ApiPicture.OfEdited(api, resources, await ListAuthorizersAsync(api.Id), validators);
            }
        );

    /// <summary>The API as a stage serves it.</summary>
    public Task<ApiPicture> ServedAsync(string api, string stage) =>
        _served.ReadAsync($"{api}/{stage}", async () => ApiPicture.OfExport(await apis.ExportAsync(api, stage)));

    private sealed class Once<T>
    {
        private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _read = new();

        public Task<T> ReadAsync(string key, Func<Task<T>> read) => _read.GetOrAdd(key, _ => new(read)).Value;
    }
}
