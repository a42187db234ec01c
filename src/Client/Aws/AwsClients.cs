using Amazon;
using Amazon.APIGateway;
using Amazon.CloudFormation;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SQS;
using Amazon.StepFunctions;

namespace CodeRipple.Workflow.Client.Aws;

/// <summary>Clients of one AWS, made on first use.</summary>
internal sealed class AwsClients : IDisposable
{
    private readonly Dictionary<Type, IDisposable> _clients = [];
    private readonly AWSCredentials _credentials;
    private readonly Uri? _endpoint;
    private string? _accountId;

    private AwsClients(AWSCredentials credentials, Uri? endpoint, string region)
    {
        _credentials = credentials;
        _endpoint = endpoint;
        Region = region;
    }

    public string Region { get; }

    /// <summary>How often a call that is throttled or fails is repeated; null = as often as the SDK does.</summary>
    public int? Retries { get; init; }

    public IAmazonAPIGateway ApiGateway => Get(() => new AmazonAPIGatewayClient(_credentials, Configure(new AmazonAPIGatewayConfig())));

    public IAmazonCloudFormation CloudFormation =>
        Get(() => new AmazonCloudFormationClient(_credentials, Configure(new AmazonCloudFormationConfig())));

    public IAmazonCloudWatch CloudWatch => Get(() => new AmazonCloudWatchClient(_credentials, Configure(new AmazonCloudWatchConfig())));

    public IAmazonDynamoDB DynamoDb => Get(() => new AmazonDynamoDBClient(_credentials, Configure(new AmazonDynamoDBConfig())));

    public IAmazonEventBridge EventBridge => Get(() => new AmazonEventBridgeClient(_credentials, Configure(new AmazonEventBridgeConfig())));

    public IAmazonIdentityManagementService Iam =>
        Get(() => new AmazonIdentityManagementServiceClient(_credentials, Configure(new AmazonIdentityManagementServiceConfig())));

    public IAmazonKeyManagementService Kms =>
        Get(() => new AmazonKeyManagementServiceClient(_credentials, Configure(new AmazonKeyManagementServiceConfig())));

    public IAmazonLambda Lambda => Get(() => new AmazonLambdaClient(_credentials, Configure(new AmazonLambdaConfig())));

    public IAmazonCloudWatchLogs Logs =>
        Get(() => new AmazonCloudWatchLogsClient(_credentials, Configure(new AmazonCloudWatchLogsConfig())));

    // Host names like bucket.localhost lead nowhere.
    public IAmazonS3 S3 =>
        Get(() => new AmazonS3Client(_credentials, Configure(new AmazonS3Config { ForcePathStyle = _endpoint is not null })));

    public IAmazonSQS Sqs => Get(() => new AmazonSQSClient(_credentials, Configure(new AmazonSQSConfig())));

    public IAmazonStepFunctions StepFunctions =>
        Get(() => new AmazonStepFunctionsClient(_credentials, Configure(new AmazonStepFunctionsConfig())));

    private IAmazonSecurityTokenService SecurityToken =>
        Get(() => new AmazonSecurityTokenServiceClient(_credentials, Configure(new AmazonSecurityTokenServiceConfig())));

    /// <summary>A local AWS; it takes any credentials.</summary>
    public static AwsClients Local(Uri endpoint, string region, int? retries = null) =>
        new(new BasicAWSCredentials("local", "local"), endpoint, region) { Retries = retries };

    /// <summary>The AWS that the environment names, as for every SDK: AWS_REGION, credentials, AWS_ENDPOINT_URL.</summary>
    /// <exception cref="UserErrorException">There is no region, or the profile does not exist.</exception>
    /// <exception cref="AmazonClientException">There are no credentials.</exception>
    public static AwsClients FromEnvironment(string? region)
    {
        region = FindRegion(region) ?? throw new UserErrorException("Which region? Set AWS_REGION or give --region.");
        var endpoint = Variable("AWS_ENDPOINT_URL") is { } url ? new Uri(url) : null;
        return new AwsClients(AwsCredentials.Find(), endpoint, region);
    }

    /// <returns>Null when nothing names one.</returns>
    public static string? FindRegion(string? given) =>
        given ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName;

    public async Task<string> AccountIdAsync(CancellationToken cancellationToken) =>
        _accountId ??= (await CallerAsync(cancellationToken)).Account;

    /// <summary>Who calls.</summary>
    public async Task<GetCallerIdentityResponse> CallerAsync(CancellationToken cancellationToken) =>
        await SecurityToken.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private T Get<T>(Func<T> create)
        where T : IDisposable
    {
        lock (_clients)
        {
            if (!_clients.TryGetValue(typeof(T), out var client))
                _clients[typeof(T)] = client = create();
            return (T)client;
        }
    }

    private T Configure<T>(T config)
        where T : ClientConfig
    {
        if (_endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }
        else
        {
            config.ServiceURL = _endpoint.ToString();
            config.AuthenticationRegion = Region;
        }

        if (Retries is { } retries)
            config.MaxErrorRetry = retries;

        return config;
    }
}
