using System.Globalization;
using Amazon.CloudFormation;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

/// <summary>
/// Base of the contracts: each test sends one operation through the SDK's client and sees its effect in the local AWS. A
/// test's name begins with the operation's (<see cref="CompletenessSpecs"/>).
/// </summary>
[Collection(Name)]
public abstract class ServiceContract(LocalAwsFixture aws)
{
    public const string Name = "contracts";

    protected const string TrustPolicy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["lambda.amazonaws.com","states.amazonaws.com"]},"Action":"sts:AssumeRole"}]}""";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30),
        Pause = TimeSpan.FromMilliseconds(50);
    private static int s_last;

    private protected AmazonLambdaClient Lambda { get; } = Client<AmazonLambdaClient, AmazonLambdaConfig>(aws, (c, o) => new(c, o));

    private protected AmazonStepFunctionsClient StepFunctions { get; } =
        Client<AmazonStepFunctionsClient, AmazonStepFunctionsConfig>(aws, (c, o) => new(c, o));

    private protected AmazonCloudFormationClient CloudFormation { get; } =
        Client<AmazonCloudFormationClient, AmazonCloudFormationConfig>(aws, (c, o) => new(c, o));

    private protected AmazonSimpleNotificationServiceClient Sns { get; } =
        Client<AmazonSimpleNotificationServiceClient, AmazonSimpleNotificationServiceConfig>(aws, (c, o) => new(c, o));

    private protected AmazonSQSClient Sqs { get; } = Client<AmazonSQSClient, AmazonSQSConfig>(aws, (c, o) => new(c, o));

    private protected AmazonIdentityManagementServiceClient Iam { get; } =
        Client<AmazonIdentityManagementServiceClient, AmazonIdentityManagementServiceConfig>(aws, (c, o) => new(c, o));

    private protected static string NewName(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref s_last)}");

    /// <summary>Asks until the answer is as wanted; 30 s at most.</summary>
    private protected static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Predicate<T> wanted)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (wanted(answer))
                return answer;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, $"the answer stayed {answer}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>A role that Lambda and Step Functions can assume, and that may do everything.</summary>
    private protected async Task<string> RoleAsync()
    {
        const string everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
        var role = (
            await Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = NewName("role"), AssumeRolePolicyDocument = TrustPolicy })
        ).Role;
        await Iam.PutRolePolicyAsync(
            new PutRolePolicyRequest
            {
                RoleName = role.RoleName,
                PolicyName = "everything",
                PolicyDocument = everything,
            }
        );
        return role.Arn;
    }

    private protected async Task<(string Url, string Arn)> QueueAsync()
    {
        var name = NewName("queue");
        var url = (
            await Sqs.CreateQueueAsync(
                new CreateQueueRequest
                {
                    QueueName = name,
                    Attributes = new() { ["Policy"] = Corrections.TestQueues.Open(name) },
                }
            )
        ).QueueUrl;
        return (url, (await Sqs.GetQueueAttributesAsync(url, ["QueueArn"])).QueueARN);
    }

    /// <summary>The next message of a queue, which is deleted.</summary>
    private protected async Task<Message> MessageAsync(string queueUrl)
    {
        var found = await UntilAsync(() => Sqs.ReceiveMessageAsync(queueUrl), answer => answer.Messages is { Count: > 0 });
        await Sqs.DeleteMessageAsync(queueUrl, found.Messages[0].ReceiptHandle);
        return found.Messages[0];
    }

    private protected static TClient Client<TClient, TConfig>(LocalAwsFixture aws, Func<AWSCredentials, TConfig, TClient> create)
        where TConfig : ClientConfig, new() =>
        create(
            new BasicAWSCredentials("local", "local"),
            new TConfig
            {
                ServiceURL = aws.Host.Endpoint.AbsoluteUri,
                AuthenticationRegion = aws.Host.Region,
                MaxErrorRetry = 0,
            }
        );
}

/// <summary>One after the other: some lists are read page by page.</summary>
[CollectionDefinition(ServiceContract.Name)]
public sealed class AllContracts : ICollectionFixture<LocalAwsFixture>;
