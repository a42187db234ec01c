namespace Amazon.Lambda.Core;

/// <summary>What a function may know about the invocation it is handling and about itself.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    /// <summary>What the calling mobile client says about itself; null for every other caller.</summary>
    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    /// <summary>The Amazon Cognito identity of the caller; null when there is none.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN the caller used: with an alias or version at its end when it named one.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    /// <summary>Memory of the function in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>Time left until Lambda ends this invocation; negative when it is over.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId => string.Empty;

    string TraceId => string.Empty;

    /// <summary>The serializer the function was registered with; null for stream handlers.</summary>
    ILambdaSerializer Serializer => null;
}
