using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Preparation;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

public sealed class PrepareReleaseTests
{
    private const string Execution = "arn:aws:states:us-west-2:123456789012:execution:release:r1";
    private static readonly byte[] Code = Encoding.UTF8.GetBytes("the code");
    private static readonly string Sha = Convert.ToHexStringLower(SHA256.HashData(Code));

    private readonly IAmazonS3 _s3 = Substitute.For<IAmazonS3>();
    private readonly IAmazonDynamoDB _dynamoDb = Substitute.For<IAmazonDynamoDB>();
    private readonly StepSettings _settings = new("development", "releases", "ledger", "shop-") { SealingKey = FakeKeys.Arn };
    private readonly EnvironmentSeal _seal;
    private readonly List<PutObjectRequest> _written = [];

    public PrepareReleaseTests()
    {
        HasArtifact(Code.Length, Convert.ToBase64String(SHA256.HashData(Code)));
        _s3.PutObjectAsync(Arg.Do<PutObjectRequest>(_written.Add), Arg.Any<CancellationToken>()).Returns(new PutObjectResponse());
        _dynamoDb.PutItemAsync(Arg.Any<PutItemRequest>(), Arg.Any<CancellationToken>()).Returns(new PutItemResponse());
        _seal = new EnvironmentSeal(
            new FakeKeys().Client,
            new LedgerTable(new FakeLedger(new History()).Client, _settings.Store),
            _settings.Store
        );
    }

    [Fact]
    public async Task A_good_request_is_registered_and_its_plan_written()
    {
        var prepared = await PrepareAsync(Request());

        Assert.Equal("r1", prepared.Release.Id);
        Assert.Equal("s3://releases/plans/development/shop/r1.json", prepared.Release.PlanUri);
        Assert.Equal(Execution, prepared.Release.ExecutionArn);
        Assert.Null(prepared.DuplicateOf);
        var plan = Assert.Single(_written);
        Assert.Equal("plans/development/shop/r1.json", plan.Key);
        Assert.Contains("\"orders\"", plan.ContentBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_has_the_version_of_the_artifact_that_was_checked()
    {
        _s3.GetObjectMetadataAsync(Arg.Any<GetObjectMetadataRequest>(), Arg.Any<CancellationToken>())
            .Returns(
                new GetObjectMetadataResponse
                {
                    ContentLength = Code.Length,
                    ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData(Code)),
                    VersionId = "v7",
                }
            );

        await PrepareAsync(Request());

        var versions = JsonNode.Parse(Assert.Single(_written).ContentBody)!["artifactVersions"]!;
        Assert.Equal("v7", (string?)versions[$"artifacts/{Sha}.zip"]);
    }

    [Fact]
    public async Task The_release_id_of_the_request_wins_over_the_name_of_the_execution()
    {
        var request = Request();
        request["id"] = "2026-11-21-1";

        Assert.Equal("2026-11-21-1", (await PrepareAsync(request)).Release.Id);
    }

    [Theory]
    [InlineData("größer")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task The_name_of_an_execution_that_is_no_release_id_is_not_taken_for_one(string name)
    {
        var request = Request();
        request.AsObject().Remove("id");

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => PrepareAsync(request, name));

        Assert.Equal("/id", Assert.Single(error.Errors).Path);
    }

    [Fact]
    public async Task The_release_machine_itself_is_out_of_reach()
    {
        var request = Request();
        request["functions"]![0]!["name"] = "ledger-PlanRelease";
        request["infrastructure"] = JsonNode.Parse(
            """
            {"customEvents":[
              {"name":"a","bus":"ledger","source":"x","detailType":"Release Requested","rule":"r","item":{"table":"t","key":{"id":"<id>"}}},
              {"name":"b","bus":"arn:aws:events:us-west-2:123456789012:event-bus/ledger","source":"x","detailType":"X","rule":"r",
               "item":{"table":"t","key":{"id":"<id>"}}},
              {"name":"c","bus":"shop-ledger","source":"x","detailType":"X","rule":"r","item":{"table":"t","key":{"id":"<id>"}}}
            ]}
            """
        );

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => PrepareAsync(request));

        Assert.Equal(
            ["/functions/0/name", "/infrastructure/customEvents/0/bus", "/infrastructure/customEvents/1/bus"],
            error.Errors.Select(e => e.Path)
        );
        Assert.Empty(_written);
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_execution_prepares_again()
    {
        RegisteredBy(Execution);

        Assert.Null((await PrepareAsync(Request())).DuplicateOf);
        Assert.Single(_written);
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_rejected_with_the_release_that_has_it()
    {
        var first = Request();
        first["id"] = "r1";
        RegisteredBy(Execution + "-other", first);
        var second = Request();
        second["functions"]![0]!["memorySize"] = 256;

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => PrepareAsync(second));

        Assert.Equal(
            $"id: \"r1\" is the id of another release of shop since 2026-11-21 10:00:00Z ({Execution}-other), "
                + "and this request asks for something else; give it an id of its own",
            Assert.Single(error.Errors).ToString()
        );
        Assert.Empty(_written);
    }

    [Fact]
    public async Task Who_asks_and_why_makes_no_other_request()
    {
        var first = Request();
        first["id"] = "r1";
        RegisteredBy(Execution + "-other", first);
        var second = Request();
        second["requestedBy"] = "Bob";
        second["reason"] = "delivered twice";

        Assert.Equal(Execution + "-other", (await PrepareAsync(second)).DuplicateOf);
    }

    [Fact]
    public async Task Another_execution_with_the_same_id_is_a_duplicate_and_writes_nothing()
    {
        RegisteredBy(Execution + "-other");

        Assert.Equal(Execution + "-other", (await PrepareAsync(Request())).DuplicateOf);
        Assert.Empty(_written);
    }

    [Fact]
    public async Task Wrong_environment_and_wrong_artifact_are_reported_together_and_nothing_is_registered()
    {
        HasArtifact(3, Convert.ToBase64String(SHA256.HashData("abc"u8)));
        var request = Request();
        request["environment"] = "production";

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => PrepareAsync(request));

        Assert.Equal(
            $"""
            The release request has 2 errors:
            - environment: is "production", but this stack releases to "development"
            - functions/0/artifact: s3://releases/artifacts/{Sha}.zip has 3 bytes, the request says 8; upload it again
            """,
            error.Message
        );
        await _dynamoDb.DidNotReceiveWithAnyArgs().PutItemAsync(null, default);
    }

    [Fact]
    public async Task A_missing_artifact_is_reported()
    {
        _s3.GetObjectMetadataAsync(Arg.Any<GetObjectMetadataRequest>(), Arg.Any<CancellationToken>())
            .Returns<GetObjectMetadataResponse>(_ => throw new AmazonS3Exception("Not Found") { StatusCode = HttpStatusCode.NotFound });

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => PrepareAsync(Request()));

        Assert.Equal(
            $"there is no s3://releases/artifacts/{Sha}.zip; upload the artifact before the release",
            Assert.Single(error.Errors).Problem
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("q1a2b3==-2")]
    public async Task Content_without_a_checksum_of_the_whole_object_is_hashed(string? storedChecksum)
    {
        HasArtifact(8, storedChecksum);
        _s3.GetObjectAsync(Arg.Is<GetObjectRequest>(r => r.Key == $"artifacts/{Sha}.zip"), Arg.Any<CancellationToken>())
            .Returns(new GetObjectResponse { ResponseStream = new MemoryStream("the coda"u8.ToArray()) });

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => PrepareAsync(Request()));

        Assert.Contains("has SHA-256", Assert.Single(error.Errors).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requests/r1.json", null)]
    [InlineData("requests/r1.json", "v1")]
    [InlineData("inputs/r1.json", null)]
    public async Task A_request_may_lie_in_the_bucket_and_a_version_of_it_be_the_one_that_counts(string key, string? version)
    {
        HasFile(key, version, Request().ToJsonString());
        var reference = new JsonObject { ["requestUri"] = $"s3://releases/{key}" };
        if (version is not null)
            reference["versionId"] = version;

        Assert.Equal("shop", (await PrepareAsync(reference)).Release.Application);
    }

    [Fact]
    public async Task A_request_that_is_not_in_the_bucket_is_reported()
    {
        _s3.GetObjectAsync(Arg.Any<GetObjectRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new AmazonS3Exception("no") { StatusCode = HttpStatusCode.NotFound });

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() =>
            PrepareAsync(new JsonObject { ["requestUri"] = "s3://releases/requests/r1.json", ["versionId"] = "v1" })
        );

        Assert.Equal("requestUri: there is no s3://releases/requests/r1.json of version v1", Assert.Single(error.Errors).ToString());
    }

    [Theory]
    [InlineData("s3://somewhere/else.json")]
    [InlineData("s3://releases/plans/development/shop/r0.json")]
    [InlineData("s3://releases/manifests/development/shop/requests/r1.json")]
    public async Task A_request_elsewhere_is_refused(string uri)
    {
        HasFile(uri.Replace("s3://releases/", "", StringComparison.Ordinal), null, Request().ToJsonString());

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => PrepareAsync(new JsonObject { ["requestUri"] = uri }));

        Assert.Equal($"requestUri: must begin with s3://releases/requests/, but is \"{uri}\"", Assert.Single(error.Errors).ToString());
    }

    private void HasFile(string key, string? version, string text) =>
        _s3.GetObjectAsync(Arg.Is<GetObjectRequest>(r => r.Key == key && r.VersionId == version), Arg.Any<CancellationToken>())
            .Returns(new GetObjectResponse { ResponseStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });

    private LedgerTable Table => new(_dynamoDb, _settings.Store);

    private ReleaseLedger Ledger =>
        new(Table, new OpenReleases(Table), new ReleaseLock(_dynamoDb, _settings.Store, new OpenReleases(Table), TimeProvider.System));

    private Task<PreparedRelease> PrepareAsync(JsonNode request, string execution = "r1") =>
        new PrepareReleaseStep(new ReleaseBucket(_s3, _settings.Store), Ledger, _seal, _settings).PrepareRelease(
            new PrepareReleaseInput
            {
                Request = request,
                ExecutionName = execution,
                ExecutionArn = Execution,
                StartedAt = DateTimeOffset.UnixEpoch,
            }
        );

    private void HasArtifact(long size, string? checksum) =>
        _s3.GetObjectMetadataAsync(Arg.Any<GetObjectMetadataRequest>(), Arg.Any<CancellationToken>())
            .Returns(new GetObjectMetadataResponse { ContentLength = size, ChecksumSHA256 = checksum });

    private void RegisteredBy(string execution, JsonObject? request = null)
    {
        _dynamoDb
            .TransactWriteItemsAsync(Arg.Any<TransactWriteItemsRequest>(), Arg.Any<CancellationToken>())
            .Returns<TransactWriteItemsResponse>(_ =>
                throw new TransactionCanceledException("taken")
                {
                    CancellationReasons = [new() { Code = "ConditionalCheckFailed" }, new() { Code = "None" }, new() { Code = "None" }],
                }
            );
        _dynamoDb
            .GetItemAsync(Arg.Any<GetItemRequest>(), Arg.Any<CancellationToken>())
            .Returns(
                new GetItemResponse { Item = new Dictionary<string, AttributeValue> { ["document"] = new(RecordOf(execution, request)) } }
            );
    }

    private static string RecordOf(string execution, JsonObject? request) =>
        new JsonObject
        {
            ["id"] = "r1",
            ["application"] = "shop",
            ["environment"] = "development",
            ["status"] = "InProgress",
            ["executionArn"] = execution,
            ["startedAt"] = "2026-11-21T10:00:00Z",
            ["requestSha256"] = request is null ? null : RequestDigest.Of(RequestReader.Read(request)).Hex,
        }.ToJsonString();

    private static JsonObject Request() =>
        new()
        {
            ["application"] = "shop",
            ["environment"] = "development",
            ["functions"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "orders",
                    ["artifact"] = new JsonObject { ["sha256"] = Sha, ["size"] = Code.Length },
                    ["runtime"] = "dotnet10",
                    ["handler"] = "Orders",
                    ["role"] = "arn:aws:iam::123456789012:role/orders",
                    ["smokeTests"] = new JsonArray(new JsonObject { ["name"] = "health" }),
                }
            ),
        };
}
