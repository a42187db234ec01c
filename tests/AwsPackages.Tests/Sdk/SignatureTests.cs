using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

public class SignatureTests : SdkSpecs
{
    private const string Arn = "arn:aws:lambda:eu-central-1:123456789012:function:orders";

    [Fact]
    public async Task A_path_with_escapes_and_a_query_are_signed_as_sent()
    {
        Aws.Answers(200, "{}");
        await Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = Arn, Qualifier = "a b" });
        AssertSigned(Aws.Request, "lambda");
    }

    [Fact]
    public async Task A_raw_payload_is_signed()
    {
        Aws.Answers(200, "");
        await Lambda.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = Arn,
                Payload = "\"ü\"",
                LogType = LogType.Tail,
            }
        );
        AssertSigned(Aws.Request, "lambda");
    }

    [Fact]
    public async Task A_json_body_is_signed()
    {
        Aws.Answers(200, "{}");
        await StepFunctions.ListStateMachinesAsync(new Amazon.StepFunctions.Model.ListStateMachinesRequest());
        AssertSigned(Aws.Request, "states");
    }

    [Fact]
    public async Task A_form_is_signed()
    {
        Aws.Answers(200, "<PublishResponse/>");
        await Sns.PublishAsync("arn:t", "a message");
        AssertSigned(Aws.Request, "sns");
    }

    [Fact]
    public async Task Temporary_credentials_send_and_sign_their_token()
    {
        Aws.Answers(200, "{}");
        var key = await FakeAws.Credentials.GetCredentialsAsync();
        using var client = new AmazonLambdaClient(key.AccessKey, key.SecretKey, "the-token", Aws.Configure(new AmazonLambdaConfig()));

        await client.GetFunctionAsync("orders");

        Assert.Equal("the-token", Aws.Request.Headers["X-Amz-Security-Token"]);
        Assert.Contains(
            "x-amz-security-token",
            Signature.Part(Aws.Request.Headers["Authorization"], "SignedHeaders"),
            StringComparison.Ordinal
        );
        AssertSigned(Aws.Request, "lambda");
    }

    [Fact]
    public void Each_region_has_its_own_host_and_IAM_has_one()
    {
        var lambda = new AmazonLambdaConfig { RegionEndpoint = RegionEndpoint.EUWest1 };
        var states = new AmazonStepFunctionsConfig { RegionEndpoint = RegionEndpoint.CNNorth1, UseFIPSEndpoint = true };
        var iam = new AmazonIdentityManagementServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1 };

        Assert.Equal("https://lambda.eu-west-1.amazonaws.com/", Host(lambda, new GetFunctionRequest()));
        Assert.Equal(
            "https://states-fips.cn-north-1.amazonaws.com.cn/",
            Host(states, new Amazon.StepFunctions.Model.StartExecutionRequest())
        );
        Assert.Equal("https://iam.amazonaws.com/", Host(iam, new GetRoleRequest()));
    }

    private static string Host(ClientConfig config, AmazonWebServiceRequest request) =>
        config.DetermineServiceOperationEndpoint(new Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters(request)).URL;

    private static void AssertSigned(Received request, string service)
    {
        var authorization = request.Headers["Authorization"];
        Assert.Matches($"^AKIDEXAMPLE/[0-9]{{8}}/eu-central-1/{service}/aws4_request$", Signature.Part(authorization, "Credential"));
        Assert.Equal(Signature.Of(request, FakeAws.Credentials.GetCredentials().SecretKey), Signature.Part(authorization, "Signature"));
    }
}
