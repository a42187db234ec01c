using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonLambda))]
public sealed class LambdaLayerContract(LocalAwsFixture aws) : LambdaContract(aws)
{
    [Fact]
    public async Task PublishLayerVersion_counts_up_even_for_the_same_bytes()
    {
        var name = NewName("layer");

        var (first, second) = (await LayerAsync(name), await LayerAsync(name));

        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(first.Content.CodeSha256, second.Content.CodeSha256);
        Assert.Equal(["python3.11", "dotnet10"], first.CompatibleRuntimes);
        Assert.EndsWith($":layer:{name}:1", first.LayerVersionArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetLayerVersion_returns_digest_and_place()
    {
        var published = await LayerAsync();

        var found = await Lambda.GetLayerVersionAsync(new GetLayerVersionRequest { LayerName = published.LayerArn, VersionNumber = 1 });

        Assert.Equal(published.Content.CodeSha256, found.Content.CodeSha256);
        Assert.NotNull(found.Content.Location);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Lambda.GetLayerVersionAsync(new GetLayerVersionRequest { LayerName = published.LayerArn, VersionNumber = 7 })
        );
    }

    [Fact]
    public async Task GetLayerVersionByArn_finds_the_same()
    {
        var published = await LayerAsync();

        var found = await Lambda.GetLayerVersionByArnAsync(new GetLayerVersionByArnRequest { Arn = published.LayerVersionArn });

        Assert.Equal((1, published.Content.CodeSha256), (found.Version, found.Content.CodeSha256));
    }

    [Fact]
    public async Task ListLayerVersions_has_the_newest_first()
    {
        var name = NewName("layer");
        await LayerAsync(name);
        await LayerAsync(name, "other");

        var versions = (await Lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = name })).LayerVersions;

        Assert.Equal([2, 1], versions.Select(version => version.Version!.Value));
        Assert.Equal("made by a contract", versions[0].Description);
    }

    [Fact]
    public async Task DeleteLayerVersion_may_be_said_twice()
    {
        var published = await LayerAsync();
        var request = new DeleteLayerVersionRequest { LayerName = published.LayerArn, VersionNumber = 1 };

        await Lambda.DeleteLayerVersionAsync(request);
        await Lambda.DeleteLayerVersionAsync(request);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Lambda.GetLayerVersionAsync(new GetLayerVersionRequest { LayerName = published.LayerArn, VersionNumber = 1 })
        );
    }
}
