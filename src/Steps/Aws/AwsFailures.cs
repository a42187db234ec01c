using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Gives every failure that is worth asking again one name that the state machines can retry by: without it each service
/// would report throttling and outages under names of its own.
/// </summary>
internal sealed class AwsFailures : IRuntimePipelineCustomizer
{
    private static readonly HashSet<string> Throttling =
    [
        "Throttling",
        "ThrottlingException",
        "ThrottledException",
        "RequestThrottled",
        "RequestThrottledException",
        "TooManyRequestsException",
        "ProvisionedThroughputExceededException",
        "TransactionInProgressException",
        "TransactionConflictException",
        "RequestLimitExceeded",
        "BandwidthLimitExceeded",
        "LimitExceededException",
        "SlowDown",
        "PriorRequestNotComplete",
        "EC2ThrottledException",
        "RequestTimeout",
        "RequestTimeoutException",
    ];

    // Why DynamoDB cancels a transaction that may go through the next time.
    private static readonly HashSet<string> PassingReasons =
    [
        "None",
        "TransactionConflict",
        "ThrottlingError",
        "ProvisionedThroughputExceeded",
    ];

    public string UniqueName => nameof(AwsFailures);

    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new AwsFailures());

    public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandler(new Handler());

    internal static bool IsTransient(Exception e) =>
        e switch
        {
            TransactionCanceledException cancelled => cancelled.CancellationReasons is { Count: > 0 } reasons
                && reasons.All(r => PassingReasons.Contains(r.Code)),
            AmazonServiceException service => IsThrottled(service)
                || (int)service.StatusCode >= 500
                || service.InnerException is HttpRequestException,
            HttpRequestException or IOException or TimeoutException or TaskCanceledException => true,
            _ => false,
        };

    internal static bool IsThrottled(Exception e) =>
        e is AmazonServiceException service && ((int)service.StatusCode == 429 || Throttling.Contains(service.ErrorCode ?? ""));

    private sealed class Handler : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (Exception e) when (IsTransient(e) && !executionContext.RequestContext.CancellationToken.IsCancellationRequested)
            {
                throw new AwsUnavailableException($"{executionContext.RequestContext.RequestName} failed: {e.Message}", e);
            }
        }
    }
}
