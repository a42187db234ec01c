using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Agents;
using CodeRipple.Changes;
using CodeRipple.Functions.Deliverer;
using NSubstitute;

namespace CodeRipple.Workflow.WorkloadTests;

public sealed class DelivererTests
{
    private readonly IAmazonDynamoDB _dynamo = Substitute.For<IAmazonDynamoDB>();
    private readonly IAmazonS3 _s3 = Substitute.For<IAmazonS3>();
    private readonly Function _function;

    public DelivererTests() => _function = new Function(new AnalysisTable(_dynamo, "analyses"), new DocumentBucket(_s3, "documents"));

    [Theory]
    [InlineData("""{ "repository": "test-user/test-repo", "commit": "abc123def456" }""")]
    [InlineData(
        """{ "source": "coderipple.documentation", "detail": { "repository": "test-user/test-repo", "commit": "abc123def456" } }"""
    )]
    public async Task The_analysis_of_a_push_becomes_a_document(string received)
    {
        var analysis = Analysis.Of(Webhook.Read(Given.Json(Given.Webhook))!, AllAgents.Enabled(null), 0);
        _dynamo
            .GetItemAsync(Arg.Is<GetItemRequest>(request => request.Key["commit"].S == "abc123def456"))
            .Returns(
                new GetItemResponse
                {
                    Item = new()
                    {
                        ["analysis"] = new AttributeValue
                        {
                            S = System.Text.Json.JsonSerializer.Serialize(analysis, CodeRippleJson.Default.Analysis),
                        },
                    },
                }
            );

        var answer = await _function.HandleAsync(Given.Json(received), Given.Context);

        Assert.Equal("delivered", answer["status"]!.GetValue<string>());
        Assert.Equal("s3://documents/updates/test-user/test-repo/abc123def456.md", answer["document"]!.GetValue<string>());
        await _s3.Received(1)
            .PutObjectAsync(
                Arg.Is<PutObjectRequest>(request =>
                    request.BucketName == "documents"
                    && request.ContentBody.StartsWith("# Documentation update for test-user/test-repo", StringComparison.Ordinal)
                )
            );
    }

    [Fact]
    public async Task Reports_that_come_along_are_delivered_as_they_are()
    {
        var answer = await _function.HandleAsync(
            Given.Json(
                """{ "repository": "o/r", "commit": "abc", "ai_powered": false, "reports": [{ "agent": "historian", "significance": 0, "findings": ["Upkeep."], "proposals": [] }] }"""
            ),
            Given.Context
        );

        Assert.Equal(0, answer["proposals"]!.GetValue<int>());
        await _dynamo.DidNotReceiveWithAnyArgs().GetItemAsync(default(GetItemRequest)!);
    }

    [Theory]
    [InlineData(
        """{ "repository": "o/r", "commit": "abc" }""",
        "No analysis of o/r at abc is known. The orchestrator keeps one for every push it receives."
    )]
    [InlineData("""{ "repository": "o/r" }""", "The request does not name the 'commit'.")]
    [InlineData("[]", "The request does not name the 'repository'.")]
    public async Task A_push_that_is_unknown_is_an_error_that_names_it(string received, string message)
    {
        _dynamo.GetItemAsync(Arg.Any<GetItemRequest>()).Returns(new GetItemResponse());

        Assert.Equal(
            message,
            (await Assert.ThrowsAsync<NothingToDeliverException>(() => _function.HandleAsync(Given.Json(received), Given.Context))).Message
        );
    }
}
