using System.IO.Compression;
using System.Security.Cryptography;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Preparation;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

/// <summary>Packages that Lambda would refuse are found before anything is touched.</summary>
public sealed class PackageSizesTests : IDisposable
{
    private const string Foreign = "arn:aws:lambda:us-west-2:123456789012:layer:tools:1";
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Code_and_layers_that_do_not_fit_together_are_rejected_with_the_size_of_each()
    {
        var tools = Zip(100_000_000);
        Assert.Equal(Foreign, _world.Lambda.HasLayer("tools", tools, ["dotnet10"], "x86_64"));
        var function = _world.Function(layers: ["shared", Foreign]) with { Artifact = Stored(Zip(60_000_000)) };

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() =>
            _world.StartAsync(Shop.Request(function) with { Layers = [_world.Layer() with { Artifact = Stored(Zip(110_000_000)) }] })
        );

        Assert.Equal(
            new RequestError(
                "/functions/0",
                "needs 270,000,000 bytes unzipped and Lambda takes 262,144,000 bytes: code of orders 60,000,000 bytes, "
                    + $"layer shared 110,000,000 bytes, layer {Foreign} 100,000,000 bytes. Leave out what the code does not need"
            ),
            Assert.Single(error.Errors)
        );
        Assert.Empty(_world.Lambda.LayerVersions("shared"));
    }

    [Fact]
    public async Task What_fits_is_released_however_well_it_was_compressed()
    {
        var function = _world.Function(layers: "shared") with { Artifact = Stored(Zip(150_000_000)) };

        await _world.StartAsync(Shop.Request(function) with { Layers = [_world.Layer() with { Artifact = Stored(Zip(110_000_000)) }] });

        Assert.True((await _world.ReadPlanAsync()).HasChanges);
    }

    [Fact]
    public async Task A_layer_that_is_too_large_is_rejected_by_its_name()
    {
        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() =>
            _world.StartAsync(Shop.Request() with { Layers = [_world.Layer() with { Artifact = Stored(Zip(263_000_000)) }] })
        );

        Assert.Equal(
            "/layers/0 needs 263,000,000 bytes unzipped and Lambda takes 262,144,000 bytes: layer shared 263,000,000 bytes. "
                + "Leave out what the code does not need",
            error.Errors.Select(e => $"{e.Path} {e.Problem}").Single()
        );
    }

    [Fact]
    public async Task What_is_no_zip_is_rejected()
    {
        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() =>
            _world.StartAsync(Shop.Request(_world.Function() with { Artifact = Stored(new byte[300_000]) }))
        );

        Assert.Contains("is no zip file; package it again", Assert.Single(error.Errors).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public async Task A_size_is_read_from_the_end_of_a_zip_however_long_its_directory_is(int files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < files; i++)
                using (var entry = zip.CreateEntry($"node_modules/some-package/file-{i}.js", CompressionLevel.NoCompression).Open())
                    entry.Write(new byte[100]);
        var bytes = stream.ToArray();
        var read = new List<long>();

        var size = await UnzippedSize.ReadAsync(
            bytes.Length,
            from =>
            {
                read.Add(from);
                return Task.FromResult(bytes[(int)from..]);
            }
        );

        Assert.Equal(files * 100, size);
        Assert.Equal(files == 1 ? 1 : 2, read.Count);
    }

    private Artifact Stored(byte[] zip)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(zip));
        _world.Bucket.Has($"artifacts/{sha}.zip", zip);
        return new Artifact { Sha256 = sha, Size = zip.Length };
    }

    private static byte[] Zip(int unzipped)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("data.bin", CompressionLevel.Fastest).Open())
            entry.Write(new byte[unzipped]);
        return stream.ToArray();
    }
}
