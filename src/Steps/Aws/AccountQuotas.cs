using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Scheduler;
using Amazon.Scheduler.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Amazon.StepFunctions.Model;
using GetPolicyRequest = Amazon.Lambda.Model.GetPolicyRequest;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>How many calls of some kinds AWS takes of an account in a region, whoever makes them.</summary>
/// <param name="AtOnce">How many it takes at once after a pause.</param>
public sealed record AccountQuota(string Name, double PerSecond, int AtOnce);

/// <summary>
/// The quotas of AWS that releases meet, from the quota pages of the services, and which calls count to which. How much of them a step
/// takes: see <see cref="CallPace"/>.
/// </summary>
public static class AccountQuotas
{
    // Lambda developer guide, "Lambda quotas". None can be raised. All calls without a quota of their own share the first.
    public static readonly AccountQuota LambdaControl = new("Lambda control plane", 15, 15);
    public static readonly AccountQuota GetFunction = new("lambda:GetFunction", 100, 100);
    public static readonly AccountQuota GetPolicy = new("lambda:GetPolicy", 15, 15);

    // API Gateway developer guide, "Quotas for creating, deploying and managing an API". None can be raised. All calls together have the
    // first; two kinds also one of their own: 5 in 2 seconds, and 1 in 5 seconds.
    public static readonly AccountQuota ApiGateway = new("API Gateway control plane", 10, 40);
    public static readonly AccountQuota GetResources = new("apigateway:GetResources", 2.5, 5);
    public static readonly AccountQuota CreateDeployment = new("apigateway:CreateDeployment", 0.2, 1);

    // EventBridge user guide, "Quotas": 50 for all calls but PutEvents. Scheduler has the same for its lists and more for the rest.
    public static readonly AccountQuota EventBridge = new("EventBridge control plane", 50, 50);
    public static readonly AccountQuota Scheduler = new("Scheduler", 50, 50);

    // Step Functions developer guide, "Quotas related to API action throttling": the smallest of any region.
    public static readonly AccountQuota ListStateMachines = new("states:ListStateMachines", 5, 100);
    public static readonly AccountQuota DescribeStateMachine = new("states:DescribeStateMachine", 20, 200);

    // CloudWatch user guide, "CloudWatch service quotas".
    public static readonly AccountQuota PutMetricAlarm = new("cloudwatch:PutMetricAlarm", 3, 3);
    public static readonly AccountQuota DescribeAlarms = new("cloudwatch:DescribeAlarms", 9, 9);
    public static readonly AccountQuota GetMetricData = new("cloudwatch:GetMetricData", 50, 50);

    // CloudWatch Logs user guide: DescribeLogGroups 10; FilterLogEvents, which only checks call, 5.
    public static readonly AccountQuota Logs = new("CloudWatch Logs", 10, 10);
    public static readonly AccountQuota FilterLogEvents = new("logs:FilterLogEvents", 5, 5);

    // API reference of DescribeContinuousBackups.
    public static readonly AccountQuota TableSettings = new("DynamoDB table settings", 10, 10);

    // AWS publishes no figures for IAM and SNS: a careful guess.
    public static readonly AccountQuota Iam = new("IAM", 25, 25);
    public static readonly AccountQuota Topics = new("SNS", 25, 25);

    // No quotas of AWS: what checks may take of the functions and tables that users need.
    public static readonly AccountQuota SyntheticCalls = new("synthetic calls", 25, 25);
    public static readonly AccountQuota TableItems = new("items of tables", 100, 100);

    /// <summary>The quotas that a call counts to; none when AWS takes more of them than a release could make.</summary>
    internal static IReadOnlyList<AccountQuota> Of(AmazonWebServiceRequest request) =>
        request switch
        {
            InvokeRequest => [],
            GetFunctionRequest => [GetFunction],
            GetPolicyRequest => [GetPolicy],
            AmazonLambdaRequest => [LambdaControl],
            GetResourcesRequest => [GetResources, ApiGateway],
            CreateDeploymentRequest => [CreateDeployment, ApiGateway],
            AmazonAPIGatewayRequest or AmazonApiGatewayV2Request => [ApiGateway],
            ListStateMachinesRequest => [ListStateMachines],
            DescribeStateMachineRequest => [DescribeStateMachine],
            PutEventsRequest => [],
            // KMS developer guide, "Request quotas": thousands of cryptographic operations a second.
            AmazonKeyManagementServiceRequest => [],
            AmazonEventBridgeRequest => [EventBridge],
            AmazonSchedulerRequest => [Scheduler],
            PutMetricAlarmRequest => [PutMetricAlarm],
            DescribeAlarmsRequest => [DescribeAlarms],
            GetMetricDataRequest => [GetMetricData],
            FilterLogEventsRequest => [FilterLogEvents],
            AmazonCloudWatchLogsRequest => [Logs],
            DescribeTableRequest or DescribeContinuousBackupsRequest => [TableSettings],
            AmazonIdentityManagementServiceRequest => [Iam],
            AmazonSimpleNotificationServiceRequest => [Topics],
            _ => [],
        };
}
