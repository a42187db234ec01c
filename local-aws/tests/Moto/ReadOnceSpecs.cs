using System.Text.Json.Nodes;
using Amazon.CloudFormation.Model;
using Amazon.Lambda.Model;
using Amazon.S3.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Moto;

/// <summary>What is read, made or imported once, or only when it is needed, is there all the same.</summary>
[Collection(SharedMoto.Name)]
public sealed class ReadOnceSpecs(CorrectedMoto moto) : IDisposable
{
    private readonly AwsClients _aws = new(moto.Address);

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Functions_of_one_object_share_its_code_until_it_is_replaced()
    {
        var bucket = await TestBuckets.CreateAsync(_aws);
        var first = await UploadAsync(bucket, "first");
        var one = await FunctionOfAsync(bucket);
        var same = await FunctionOfAsync(bucket);
        var second = await UploadAsync(bucket, "second");
        var other = await FunctionOfAsync(bucket);

        Assert.Equal((first, first, second), (await CodeAsync(one), await CodeAsync(same), await CodeAsync(other)));
    }

    [Fact]
    public async Task An_object_that_was_deleted_is_no_code()
    {
        var bucket = await TestBuckets.CreateAsync(_aws, versioned: true);
        await UploadAsync(bucket, "gone");
        await _aws.S3.DeleteObjectAsync(bucket, "code.zip");

        var refused = await Assert.ThrowsAsync<InvalidParameterValueException>(() => FunctionOfAsync(bucket));
        Assert.Contains("S3 Error Code: NoSuchKey", refused.Message);
    }

    [Fact]
    public async Task A_key_that_signs_has_its_pair_of_keys()
    {
        const string SigningAlgorithm = "RSASSA_PKCS1_V1_5_SHA_256";
        var made = await KmsAsync("CreateKey", new { KeyUsage = "SIGN_VERIFY", KeySpec = "RSA_2048" });
        var (key, message) = ((string?)made["KeyMetadata"]!["KeyId"], Convert.ToBase64String("message"u8));
        var signature = (string?)
            (
                await KmsAsync(
                    "Sign",
                    new
                    {
                        KeyId = key,
                        Message = message,
                        SigningAlgorithm,
                    }
                )
            )["Signature"];

        var verified = await KmsAsync(
            "Verify",
            new
            {
                KeyId = key,
                Message = message,
                Signature = signature,
                SigningAlgorithm,
            }
        );
        Assert.True((bool)verified["SignatureValid"]!);
        var once = (string?)(await KmsAsync("GetPublicKey", new { KeyId = key }))["PublicKey"];
        Assert.Equal(once, (string?)(await KmsAsync("GetPublicKey", new { KeyId = key }))["PublicKey"]);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", 200)]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", 200)]
    [InlineData("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole", 404)]
    [InlineData("arn:aws:iam::aws:policy/Nobody", 404)]
    public async Task A_managed_policy_is_found_by_its_whole_name(string arn, int status)
    {
        var answer = await _aws.QueryAsync("iam", ("Action", "GetPolicy"), ("Version", "2010-05-08"), ("PolicyArn", arn));
        Assert.Equal(status, (int)answer.Status);
    }

    [Fact]
    public async Task An_API_document_is_checked_when_its_warnings_shall_fail()
    {
        const string whole = """{"openapi":"3.0.1","info":{"title":"whole","version":"1","description":"d"},"paths":{}}""";
        const string without = """{"openapi":"3.0.1","info":{"title":"without version"},"paths":{}}""";

        Assert.Equal("whole", (string?)(await ImportAsync(whole)).Json["name"]);
        var refused = await ImportAsync(without);
        Assert.Equal(400, (int)refused.Status);
        Assert.Contains("Failed to parse the uploaded OpenAPI document due to: 'version' is a required property", refused.Text);

        Task<Answer> ImportAsync(string document) =>
            _aws.SendAsync("apigateway", HttpMethod.Post, "/restapis?mode=import&failonwarnings=true", new StringContent(document));
    }

    [Fact]
    public async Task A_function_of_a_stack_can_be_used_when_the_stack_stands_however_long_functions_are_pending()
    {
        var bucket = await TestBuckets.CreateAsync(_aws);
        await UploadAsync(bucket, "stack");
        var (stack, function) = (TestFunctions.NewName("stack"), TestFunctions.NewName());
        var template = $$$"""
            {"Resources":{
              "F":{"Type":"AWS::Lambda::Function","Properties":{
                "FunctionName":"{{{function}}}","Runtime":"python3.13","Handler":"index.handler",
                "Role":"{{{await TestFunctions.RoleAsync(_aws)}}}","Code":{"S3Bucket":"{{{bucket}}}","S3Key":"code.zip"} } },
              "V":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F"} } } } }
            """;
        await _aws.QueryAsync(
            "cloudformation",
            ("Action", "CreateStack"),
            ("Version", "2010-05-15"),
            ("StackName", stack),
            ("TemplateBody", template)
        );

        var described = await _aws.CloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = stack });
        Assert.Equal("CREATE_COMPLETE", described.Stacks[0].StackStatus.Value);
        var state = await _aws.Lambda.GetFunctionConfigurationAsync(function);
        Assert.Equal(("Active", "Successful"), (state.State.Value, state.LastUpdateStatus.Value));
    }

    [Fact]
    public async Task Operations_are_distinguished_by_their_paths_in_any_order()
    {
        var name = await TestFunctions.CreateAsync(_aws);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(name, (await _aws.Lambda.GetFunctionConfigurationAsync(name)).FunctionName);
            Assert.Equal(name, (await _aws.Lambda.GetFunctionAsync(name)).Configuration.FunctionName);
            var versions = new ListVersionsByFunctionRequest { FunctionName = name };
            Assert.Single((await _aws.Lambda.ListVersionsByFunctionAsync(versions)).Versions);
            var unknown = await _aws.JsonAsync("lambda", HttpMethod.Get, $"/2015-03-31/functions/{name}/nothing-of-this-name");
            Assert.Equal(404, (int)unknown.Status);
        }
    }

    [Fact]
    public async Task A_document_that_is_too_deep_is_an_error_and_not_the_end()
    {
        var deep = new StringContent(new string('[', 200_000));
        var refused = await _aws.SendAsync("states", HttpMethod.Post, "/", deep, ("X-Amz-Target", "AWSStepFunctions.CreateStateMachine"));

        Assert.True((int)refused.Status >= 400);
        Assert.Equal(200, (int)(await _aws.LocalAsync(HttpMethod.Get, "health")).Status);
    }

    private async Task<string> UploadAsync(string bucket, string text)
    {
        var zip = TestFunctions.Zip(text);
        await _aws.S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = "code.zip",
                InputStream = zip,
                AutoCloseStream = false,
            }
        );
        return Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(zip.ToArray()));
    }

    private Task<string> FunctionOfAsync(string bucket) =>
        TestFunctions.CreateAsync(_aws, request => request.Code = new FunctionCode { S3Bucket = bucket, S3Key = "code.zip" });

    private async Task<string> CodeAsync(string function) => (await _aws.Lambda.GetFunctionConfigurationAsync(function)).CodeSha256;

    private async Task<JsonNode> KmsAsync(string operation, object body)
    {
        var answer = await _aws.AwsJsonAsync("kms", $"TrentService.{operation}", body);
        Assert.True((int)answer.Status == 200, answer.Text);
        return JsonNode.Parse(answer.Text)!;
    }
}
