using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Layers;

public sealed class PublishLayerTests : IAsyncLifetime, IDisposable
{
    private const string First = "arn:aws:lambda:us-west-2:123456789012:layer:shared:1";
    private readonly World _world = new();

    public Task InitializeAsync() => _world.StartAsync(Shop.Request(_world.Function(layers: "shared")) with { Layers = [_world.Layer()] });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_artifact_becomes_a_version_and_the_functions_of_the_release_get_its_arn()
    {
        Assert.Equal(new ItemResult("shared", First), await PublishAsync());

        var sent = Assert.Single(_world.Lambda.Sent<PublishLayerVersionRequest>());
        Assert.Equal((FakeBucket.Name, Shop.KeyOf("layer")), (sent.Content.S3Bucket, sent.Content.S3Key));
        Assert.Equal(["dotnet10"], sent.CompatibleRuntimes);
        Assert.Equal(["x86_64"], sent.CompatibleArchitectures);
        Assert.Equal("Release r1", sent.Description);
        Assert.Equal(
            [First, "arn:aws:lambda:us-west-2:123456789012:layer:other:7"],
            await _world
                .Get<ReleasedLayers>()
                .ResolveAsync(await _world.ReadPlanAsync(), ["shared", "arn:aws:lambda:us-west-2:123456789012:layer:other:7"])
        );
    }

    [Fact]
    public async Task A_lost_answer_does_not_publish_twice()
    {
        _world.Lambda.LosesReplyOf("PublishLayerVersion");
        await Assert.ThrowsAsync<AwsUnavailableException>(PublishAsync);

        Assert.Equal(First, (await PublishAsync()).Outcome);

        Assert.Equal([First], _world.Lambda.LayerVersions("shared"));
    }

    [Fact]
    public async Task A_zip_that_is_replaced_after_it_was_checked_does_not_become_the_layer()
    {
        _world.Bucket.IsVersioned = true;
        await _world.StartAsync(Shop.Request(_world.Function(layers: "shared")) with { Layers = [_world.Layer()] });
        _world.Bucket.Has(Shop.KeyOf("layer"), Shop.Zip("swapped"));

        await PublishAsync();

        Assert.Equal(FakeBucket.VersionOf(Shop.Zip("layer")), _world.Lambda.Sent<PublishLayerVersionRequest>()[^1].Content.S3ObjectVersion);
        Assert.Equal(Shop.HashOf("layer"), (await _world.Get<LambdaLayers>().ReadAsync(First))!.CodeSha256);
    }

    [Fact]
    public async Task A_layer_version_with_another_content_than_was_checked_stops_the_release()
    {
        _world.Bucket.Has(Shop.KeyOf("layer"), Shop.Zip("swapped"));

        var error = await Assert.ThrowsAsync<DriftDetectedException>(PublishAsync);

        Assert.StartsWith($"{First} has SHA-256 ", error.Message, StringComparison.Ordinal);
        Assert.Null(await _world.Get<ReleaseLedger>().FindLayerAsync(_world.Release, "shared"));
    }

    [Fact]
    public async Task A_refusal_of_Lambda_names_the_layer()
    {
        _world.Lambda.Weighs("layer", 300_000_000);

        var error = await Assert.ThrowsAsync<PackageTooLargeException>(PublishAsync);

        Assert.Equal("Layer shared: Unzipped size must be smaller than 262144000 bytes", error.Message);
    }

    [Fact]
    public async Task A_layer_that_was_not_published_has_no_arn()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await _world.Get<ReleasedLayers>().ResolveAsync(await _world.ReadPlanAsync(), ["shared"])
        );

        Assert.Equal("Release r1 has not published layer shared.", error.Message);
    }

    private Task<ItemResult> PublishAsync() => _world.Get<PublishLayerStep>().PublishLayer(_world.Input("shared"));
}
