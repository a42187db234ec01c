using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Fakes;

namespace CodeRipple.Workflow.Store.Tests;

public sealed class ReleaseBucketTests
{
    private readonly StoreInMemory _store = new();

    private ReleaseBucket Bucket => _store.Store.Bucket;

    [Fact]
    public void An_address_leads_back_to_its_key()
    {
        Assert.Equal("s3://releases/plans/x.json", Bucket.UriOf("plans/x.json"));
        Assert.Equal("plans/x.json", Bucket.KeyOf("s3://releases/plans/x.json"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plans/x.json")]
    [InlineData("s3://others/plans/x.json")]
    [InlineData("s3://releases-of-others/plans/x.json")]
    public void An_address_elsewhere_has_no_key(string uri) => Assert.Null(Bucket.KeyOf(uri));

    [Fact]
    public async Task A_document_elsewhere_is_not_looked_for_here()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Bucket.ReadPlanAsync("s3://others/plans/x.json"));

        Assert.Equal("s3://others/plans/x.json is not in bucket releases.", error.Message);
    }

    [Fact]
    public async Task A_document_is_written_with_the_digest_of_its_bytes()
    {
        var digest = await Bucket.WriteAsync("x.json", JsonNode.Parse("""{"a":1}""")!, ContractsJson.Default.JsonNode);

        Assert.Equal(Sha256.Of("""{"a":1}"""), digest);
        Assert.Equal(new ObjectFacts(7, digest, Version: null), await Bucket.FindAsync("x.json"));
        Assert.Null(await Bucket.FindAsync("y.json"));
    }

    [Fact]
    public void Objects_have_the_keys_that_releases_before_this_one_were_written_with()
    {
        var release = new ReleaseKey("shop", "r1");

        Assert.Equal("plans/development/shop/r1.json", BucketKeys.Plan("development", release));
        Assert.Equal("manifests/development/shop/r1.json", BucketKeys.Manifest("development", release));
        Assert.Equal("checks/development/shop/r1/performance.json", BucketKeys.Checks("development", release, "performance"));
        Assert.Equal("checks/development/shop/r1/after/tables-1.json", BucketKeys.CheckBatch("development", release, "after", "tables-1"));
        Assert.Equal("checks/development/shop/health/h1.json", BucketKeys.HealthReport("development", "shop", "h1"));
        Assert.Equal("inputs/shop_r1.json", BucketKeys.Input("shop_r1"));
        Assert.Equal(
            "artifacts/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.zip",
            BucketKeys.Artifact(Sha256.Of("abc"))
        );
    }

    [Theory]
    [InlineData("""{"requestUri":"s3://releases/requests/x.json"}""", "requests/x.json")]
    [InlineData("""{"requestUri":"s3://releases/inputs/x.json"}""", "inputs/x.json")]
    [InlineData("""{"requestUri":"s3://releases/plans/x.json"}""", null)]
    [InlineData("""{"requestUri":"s3://others/requests/x.json"}""", null)]
    [InlineData("""{"requestUri":7}""", null)]
    [InlineData("""{"id":"r1"}""", null)]
    public void Requests_are_read_only_from_where_they_are_put(string request, string? key) =>
        Assert.Equal(key, RequestFile.KeyIn(Bucket, JsonNode.Parse(request)));

    [Fact]
    public void A_reference_says_where_a_request_lies_and_in_which_version()
    {
        var reference = RequestFile.ReferTo("s3://releases/requests/x.json", "v1");

        Assert.Equal("""{"requestUri":"s3://releases/requests/x.json","versionId":"v1"}""", reference.ToJsonString());
        Assert.Equal("v1", RequestFile.VersionIn(reference));
        Assert.Null(RequestFile.VersionIn(RequestFile.ReferTo("s3://releases/requests/x.json")));
    }

    [Theory]
    [InlineData(199_000, false)]
    [InlineData(200_001, true)]
    public void A_request_that_an_execution_cannot_take_needs_a_file(int size, bool needed) =>
        Assert.Equal(needed, RequestFile.IsNeededFor(new JsonObject { ["reason"] = new string('x', size) }));

    [Fact]
    public async Task A_digest_that_S3_does_not_know_is_taken_from_the_object()
    {
        _store.Objects.Has("parts.zip", Encoding.UTF8.GetBytes("abc"));
        _store.Objects.Checksum = "composite-3";

        Assert.Equal(new ObjectFacts(3, Sha256.Of("abc"), Version: null), await Bucket.FindAsync("parts.zip"));
    }
}
