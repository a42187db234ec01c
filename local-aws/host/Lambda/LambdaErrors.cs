using System.Globalization;

namespace CodeRipple.Workflow.LocalAws.Lambda;

/// <summary>The refusals of the Lambda service, worded as AWS words them.</summary>
internal static class LambdaErrors
{
    public static LambdaServiceException NotFound(string function, string? qualifier) =>
        new(404, "ResourceNotFoundException", $"Function not found: {function}{(qualifier is null ? "" : ":" + qualifier)}");

    public static LambdaServiceException NotActive(string state) =>
        new(
            409,
            "ResourceConflictException",
            $"The operation cannot be performed at this time. The function is currently in the following state: {state}"
        );

    public static LambdaServiceException Throttled(string reason) => new(429, "TooManyRequestsException", "Rate Exceeded.", reason);

    public static LambdaServiceException NotJson(string problem) =>
        new(400, "InvalidRequestContentException", $"Could not parse request body into json: {problem}");

    public static LambdaServiceException TooLarge(int limit) =>
        new(
            413,
            "RequestEntityTooLargeException",
            string.Create(CultureInfo.InvariantCulture, $"Request must be smaller than {limit} bytes for the InvokeFunction operation")
        );

    public static LambdaServiceException InvalidParameter(string message) => new(400, "InvalidParameterValueException", message);

    public static LambdaServiceException InvalidFunctionName(string text) =>
        new(
            400,
            "ValidationException",
            $"1 validation error detected: Value '{text}' at 'functionName' failed to satisfy constraint: not a function name or ARN"
        );

    public static LambdaServiceException QualifiersDiffer() =>
        InvalidParameter("The derived qualifier from the function name does not match the specified qualifier.");

    public static LambdaServiceException Stopping() => new(500, "ServiceException", "The local AWS is stopping.");
}
