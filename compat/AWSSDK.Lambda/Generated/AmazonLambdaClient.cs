// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda;

public partial class AmazonLambdaClient : CompatClient, IAmazonLambda
{
    public AmazonLambdaClient()
        : base(new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(RegionEndpoint region)
        : base(new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(AmazonLambdaConfig config)
        : base(config) { }

    public AmazonLambdaClient(AWSCredentials credentials)
        : this(credentials, new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey)) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), region) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonLambdaConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken)) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), region) { }

    public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonLambdaConfig clientConfig)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig) { }

    public virtual Task<AddPermissionResponse> AddPermissionAsync(AddPermissionRequest request, CancellationToken cancellationToken = default) =>
        Call<AddPermissionResponse>(request, "AddPermission", "POST", "/2015-03-31/functions/{FunctionName}/policy", cancellationToken);

    public virtual Task<CreateAliasResponse> CreateAliasAsync(CreateAliasRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateAliasResponse>(request, "CreateAlias", "POST", "/2015-03-31/functions/{FunctionName}/aliases", cancellationToken);

    public virtual Task<CreateEventSourceMappingResponse> CreateEventSourceMappingAsync(CreateEventSourceMappingRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateEventSourceMappingResponse>(request, "CreateEventSourceMapping", "POST", "/2015-03-31/event-source-mappings", cancellationToken);

    public virtual Task<CreateFunctionResponse> CreateFunctionAsync(CreateFunctionRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateFunctionResponse>(request, "CreateFunction", "POST", "/2015-03-31/functions", cancellationToken);

    public virtual Task<DeleteAliasResponse> DeleteAliasAsync(DeleteAliasRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteAliasResponse>(request, "DeleteAlias", "DELETE", "/2015-03-31/functions/{FunctionName}/aliases/{Name}", cancellationToken);

    public virtual Task<DeleteEventSourceMappingResponse> DeleteEventSourceMappingAsync(DeleteEventSourceMappingRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteEventSourceMappingResponse>(request, "DeleteEventSourceMapping", "DELETE", "/2015-03-31/event-source-mappings/{UUID}", cancellationToken);

    public virtual Task<DeleteFunctionResponse> DeleteFunctionAsync(string functionName, CancellationToken cancellationToken = default) =>
        DeleteFunctionAsync(new DeleteFunctionRequest { FunctionName = functionName }, cancellationToken);

    public virtual Task<DeleteFunctionResponse> DeleteFunctionAsync(DeleteFunctionRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteFunctionResponse>(request, "DeleteFunction", "DELETE", "/2015-03-31/functions/{FunctionName}", cancellationToken);

    public virtual Task<DeleteFunctionConcurrencyResponse> DeleteFunctionConcurrencyAsync(DeleteFunctionConcurrencyRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteFunctionConcurrencyResponse>(request, "DeleteFunctionConcurrency", "DELETE", "/2017-10-31/functions/{FunctionName}/concurrency", cancellationToken);

    public virtual Task<DeleteLayerVersionResponse> DeleteLayerVersionAsync(DeleteLayerVersionRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteLayerVersionResponse>(request, "DeleteLayerVersion", "DELETE", "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}", cancellationToken);

    public virtual Task<GetAliasResponse> GetAliasAsync(GetAliasRequest request, CancellationToken cancellationToken = default) =>
        Call<GetAliasResponse>(request, "GetAlias", "GET", "/2015-03-31/functions/{FunctionName}/aliases/{Name}", cancellationToken);

    public virtual Task<GetEventSourceMappingResponse> GetEventSourceMappingAsync(GetEventSourceMappingRequest request, CancellationToken cancellationToken = default) =>
        Call<GetEventSourceMappingResponse>(request, "GetEventSourceMapping", "GET", "/2015-03-31/event-source-mappings/{UUID}", cancellationToken);

    public virtual Task<GetFunctionResponse> GetFunctionAsync(string functionName, CancellationToken cancellationToken = default) =>
        GetFunctionAsync(new GetFunctionRequest { FunctionName = functionName }, cancellationToken);

    public virtual Task<GetFunctionResponse> GetFunctionAsync(GetFunctionRequest request, CancellationToken cancellationToken = default) =>
        Call<GetFunctionResponse>(request, "GetFunction", "GET", "/2015-03-31/functions/{FunctionName}", cancellationToken);

    public virtual Task<GetFunctionConcurrencyResponse> GetFunctionConcurrencyAsync(GetFunctionConcurrencyRequest request, CancellationToken cancellationToken = default) =>
        Call<GetFunctionConcurrencyResponse>(request, "GetFunctionConcurrency", "GET", "/2019-09-30/functions/{FunctionName}/concurrency", cancellationToken);

    public virtual Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(string functionName, CancellationToken cancellationToken = default) =>
        GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = functionName }, cancellationToken);

    public virtual Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(GetFunctionConfigurationRequest request, CancellationToken cancellationToken = default) =>
        Call<GetFunctionConfigurationResponse>(request, "GetFunctionConfiguration", "GET", "/2015-03-31/functions/{FunctionName}/configuration", cancellationToken);

    public virtual Task<GetLayerVersionResponse> GetLayerVersionAsync(GetLayerVersionRequest request, CancellationToken cancellationToken = default) =>
        Call<GetLayerVersionResponse>(request, "GetLayerVersion", "GET", "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}", cancellationToken);

    public virtual Task<GetLayerVersionByArnResponse> GetLayerVersionByArnAsync(GetLayerVersionByArnRequest request, CancellationToken cancellationToken = default) =>
        Call<GetLayerVersionByArnResponse>(request, "GetLayerVersionByArn", "GET", "/2018-10-31/layers?find=LayerVersion", cancellationToken);

    public virtual Task<GetPolicyResponse> GetPolicyAsync(GetPolicyRequest request, CancellationToken cancellationToken = default) =>
        Call<GetPolicyResponse>(request, "GetPolicy", "GET", "/2015-03-31/functions/{FunctionName}/policy", cancellationToken);

    public virtual Task<GetProvisionedConcurrencyConfigResponse> GetProvisionedConcurrencyConfigAsync(GetProvisionedConcurrencyConfigRequest request, CancellationToken cancellationToken = default) =>
        Call<GetProvisionedConcurrencyConfigResponse>(request, "GetProvisionedConcurrencyConfig", "GET", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", cancellationToken);

    public virtual Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default) =>
        Call<InvokeResponse>(request, "Invoke", "POST", "/2015-03-31/functions/{FunctionName}/invocations", cancellationToken);

    public virtual Task<ListAliasesResponse> ListAliasesAsync(ListAliasesRequest request, CancellationToken cancellationToken = default) =>
        Call<ListAliasesResponse>(request, "ListAliases", "GET", "/2015-03-31/functions/{FunctionName}/aliases", cancellationToken);

    public virtual Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(ListEventSourceMappingsRequest request, CancellationToken cancellationToken = default) =>
        Call<ListEventSourceMappingsResponse>(request, "ListEventSourceMappings", "GET", "/2015-03-31/event-source-mappings", cancellationToken);

    public virtual Task<ListFunctionsResponse> ListFunctionsAsync(CancellationToken cancellationToken = default) =>
        ListFunctionsAsync(new ListFunctionsRequest(), cancellationToken);

    public virtual Task<ListFunctionsResponse> ListFunctionsAsync(ListFunctionsRequest request, CancellationToken cancellationToken = default) =>
        Call<ListFunctionsResponse>(request, "ListFunctions", "GET", "/2015-03-31/functions", cancellationToken);

    public virtual Task<ListLayerVersionsResponse> ListLayerVersionsAsync(ListLayerVersionsRequest request, CancellationToken cancellationToken = default) =>
        Call<ListLayerVersionsResponse>(request, "ListLayerVersions", "GET", "/2018-10-31/layers/{LayerName}/versions", cancellationToken);

    public virtual Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default) =>
        Call<ListTagsResponse>(request, "ListTags", "GET", "/2017-03-31/tags/{Resource}", cancellationToken);

    public virtual Task<ListVersionsByFunctionResponse> ListVersionsByFunctionAsync(ListVersionsByFunctionRequest request, CancellationToken cancellationToken = default) =>
        Call<ListVersionsByFunctionResponse>(request, "ListVersionsByFunction", "GET", "/2015-03-31/functions/{FunctionName}/versions", cancellationToken);

    public virtual Task<PublishLayerVersionResponse> PublishLayerVersionAsync(PublishLayerVersionRequest request, CancellationToken cancellationToken = default) =>
        Call<PublishLayerVersionResponse>(request, "PublishLayerVersion", "POST", "/2018-10-31/layers/{LayerName}/versions", cancellationToken);

    public virtual Task<PublishVersionResponse> PublishVersionAsync(PublishVersionRequest request, CancellationToken cancellationToken = default) =>
        Call<PublishVersionResponse>(request, "PublishVersion", "POST", "/2015-03-31/functions/{FunctionName}/versions", cancellationToken);

    public virtual Task<PutFunctionConcurrencyResponse> PutFunctionConcurrencyAsync(PutFunctionConcurrencyRequest request, CancellationToken cancellationToken = default) =>
        Call<PutFunctionConcurrencyResponse>(request, "PutFunctionConcurrency", "PUT", "/2017-10-31/functions/{FunctionName}/concurrency", cancellationToken);

    public virtual Task<RemovePermissionResponse> RemovePermissionAsync(RemovePermissionRequest request, CancellationToken cancellationToken = default) =>
        Call<RemovePermissionResponse>(request, "RemovePermission", "DELETE", "/2015-03-31/functions/{FunctionName}/policy/{StatementId}", cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        Call<TagResourceResponse>(request, "TagResource", "POST", "/2017-03-31/tags/{Resource}", cancellationToken);

    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        Call<UntagResourceResponse>(request, "UntagResource", "DELETE", "/2017-03-31/tags/{Resource}", cancellationToken);

    public virtual Task<UpdateAliasResponse> UpdateAliasAsync(UpdateAliasRequest request, CancellationToken cancellationToken = default) =>
        Call<UpdateAliasResponse>(request, "UpdateAlias", "PUT", "/2015-03-31/functions/{FunctionName}/aliases/{Name}", cancellationToken);

    public virtual Task<UpdateEventSourceMappingResponse> UpdateEventSourceMappingAsync(UpdateEventSourceMappingRequest request, CancellationToken cancellationToken = default) =>
        Call<UpdateEventSourceMappingResponse>(request, "UpdateEventSourceMapping", "PUT", "/2015-03-31/event-source-mappings/{UUID}", cancellationToken);

    public virtual Task<UpdateFunctionCodeResponse> UpdateFunctionCodeAsync(UpdateFunctionCodeRequest request, CancellationToken cancellationToken = default) =>
        Call<UpdateFunctionCodeResponse>(request, "UpdateFunctionCode", "PUT", "/2015-03-31/functions/{FunctionName}/code", cancellationToken);

    public virtual Task<UpdateFunctionConfigurationResponse> UpdateFunctionConfigurationAsync(UpdateFunctionConfigurationRequest request, CancellationToken cancellationToken = default) =>
        Call<UpdateFunctionConfigurationResponse>(request, "UpdateFunctionConfiguration", "PUT", "/2015-03-31/functions/{FunctionName}/configuration", cancellationToken);
}
