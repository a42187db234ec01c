using System.Net.Http.Json;
using CodeRipple.Workflow.LocalAws.MotoProcess;

namespace CodeRipple.Workflow.LocalAws.Lambda.Invocations;

/// <summary>Asks the launcher what a function is right now; nothing is remembered, so a change counts from the next call on.</summary>
internal sealed class FunctionDirectory(MotoClient moto)
{
    /// <exception cref="LambdaServiceException">404.</exception>
    public async Task<FunctionRoute> RouteAsync(FunctionId id, CancellationToken cancellationToken)
    {
        var query =
            $"function?name={Uri.EscapeDataString(id.Function)}"
            + (id.Qualifier is null ? "" : $"&qualifier={Uri.EscapeDataString(id.Qualifier)}");
        var route = await GetAsync<FunctionRoute>(query, cancellationToken) ?? throw LambdaErrors.NotFound(Arn(id.Function), id.Qualifier);
        return route with { Qualifier = id.Qualifier };
    }

    /// <exception cref="LambdaServiceException">404.</exception>
    public async Task<FunctionVersion> VersionAsync(FunctionRoute route, string version, CancellationToken cancellationToken)
    {
        var query = $"version?name={Uri.EscapeDataString(route.FunctionName)}&version={Uri.EscapeDataString(version)}";
        return await GetAsync<FunctionVersion>(query, cancellationToken) ?? throw LambdaErrors.NotFound(route.FunctionArn, version);
    }

    private async Task<T?> GetAsync<T>(string query, CancellationToken cancellationToken)
        where T : class
    {
        using var content = await moto.GetLocalAsync(query, cancellationToken);
        return content is null ? null : await content.ReadFromJsonAsync<T>(cancellationToken);
    }

    private string Arn(string function) =>
        function.StartsWith("arn:", StringComparison.Ordinal)
            ? function
            : $"arn:aws:lambda:{moto.Region}:123456789012:function:{function[(function.LastIndexOf(':') + 1)..]}";
}
