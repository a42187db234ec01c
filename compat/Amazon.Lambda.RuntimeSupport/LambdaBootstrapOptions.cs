namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

public class LambdaBootstrapOptions
{
    /// <summary>host:port of the Runtime API; without it the environment variable AWS_LAMBDA_RUNTIME_API counts.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
