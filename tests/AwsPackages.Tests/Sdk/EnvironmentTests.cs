using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

/// <summary>These set variables of the whole process, so nothing runs beside them.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : SdkSpecs, IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    [Fact]
    public async Task One_variable_sends_all_clients_to_another_endpoint()
    {
        Set("AWS_ENDPOINT_URL", Aws.Url);
        Set("AWS_REGION", "us-west-2");
        Aws.Answers(200, """{"stateMachines":[]}""");
        using var client = new AmazonStepFunctionsClient(FakeAws.Credentials);

        Assert.Empty((await client.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines);

        Assert.Contains("/us-west-2/states/aws4_request", Aws.Request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_of_the_service_wins()
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
        Set("AWS_ENDPOINT_URL_LAMBDA", Aws.Url);
        Set("AWS_REGION", "us-west-2");
        Aws.Answers(200, """{"Functions":[]}""");
        using var client = new AmazonLambdaClient(FakeAws.Credentials);

        Assert.Empty((await client.ListFunctionsAsync()).Functions);
    }

    [Fact]
    public async Task Variables_say_how_often_a_call_is_tried()
    {
        Set("AWS_RETRY_MODE", "standard");
        Set("AWS_MAX_ATTEMPTS", "2");
        FallbackInternalConfigurationFactory.Reset();
        Aws.Answers(429, "{}", ("x-amzn-ErrorType", "TooManyRequestsException"));
        using var client = Lambda;

        await Assert.ThrowsAsync<Amazon.Lambda.Model.TooManyRequestsException>(() => client.GetFunctionAsync("orders"));

        Assert.Equal(RequestRetryMode.Standard, client.Config.RetryMode);
        Assert.Equal(2, Aws.Requests.Count);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        FallbackInternalConfigurationFactory.Reset();
    }

    private void Set(string name, string value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
