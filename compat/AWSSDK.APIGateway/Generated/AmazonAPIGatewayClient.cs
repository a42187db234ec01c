// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway;

public partial class AmazonAPIGatewayClient : CompatClient, IAmazonAPIGateway
{
    public AmazonAPIGatewayClient()
        : base(new AmazonAPIGatewayConfig()) { }

    public AmazonAPIGatewayClient(RegionEndpoint region)
        : base(new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }

    public AmazonAPIGatewayClient(AmazonAPIGatewayConfig config)
        : base(config) { }

    public AmazonAPIGatewayClient(AWSCredentials credentials)
        : this(credentials, new AmazonAPIGatewayConfig()) { }

    public AmazonAPIGatewayClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }

    public AmazonAPIGatewayClient(AWSCredentials credentials, AmazonAPIGatewayConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey)) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), region) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonAPIGatewayConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken)) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), region) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonAPIGatewayConfig clientConfig)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig) { }

    public virtual Task<CreateDeploymentResponse> CreateDeploymentAsync(CreateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateDeploymentResponse>(request, "CreateDeployment", "POST", "/restapis/{restapi_id}/deployments", cancellationToken);

    public virtual Task<CreateResourceResponse> CreateResourceAsync(CreateResourceRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateResourceResponse>(request, "CreateResource", "POST", "/restapis/{restapi_id}/resources/{parent_id}", cancellationToken);

    public virtual Task<CreateRestApiResponse> CreateRestApiAsync(CreateRestApiRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateRestApiResponse>(request, "CreateRestApi", "POST", "/restapis", cancellationToken);

    public virtual Task<CreateStageResponse> CreateStageAsync(CreateStageRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateStageResponse>(request, "CreateStage", "POST", "/restapis/{restapi_id}/stages", cancellationToken);

    public virtual Task<DeleteDeploymentResponse> DeleteDeploymentAsync(DeleteDeploymentRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteDeploymentResponse>(request, "DeleteDeployment", "DELETE", "/restapis/{restapi_id}/deployments/{deployment_id}", cancellationToken);

    public virtual Task<DeleteIntegrationResponse> DeleteIntegrationAsync(DeleteIntegrationRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteIntegrationResponse>(request, "DeleteIntegration", "DELETE", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", cancellationToken);

    public virtual Task<DeleteIntegrationResponseResponse> DeleteIntegrationResponseAsync(DeleteIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteIntegrationResponseResponse>(request, "DeleteIntegrationResponse", "DELETE", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}", cancellationToken);

    public virtual Task<GetDeploymentResponse> GetDeploymentAsync(GetDeploymentRequest request, CancellationToken cancellationToken = default) =>
        Call<GetDeploymentResponse>(request, "GetDeployment", "GET", "/restapis/{restapi_id}/deployments/{deployment_id}", cancellationToken);

    public virtual Task<GetDeploymentsResponse> GetDeploymentsAsync(GetDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        Call<GetDeploymentsResponse>(request, "GetDeployments", "GET", "/restapis/{restapi_id}/deployments", cancellationToken);

    public virtual Task<GetIntegrationResponse> GetIntegrationAsync(GetIntegrationRequest request, CancellationToken cancellationToken = default) =>
        Call<GetIntegrationResponse>(request, "GetIntegration", "GET", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", cancellationToken);

    public virtual Task<GetResourcesResponse> GetResourcesAsync(GetResourcesRequest request, CancellationToken cancellationToken = default) =>
        Call<GetResourcesResponse>(request, "GetResources", "GET", "/restapis/{restapi_id}/resources", cancellationToken);

    public virtual Task<GetRestApiResponse> GetRestApiAsync(GetRestApiRequest request, CancellationToken cancellationToken = default) =>
        Call<GetRestApiResponse>(request, "GetRestApi", "GET", "/restapis/{restapi_id}", cancellationToken);

    public virtual Task<GetRestApisResponse> GetRestApisAsync(GetRestApisRequest request, CancellationToken cancellationToken = default) =>
        Call<GetRestApisResponse>(request, "GetRestApis", "GET", "/restapis", cancellationToken);

    public virtual Task<GetStageResponse> GetStageAsync(GetStageRequest request, CancellationToken cancellationToken = default) =>
        Call<GetStageResponse>(request, "GetStage", "GET", "/restapis/{restapi_id}/stages/{stage_name}", cancellationToken);

    public virtual Task<GetStagesResponse> GetStagesAsync(GetStagesRequest request, CancellationToken cancellationToken = default) =>
        Call<GetStagesResponse>(request, "GetStages", "GET", "/restapis/{restapi_id}/stages", cancellationToken);

    public virtual Task<PutIntegrationResponse> PutIntegrationAsync(PutIntegrationRequest request, CancellationToken cancellationToken = default) =>
        Call<PutIntegrationResponse>(request, "PutIntegration", "PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", cancellationToken);

    public virtual Task<PutIntegrationResponseResponse> PutIntegrationResponseAsync(PutIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        Call<PutIntegrationResponseResponse>(request, "PutIntegrationResponse", "PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}", cancellationToken);

    public virtual Task<PutMethodResponse> PutMethodAsync(PutMethodRequest request, CancellationToken cancellationToken = default) =>
        Call<PutMethodResponse>(request, "PutMethod", "PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}", cancellationToken);

    public virtual Task<UpdateIntegrationResponse> UpdateIntegrationAsync(UpdateIntegrationRequest request, CancellationToken cancellationToken = default) =>
        Call<UpdateIntegrationResponse>(request, "UpdateIntegration", "PATCH", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", cancellationToken);

    public virtual Task<UpdateStageResponse> UpdateStageAsync(UpdateStageRequest request, CancellationToken cancellationToken = default) =>
        Call<UpdateStageResponse>(request, "UpdateStage", "PATCH", "/restapis/{restapi_id}/stages/{stage_name}", cancellationToken);
}
