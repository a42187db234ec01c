using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Compat.Aws;

/// <summary>Base of the Amazon*Config classes.</summary>
public abstract class CompatConfig : ClientConfig
{
    // Connection time-outs of the SDKs' shared "smart defaults".
    private static readonly IDefaultConfigurationProvider Defaults = new DefaultConfigurationProvider([
        Mode(DefaultConfigurationMode.Standard, 3.1),
        Mode(DefaultConfigurationMode.InRegion, 1.1),
        Mode(DefaultConfigurationMode.CrossRegion, 3.1),
        Mode(DefaultConfigurationMode.Mobile, 30),
    ]);

    private readonly ServiceModel _service;

    protected CompatConfig(ServiceModel service)
        : base(Defaults)
    {
        _service = service;
        ServiceId = service.ServiceId;
        AuthenticationServiceName = service.EndpointPrefix;
        EndpointProvider = new ServiceEndpointProvider(service);
    }

    internal ServiceModel Service => _service;

    public override string RegionEndpointServiceName => _service.EndpointPrefix;
    public override string ServiceVersion => _service.ApiVersion;
    public override string UserAgent => InternalSDKUtils.BuildUserAgentString(_service.ServiceId, "4.0.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters.AlternateEndpoint));

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, double connectSeconds) =>
        new()
        {
            Name = name,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
        };
}
