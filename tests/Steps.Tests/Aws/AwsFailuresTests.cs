using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

public sealed class AwsFailuresTests
{
    public static TheoryData<string, Exception> Transient =>
        new()
        {
            {
                "status 429",
                new AmazonServiceException("slow down") { StatusCode = HttpStatusCode.TooManyRequests }
            },
            {
                "status 500",
                new AmazonServiceException("oops") { StatusCode = HttpStatusCode.InternalServerError }
            },
            {
                "status 503",
                new AmazonServiceException("oops") { StatusCode = HttpStatusCode.ServiceUnavailable }
            },
            {
                "throttling code with status 400",
                new AmazonServiceException("slow down") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ThrottlingException" }
            },
            {
                "DynamoDB throughput",
                new ProvisionedThroughputExceededException("slow down") { ErrorCode = "ProvisionedThroughputExceededException" }
            },
            { "no answer", new AmazonServiceException("no answer", new HttpRequestException("connection reset")) },
            { "connection lost", new HttpRequestException("connection reset") },
            { "timeout of the client", new TaskCanceledException() },
            { "broken stream", new IOException() },
            { "conflicting transaction", Cancelled("TransactionConflict", "None") },
            { "throttled transaction", Cancelled("None", "ThrottlingError") },
            { "transaction without throughput", Cancelled("None", "ProvisionedThroughputExceeded") },
            {
                "write during a transaction",
                new TransactionConflictException("ongoing")
                {
                    StatusCode = HttpStatusCode.BadRequest,
                    ErrorCode = "TransactionConflictException",
                }
            },
        };

    public static TheoryData<string, Exception> Final =>
        new()
        {
            {
                "not found",
                new Amazon.Lambda.Model.ResourceNotFoundException(
                    "gone",
                    ErrorType.Sender,
                    "ResourceNotFoundException",
                    "",
                    HttpStatusCode.NotFound
                )
            },
            {
                "conflict",
                new ResourceConflictException("busy", ErrorType.Sender, "ResourceConflictException", "", HttpStatusCode.Conflict)
            },
            {
                "other revision",
                new PreconditionFailedException(
                    "other",
                    ErrorType.Sender,
                    "PreconditionFailedException",
                    "",
                    HttpStatusCode.PreconditionFailed
                )
            },
            {
                "forbidden",
                new AmazonServiceException("no") { StatusCode = HttpStatusCode.Forbidden, ErrorCode = "AccessDeniedException" }
            },
            {
                "condition not met",
                new ConditionalCheckFailedException("no")
                {
                    StatusCode = HttpStatusCode.BadRequest,
                    ErrorCode = "ConditionalCheckFailedException",
                }
            },
            { "condition of a transaction not met", Cancelled("ConditionalCheckFailed", "None") },
            { "condition not met beside a conflict", Cancelled("ConditionalCheckFailed", "TransactionConflict") },
            { "our own bug", new InvalidOperationException("bug") },
        };

    [Theory]
    [MemberData(nameof(Transient))]
    public void What_may_pass_by_itself_is_worth_asking_again(string what, Exception failure) =>
        Assert.True(AwsFailures.IsTransient(failure), what);

    [Theory]
    [MemberData(nameof(Final))]
    public void An_answer_is_an_answer(string what, Exception failure) => Assert.False(AwsFailures.IsTransient(failure), what);

    private static TransactionCanceledException Cancelled(params string[] codes) =>
        new("Transaction cancelled")
        {
            StatusCode = HttpStatusCode.BadRequest,
            ErrorCode = "TransactionCanceledException",
            CancellationReasons = [.. codes.Select(c => new CancellationReason { Code = c })],
        };
}
