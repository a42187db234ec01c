using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Invocations;

/// <summary>The context of one invocation: the headers it came with, and the environment Lambda gave the process.</summary>
internal sealed class InvocationContext(HttpReply invocation, LambdaLog log, ILambdaSerializer? serializer, TimeProvider clock)
    : ILambdaContext
{
    private readonly Lazy<IClientContext?> _clientContext = new(() =>
        CallerContext.Client(invocation.Header("Lambda-Runtime-Client-Context"))
    );

    private readonly Lazy<ICognitoIdentity?> _identity = new(() =>
        CallerContext.Identity(invocation.Header("Lambda-Runtime-Cognito-Identity"))
    );

    public string AwsRequestId => Header("Lambda-Runtime-Aws-Request-Id");

    public string InvokedFunctionArn => Header("Lambda-Runtime-Invoked-Function-Arn");

    public string TraceId => Header("Lambda-Runtime-Trace-Id");

    public string TenantId => Header("Lambda-Runtime-Aws-Tenant-Id");

    // The interface is oblivious of null: what Lambda does not say is null.
    public IClientContext ClientContext => _clientContext.Value!;

    public ICognitoIdentity Identity => _identity.Value!;

    public string FunctionName => Variable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion => Variable("AWS_LAMBDA_FUNCTION_VERSION");

    public string LogGroupName => Variable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName => Variable("AWS_LAMBDA_LOG_STREAM_NAME");

    public int MemoryLimitInMB =>
        int.TryParse(Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 0;

    public ILambdaLogger Logger => log;

    public ILambdaSerializer Serializer => serializer!;

    public TimeSpan RemainingTime => Deadline() - clock.GetUtcNow();

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)!;

    private DateTimeOffset Deadline() =>
        long.TryParse(Header("Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : clock.GetUtcNow();

    private string Header(string name) => invocation.Header(name)!;
}
