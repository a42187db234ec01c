using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Faults;

/// <summary>What each service says when it throttles, breaks or refuses; from the error shapes of the services' API models.</summary>
internal static class FaultErrors
{
    private static readonly HashSet<string> DynamoDbData =
    [
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "Scan",
        "TransactGetItems",
        "TransactWriteItems",
        "UpdateItem",
    ];

    public static AwsError Throttled(AwsRequest request) =>
        request.Service switch
        {
            "lambda" when request.Operation == "Invoke" => new(
                429,
                "TooManyRequestsException",
                "Rate Exceeded.",
                "ReservedFunctionConcurrentInvocationLimitExceeded"
            ),
            "lambda" => new(429, "TooManyRequestsException", "Rate exceeded", "CallerRateLimitExceeded"),
            "apigateway" => new(429, "TooManyRequestsException", "Too Many Requests"),
            "dynamodb" when DynamoDbData.Contains(request.Operation) => new(
                400,
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API."
            ),
            "s3" => new(503, "SlowDown", "Please reduce your request rate."),
            "scheduler" => new(429, "ThrottlingException", "Rate exceeded"),
            "xray" => new(429, "ThrottledException", "Rate exceeded"),
            "sns" => new(429, "Throttled", "Rate exceeded"),
            "sqs" when request.Protocol == AwsProtocol.Query => new(
                403,
                "RequestThrottled",
                "The request was denied due to request throttling."
            ),
            _ when request.Protocol == AwsProtocol.Query => new(400, "Throttling", "Rate exceeded"),
            _ => new(400, "ThrottlingException", "Rate exceeded"),
        };

    public static AwsError Broken(AwsRequest request) =>
        request.Service switch
        {
            "lambda" => new(500, "ServiceException", "An error occurred. Please try again."),
            "dynamodb" => new(500, "InternalServerError", "The request could not be processed because of an internal server error."),
            "s3" => new(500, "InternalError", "We encountered an internal error. Please try again."),
            "events" => new(500, "InternalException", "An internal error occurred."),
            "scheduler" => new(500, "InternalServerException", "An internal error occurred."),
            "cloudwatch" => new(
                500,
                request.Protocol == AwsProtocol.Query ? "InternalServiceError" : "InternalServiceFault",
                "Request processing has failed because of an internal failure."
            ),
            "logs" => new(500, "ServiceUnavailableException", "The service cannot complete the request."),
            "kms" => new(500, "KMSInternalException", "The request was rejected because an internal exception occurred."),
            "sns" => new(500, "InternalError", "An internal error occurred."),
            _ => new(500, "InternalFailure", "The request processing has failed because of an unknown error, exception or failure."),
        };

    public static AwsError AccessDenied(AwsRequest request)
    {
        var message =
            $"User: {request.Caller ?? "anonymous"} is not authorized to perform: {request.Action} because no identity-based policy allows the {request.Action} action";
        return request.Protocol switch
        {
            AwsProtocol.Json => new(400, "AccessDeniedException", message),
            AwsProtocol.RestJson or AwsProtocol.Cbor => new(403, "AccessDeniedException", message),
            AwsProtocol.S3 => new(403, "AccessDenied", "Access Denied"),
            // SNS is the one query service with a name of its own for this.
            _ => new(403, request.Service == "sns" ? "AuthorizationError" : "AccessDenied", message),
        };
    }
}
