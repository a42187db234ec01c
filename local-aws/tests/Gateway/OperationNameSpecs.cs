using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

/// <summary>Faults, recorded calls and policies speak of operations; every request must get the right name.</summary>
public sealed class OperationNameSpecs
{
    [Theory]
    [InlineData("POST", "/2015-03-31/functions", "CreateFunction")]
    [InlineData("GET", "/2015-03-31/functions/", "ListFunctions")]
    [InlineData("GET", "/2015-03-31/functions/f", "GetFunction")]
    [InlineData(
        "GET",
        "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-west-2%3A123456789012%3Afunction%3Af%3Alive?Qualifier=live",
        "GetFunction"
    )]
    [InlineData("GET", "/2015-03-31/functions/f/configuration", "GetFunctionConfiguration")]
    [InlineData("PUT", "/2015-03-31/functions/f/code", "UpdateFunctionCode")]
    [InlineData("PUT", "/2015-03-31/functions/f/configuration", "UpdateFunctionConfiguration")]
    [InlineData("POST", "/2015-03-31/functions/f/versions", "PublishVersion")]
    [InlineData("PUT", "/2015-03-31/functions/f/aliases/live", "UpdateAlias")]
    [InlineData("POST", "/2015-03-31/functions/f/policy?Qualifier=live", "AddPermission")]
    [InlineData("DELETE", "/2015-03-31/functions/f/policy/sid", "RemovePermission")]
    [InlineData("POST", "/2018-10-31/layers/l/versions", "PublishLayerVersion")]
    [InlineData("GET", "/2018-10-31/layers", "ListLayers")]
    [InlineData("GET", "/2018-10-31/layers?find=LayerVersion&Arn=arn", "GetLayerVersionByArn")]
    [InlineData("GET", "/2018-10-31/layers/l/versions/3", "GetLayerVersion")]
    [InlineData("GET", "/2017-03-31/tags/arn%3Aaws%3Alambda", "ListTags")]
    [InlineData("GET", "/2016-08-19/account-settings", "GetAccountSettings")]
    [InlineData("GET", "/2015-03-31/no-such-thing", "Unknown")]
    public Task Lambda_operations_are_named_by_method_and_path(string method, string target, string operation) =>
        AssertNamedAsync(method, target, "lambda", operation);

    [Theory]
    [InlineData("GET", "/", "ListBuckets")]
    [InlineData("PUT", "/bucket", "CreateBucket")]
    [InlineData("PUT", "/bucket/", "CreateBucket")]
    [InlineData("HEAD", "/bucket", "HeadBucket")]
    [InlineData("GET", "/bucket?list-type=2&prefix=a", "ListObjectsV2")]
    [InlineData("GET", "/bucket?prefix=a", "ListObjects")]
    [InlineData("GET", "/bucket?versioning", "GetBucketVersioning")]
    [InlineData("GET", "/bucket?inventory", "ListBucketInventoryConfigurations")]
    [InlineData("GET", "/bucket?inventory&id=1", "GetBucketInventoryConfiguration")]
    [InlineData("PUT", "/bucket?encryption", "PutBucketEncryption")]
    [InlineData("POST", "/bucket?delete", "DeleteObjects")]
    [InlineData("PUT", "/bucket/a/b%2Fc.txt", "PutObject")]
    [InlineData("PUT", "/bucket/folder/", "PutObject")]
    [InlineData("GET", "/bucket/key?versionId=1&x-id=GetObject", "GetObject")]
    [InlineData("HEAD", "/bucket/key", "HeadObject")]
    [InlineData("GET", "/bucket/key?tagging", "GetObjectTagging")]
    [InlineData("POST", "/bucket/key?uploads", "CreateMultipartUpload")]
    [InlineData("PUT", "/bucket/key?partNumber=1&uploadId=u", "UploadPart")]
    [InlineData("GET", "/bucket/key?uploadId=u", "ListParts")]
    [InlineData("DELETE", "/bucket/key?uploadId=u", "AbortMultipartUpload")]
    public Task S3_operations_are_named_by_sub_resource_too(string method, string target, string operation) =>
        AssertNamedAsync(method, target, "s3", operation);

    [Theory]
    [InlineData("POST", "/restapis", "apigateway", "CreateRestApi")]
    [InlineData("PUT", "/restapis/a/resources/r/methods/POST/integration", "apigateway", "PutIntegration")]
    [InlineData("PATCH", "/restapis/a/resources/r/methods/POST/integration", "apigateway", "UpdateIntegration")]
    [InlineData("POST", "/restapis/a/deployments", "apigateway", "CreateDeployment")]
    [InlineData("PATCH", "/restapis/a/stages/prod", "apigateway", "UpdateStage")]
    [InlineData("GET", "/v2/apis", "apigateway", "GetApis")]
    [InlineData("POST", "/schedules/s", "scheduler", "CreateSchedule")]
    [InlineData("GET", "/schedules/s?groupName=g", "scheduler", "GetSchedule")]
    [InlineData("POST", "/TraceSegments", "xray", "PutTraceSegments")]
    public Task Other_rest_services_have_tables_too(string method, string target, string service, string operation) =>
        AssertNamedAsync(method, target, service, operation);

    [Fact]
    public Task Copying_an_object_differs_from_putting_one_by_a_header() =>
        AssertNamedAsync("PUT", "/bucket/key", "s3", "CopyObject", request => request.Headers.Add("x-amz-copy-source", "other/key"));

    [Fact]
    public Task A_json_service_names_its_operation_in_a_header() =>
        AssertNamedAsync(
            "POST",
            "/",
            "states",
            "StartExecution",
            request => request.Headers.Add("X-Amz-Target", "AWSStepFunctions.StartExecution")
        );

    [Fact]
    public Task A_query_service_names_its_operation_in_the_form() =>
        AssertNamedAsync("POST", "/", "sns", "Publish", request => request.Content = new FormUrlEncodedContent([new("Action", "Publish")]));

    [Fact]
    public Task Cbor_names_its_operation_in_the_path() =>
        AssertNamedAsync(
            "POST",
            "/service/GraniteServiceVersion20100801/operation/PutMetricAlarm",
            "monitoring",
            "PutMetricAlarm",
            request => request.Content = new ByteArrayContent([0xA0]),
            "cloudwatch"
        );

    [Fact]
    public async Task A_presigned_url_names_service_and_caller_in_its_query()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.Http.GetAsync(
            new Uri("/bucket/key?X-Amz-Credential=me%2F20260101%2Fus-west-2%2Fs3%2Faws4_request", UriKind.Relative)
        );
        var call = Assert.Single(gateway.Parts.Calls.Snapshot());
        Assert.Equal(("s3", "GetObject", "me"), (call.Service, call.Operation, call.Caller));
    }

    private static async Task AssertNamedAsync(
        string method,
        string target,
        string service,
        string operation,
        Action<HttpRequestMessage>? shape = null,
        string? named = null
    )
    {
        await using var gateway = await TestGateway.StartAsync();
        using var response = await gateway.SendAsync(method, target, service, shape);
        var call = Assert.Single(gateway.Parts.Calls.Snapshot());
        Assert.Equal((named ?? service, operation), (call.Service, call.Operation));
        Assert.Equal("local", call.Caller);
    }
}
