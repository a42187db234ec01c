using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Transform;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Compat.Aws;

/// <summary>Base of the Amazon*Client classes. Signing, retries, credentials and HTTP are AWSSDK.Core's pipeline.</summary>
public abstract class CompatClient : AmazonServiceClient
{
    protected CompatClient(CompatConfig config)
        : base(config) { }

    protected CompatClient(AWSCredentials credentials, CompatConfig config)
        : base(credentials, config) { }

    // The pipeline is built by the base constructor, before a field of this class could be set.
    private ServiceModel Service => ((CompatConfig)Config).Service;

    protected override IServiceMetadata ServiceMetadata => Service;

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Resolver());
    }

    /// <param name="request">The operation's request.</param>
    /// <param name="operation">Name as in the service's model.</param>
    /// <param name="cancellationToken">Ends the call and its retries.</param>
    protected Task<T> Call<T>(AmazonWebServiceRequest request, string operation, CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse, new() => Call<T>(request, new Operation(operation), cancellationToken);

    protected Task<T> Call<T>(
        AmazonWebServiceRequest request,
        string operation,
        string method,
        string path,
        CancellationToken cancellationToken
    )
        where T : AmazonWebServiceResponse, new() => Call<T>(request, new Operation(operation, method, path), cancellationToken);

    private Task<T> Call<T>(AmazonWebServiceRequest request, Operation operation, CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse, new() =>
        InvokeAsync<T>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = new RequestMarshaller(Service, operation),
                ResponseUnmarshaller = Service.Protocol.Reader<T>(Service, operation),
            },
            cancellationToken
        );

    private sealed class RequestMarshaller(ServiceModel service, Operation operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var http = new DefaultRequest(input, service.Namespace) { HttpMethod = operation.Method, ResourcePath = operation.Path };
            service.Protocol.Write(service, operation, (IShape)input, http);
            return http;
        }
    }

    private sealed class SigV4Resolver : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }
}
