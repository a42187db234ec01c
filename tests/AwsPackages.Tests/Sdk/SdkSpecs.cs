using Amazon.CloudFormation;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.SimpleNotificationService;
using Amazon.StepFunctions;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

/// <summary>Base of specs that watch clients talk to a <see cref="FakeAws"/> of their own.</summary>
public abstract class SdkSpecs : IAsyncLifetime
{
    internal FakeAws Aws { get; private set; } = null!;

    private protected AmazonLambdaClient Lambda => new(FakeAws.Credentials, Aws.Configure(new AmazonLambdaConfig()));
    private protected AmazonStepFunctionsClient StepFunctions => new(FakeAws.Credentials, Aws.Configure(new AmazonStepFunctionsConfig()));
    private protected AmazonSimpleNotificationServiceClient Sns =>
        new(FakeAws.Credentials, Aws.Configure(new AmazonSimpleNotificationServiceConfig()));
    private protected AmazonCloudFormationClient CloudFormation =>
        new(FakeAws.Credentials, Aws.Configure(new AmazonCloudFormationConfig()));
    private protected AmazonIdentityManagementServiceClient Iam =>
        new(FakeAws.Credentials, Aws.Configure(new AmazonIdentityManagementServiceConfig()));

    public async Task InitializeAsync() => Aws = await FakeAws.StartAsync();

    public async Task DisposeAsync() => await Aws.DisposeAsync();
}
