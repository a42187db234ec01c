using System.Text;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

public class RestJsonTests : SdkSpecs
{
    [Fact]
    public async Task Labels_are_escaped_and_query_members_are_sent_as_query()
    {
        Aws.Answers(200, """{"Configuration":{"FunctionName":"orders","Timeout":30,"State":"Active"},"Tags":{"a":"b"}}""");

        var answer = await Lambda.GetFunctionAsync(
            new GetFunctionRequest { FunctionName = "arn:aws:lambda:eu-central-1:123456789012:function:orders", Qualifier = "a b+ü" }
        );

        Assert.Equal("GET", Aws.Request.Method);
        Assert.Equal("/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-central-1%3A123456789012%3Afunction%3Aorders", Aws.Request.Path);
        Assert.Equal("Qualifier=a%20b%2B%C3%BC", Aws.Request.Query);
        Assert.Empty(Aws.Request.Bytes);
        Assert.Equal("orders", answer.Configuration.FunctionName);
        Assert.Equal(30, answer.Configuration.Timeout);
        Assert.Equal(State.Active, answer.Configuration.State);
        Assert.Null(answer.Configuration.Layers);
        Assert.Equal("b", answer.Tags["a"]);
    }

    [Fact]
    public async Task The_body_holds_what_was_set_and_an_empty_map_is_something()
    {
        Aws.Answers(200, """{"RevisionId":"2","RoutingConfig":{"AdditionalVersionWeights":{"8":0.05}}}""");

        var answer = await Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = "orders",
                Name = "live",
                FunctionVersion = "7",
                RevisionId = "1",
                RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = [] },
            }
        );

        Assert.Equal("PUT", Aws.Request.Method);
        Assert.Equal("/2015-03-31/functions/orders/aliases/live", Aws.Request.Path);
        Assert.Equal("application/json", Aws.Request.Headers["Content-Type"]);
        Assert.Equal("""{"FunctionVersion":"7","RevisionId":"1","RoutingConfig":{"AdditionalVersionWeights":{}}}""", Aws.Request.Body);
        Assert.Equal(0.05, answer.RoutingConfig.AdditionalVersionWeights["8"]);
        Assert.Equal("2", answer.RevisionId);
    }

    [Fact]
    public async Task Bytes_travel_as_base64()
    {
        Aws.Answers(201, """{"Version":3,"Content":{"CodeSize":5}}""");

        var answer = await Lambda.PublishLayerVersionAsync(
            new PublishLayerVersionRequest
            {
                LayerName = "shared",
                CompatibleRuntimes = [Amazon.Lambda.Runtime.Dotnet8],
                Content = new LayerVersionContentInput { ZipFile = new MemoryStream("bytes"u8.ToArray()) },
            }
        );

        Assert.Equal("""{"CompatibleRuntimes":["dotnet8"],"Content":{"ZipFile":"Ynl0ZXM="}}""", Aws.Request.Body);
        Assert.Equal(3, answer.Version);
        Assert.Equal(5, answer.Content.CodeSize);
    }

    [Fact]
    public async Task A_query_that_belongs_to_the_path_is_kept()
    {
        Aws.Answers(200, """{"Version":1}""");
        await Lambda.GetLayerVersionByArnAsync(new GetLayerVersionByArnRequest { Arn = "arn:aws:lambda:eu-central-1:1:layer:l:1" });

        Assert.Equal("/2018-10-31/layers", Aws.Request.Path);
        Assert.Equal(
            ["Arn=arn%3Aaws%3Alambda%3Aeu-central-1%3A1%3Alayer%3Al%3A1", "find=LayerVersion"],
            Aws.Request.Query.Split('&').Order()
        );
    }

    [Fact]
    public async Task A_missing_label_is_refused_before_anything_is_sent()
    {
        var error = await Assert.ThrowsAnyAsync<AmazonClientException>(() => Lambda.GetFunctionAsync(new GetFunctionRequest()));

        Assert.Contains("FunctionName", error.Message, StringComparison.Ordinal);
        Assert.Empty(Aws.Requests);
    }

    [Fact]
    public async Task The_invocation_payload_is_raw_in_both_directions_and_headers_carry_the_rest()
    {
        Aws.Answers(200, """{"echo":true}""", ("X-Amz-Executed-Version", "7"), ("X-Amz-Log-Result", "bG9n"));

        var answer = await Lambda.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = "orders",
                Qualifier = "live",
                InvocationType = InvocationType.RequestResponse,
                LogType = LogType.Tail,
                ClientContext = """{"a":1}""",
                Payload = """{"order":"ü"}""",
            }
        );

        Assert.Equal("/2015-03-31/functions/orders/invocations", Aws.Request.Path);
        Assert.Equal("Qualifier=live", Aws.Request.Query);
        Assert.Equal("""{"order":"ü"}""", Aws.Request.Body);
        Assert.Equal("RequestResponse", Aws.Request.Headers["X-Amz-Invocation-Type"]);
        Assert.Equal("Tail", Aws.Request.Headers["X-Amz-Log-Type"]);
        Assert.Equal("eyJhIjoxfQ==", Aws.Request.Headers["X-Amz-Client-Context"]);
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("7", answer.ExecutedVersion);
        Assert.Equal("bG9n", answer.LogResult);
        Assert.Null(answer.FunctionError);
        Assert.Equal("""{"echo":true}""", Encoding.UTF8.GetString(answer.Payload.ToArray()));
    }

    [Fact]
    public async Task A_functions_error_is_an_answer_and_not_an_exception()
    {
        Aws.Answers(200, """{"errorType":"Boom"}""", ("X-Amz-Function-Error", "Unhandled"));

        var answer = await Lambda.InvokeAsync(new InvokeRequest { FunctionName = "orders" });

        Assert.Equal("Unhandled", answer.FunctionError);
        Assert.Equal("""{"errorType":"Boom"}""", Encoding.UTF8.GetString(answer.Payload.ToArray()));
        Assert.Empty(Aws.Request.Bytes);
    }

    [Fact]
    public async Task Api_Gateway_names_start_in_lower_case_and_lists_go_into_the_query()
    {
        Aws.Answers(200, """{"item":[{"id":"r1","path":"/webhook","resourceMethods":{"POST":{"httpMethod":"POST"}}}]}""");
        using var client = new AmazonAPIGatewayClient(FakeAws.Credentials, Aws.Configure(new AmazonAPIGatewayConfig()));

        var resources = await client.GetResourcesAsync(
            new GetResourcesRequest
            {
                RestApiId = "api",
                Embed = ["methods", "more"],
                Limit = 5,
            }
        );
        Aws.Answers(200, """{"stageName":"live","createdDate":1700000000.5}""");
        var stage = await client.UpdateStageAsync(
            new UpdateStageRequest
            {
                RestApiId = "api",
                StageName = "live",
                PatchOperations =
                [
                    new PatchOperation
                    {
                        Op = Op.Replace,
                        Path = "/deploymentId",
                        Value = "d2",
                    },
                ],
            }
        );

        var (list, patch) = (Aws.Requests.First(), Aws.Requests.Last());
        Assert.Equal("/restapis/api/resources?embed=methods&embed=more&limit=5", list.Target);
        Assert.Equal("application/json", list.Headers["Accept"]);
        Assert.Equal("POST", Assert.Single(resources.Items).ResourceMethods["POST"].HttpMethod);
        Assert.Equal("PATCH", patch.Method);
        Assert.Equal("""{"patchOperations":[{"op":"replace","path":"/deploymentId","value":"d2"}]}""", patch.Body);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1700000000.5), stage.CreatedDate);
    }
}
