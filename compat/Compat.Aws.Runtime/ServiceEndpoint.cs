using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Compat.Aws;

/// <summary>A configured URL as it is, else the service's own host name in the region.</summary>
internal sealed class ServiceEndpointProvider(ServiceModel service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string { Length: > 0 } url)
            return new Endpoint(url);
        var region = RegionEndpoint.GetBySystemName(
            parameters["Region"] as string ?? throw new AmazonClientException("No RegionEndpoint or ServiceURL configured")
        );
        var host = service.EndpointPrefix + (parameters["UseFIPS"] is true ? "-fips" : "");
        return service.IsGlobal && region.PartitionName == "aws"
            ? new Endpoint($"https://{host}.amazonaws.com/", """{"authSchemes":[{"name":"sigv4","signingRegion":"us-east-1"}]}""", null)
            : new Endpoint($"https://{host}.{region.SystemName}.{region.PartitionDnsSuffix}/");
    }
}

internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    internal static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternate)
    {
        var region = alternate?.SystemName ?? config.RegionEndpoint?.SystemName;
        if (region is null && config.ServiceURL is { Length: > 0 } url)
            region = AWSSDKUtils.DetermineRegion(url);
        return new EndpointParameters
        {
            ["Region"] = region,
            ["Endpoint"] = config.ServiceURL,
            ["UseFIPS"] = config.UseFIPSEndpoint,
        };
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
