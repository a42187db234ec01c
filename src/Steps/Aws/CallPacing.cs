using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Lets the calls of checks wait for their turn, in the pipeline of every client: see <see cref="CallPace"/>.</summary>
internal sealed class CallPacing : IRuntimePipelineCustomizer
{
    public string UniqueName => nameof(CallPacing);

    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new CallPacing());

    public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandler(new Handler());

    /// <summary>One of the kinds that <see cref="CallPace"/> knows; null when the call need not wait, or does before it is timed.</summary>
    internal static string? KindOf(AmazonWebServiceRequest request) =>
        request switch
        {
            GetFunctionRequest => CallPace.GetFunction,
            Amazon.Lambda.Model.GetPolicyRequest => CallPace.GetPolicy,
            AmazonIdentityManagementServiceRequest => CallPace.Iam,
            DescribeTableRequest or DescribeContinuousBackupsRequest => CallPace.Table,
            AmazonEventBridgeRequest => CallPace.Events,
            AmazonCloudWatchLogsRequest => CallPace.Logs,
            AmazonCloudWatchRequest => CallPace.Alarms,
            AmazonAPIGatewayRequest or AmazonSimpleNotificationServiceRequest or GetBucketEncryptionRequest => CallPace.Other,
            _ => null,
        };

    private sealed class Handler : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            if (CallPace.Current is { } pace && KindOf(executionContext.RequestContext.OriginalRequest) is { } kind)
                await pace.WaitAsync(kind);
            return await base.InvokeAsync<T>(executionContext);
        }
    }
}
