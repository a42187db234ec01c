using System.Net;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

public class ErrorTests : SdkSpecs
{
    [Fact]
    public async Task A_rest_error_is_the_class_its_header_names()
    {
        Aws.Answers(
            409,
            """{"Type":"User","Message":"An update is in progress"}""",
            ("x-amzn-ErrorType", "ResourceConflictException:http://internal.amazon.com/x/"),
            ("x-amzn-RequestId", "r-1")
        );

        var error = await Assert.ThrowsAsync<Amazon.Lambda.Model.ResourceConflictException>(() =>
            Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = "orders" })
        );

        Assert.Equal("An update is in progress", error.Message);
        Assert.Equal("ResourceConflictException", error.ErrorCode);
        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
        Assert.Equal("r-1", error.RequestId);
        Assert.Equal("User", error.Type);
        Assert.IsAssignableFrom<AmazonLambdaException>(error);
    }

    [Fact]
    public async Task A_throttled_call_says_why_and_how_long_to_wait()
    {
        Aws.Answers(
            429,
            """{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","message":"Rate exceeded"}""",
            ("x-amzn-ErrorType", "TooManyRequestsException"),
            ("Retry-After", "3")
        );
        using var client = new AmazonLambdaClient(FakeAws.Credentials, Aws.Configure(new AmazonLambdaConfig { MaxErrorRetry = 0 }));

        var error = await Assert.ThrowsAsync<Amazon.Lambda.Model.TooManyRequestsException>(() =>
            client.InvokeAsync(new InvokeRequest { FunctionName = "orders" })
        );

        Assert.Equal(ThrottleReason.ReservedFunctionConcurrentInvocationLimitExceeded, error.Reason);
        Assert.Equal("3", error.RetryAfterSeconds);
    }

    [Theory]
    [InlineData("StateMachineDoesNotExist")]
    [InlineData("com.amazonaws.swf.service.v2.model#StateMachineDoesNotExist")]
    public async Task A_json_error_is_the_class_its_type_names_with_or_without_a_namespace(string type)
    {
        Aws.Answers(400, $$"""{"__type":"{{type}}","message":"State Machine Does Not Exist"}""");

        var error = await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() =>
            StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "arn:m" })
        );

        Assert.Equal("StateMachineDoesNotExist", error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task An_xml_error_is_the_class_of_its_code()
    {
        Aws.Answers(
            404,
            """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>NotFound</Code>
            <Message>Topic does not exist</Message></Error><RequestId>r-2</RequestId></ErrorResponse>
            """
        );

        var error = await Assert.ThrowsAsync<Amazon.SimpleNotificationService.Model.NotFoundException>(() =>
            Sns.PublishAsync("arn:t", "m")
        );

        Assert.Equal("NotFound", error.ErrorCode);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
        Assert.Equal("r-2", error.RequestId);
        Assert.Equal("Topic does not exist", error.Message);
    }

    [Fact]
    public async Task A_service_that_once_spoke_xml_keeps_its_old_code()
    {
        Aws.Answers(
            400,
            """{"__type":"com.amazonaws.cloudwatch#DashboardNotFoundError","message":"gone"}""",
            ("x-amzn-query-error", "ResourceNotFound;Sender")
        );
        using var client = new AmazonCloudWatchClient(FakeAws.Credentials, Aws.Configure(new AmazonCloudWatchConfig()));

        var error = await Assert.ThrowsAsync<DashboardNotFoundErrorException>(() =>
            client.GetDashboardAsync(new() { DashboardName = "d" })
        );

        Assert.Equal("ResourceNotFound", error.ErrorCode);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
    }

    [Fact]
    public async Task An_error_the_model_does_not_know_is_the_services_own_exception()
    {
        Aws.Answers(400, """{"message":"no"}""", ("x-amzn-ErrorType", "SomethingNewException"));

        var error = await Assert.ThrowsAsync<AmazonLambdaException>(() => Lambda.GetFunctionAsync("orders"));

        Assert.Equal("SomethingNewException", error.ErrorCode);
        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_still_an_exception_of_the_service()
    {
        Aws.Answers(403, "<html>proxy</html>");

        var error = await Assert.ThrowsAnyAsync<AmazonLambdaException>(() => Lambda.GetFunctionAsync("orders"));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }
}
