using Amazon.CloudFormation;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using CodeRipple.Workflow.LocalAws;

namespace CodeRipple.Workflow.Cli.Aws;

/// <summary>Clients of one AWS, made on first use.</summary>
internal sealed class AwsClients : IDisposable
{
    private readonly Lazy<IAmazonCloudFormation> _cloudFormation;
    private readonly Lazy<IAmazonS3> _s3;
    private readonly Lazy<IAmazonSecurityTokenService> _sts;
    private string? _accountId;

    private AwsClients(AWSCredentials? credentials, Uri? endpoint, string region)
    {
        Region = region;
        _cloudFormation = new(() => new AmazonCloudFormationClient(credentials, Configure(new AmazonCloudFormationConfig(), endpoint, region)));
        _s3 = new(() => new AmazonS3Client(credentials, Configure(new AmazonS3Config { ForcePathStyle = endpoint is not null }, endpoint, region)));
        _sts = new(() => new AmazonSecurityTokenServiceClient(credentials, Configure(new AmazonSecurityTokenServiceConfig(), endpoint, region)));
    }

    public string Region { get; }

    public IAmazonCloudFormation CloudFormation => _cloudFormation.Value;

    public IAmazonS3 S3 => _s3.Value;

    public static AwsClients For(LocalAwsHost host) =>
        new(new BasicAWSCredentials(host.Environment["AWS_ACCESS_KEY_ID"], host.Environment["AWS_SECRET_ACCESS_KEY"]), host.Endpoint, host.Region);

    public async Task<string> AccountIdAsync(CancellationToken cancellationToken) =>
        _accountId ??= (await _sts.Value.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).Account;

    public void Dispose()
    {
        Dispose(_cloudFormation);
        Dispose(_s3);
        Dispose(_sts);
    }

    private static T Configure<T>(T config, Uri? endpoint, string region)
        where T : ClientConfig
    {
        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region;
        }

        return config;
    }

    private static void Dispose<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }
}
