using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Fakes;

/// <summary>The release bucket in memory.</summary>
internal sealed class FakeBucket
{
    public const string Name = "releases";

    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private readonly History _history;

    public FakeBucket(History history)
    {
        _history = history;
        Client
            .GetObjectAsync(Name, Arg.Any<string>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetObjectResponse { ResponseStream = new MemoryStream(Read(call.ArgAt<string>(1))) });
        Client
            .GetObjectAsync(Arg.Any<GetObjectRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                var request = call.Arg<GetObjectRequest>();
                var content = Read(request.Key, request.VersionId);
                var from = request.ByteRange is { } range
                    ? int.Parse(range.FormattedByteRange.Split('=', '-')[1], System.Globalization.CultureInfo.InvariantCulture)
                    : 0;
                return new GetObjectResponse
                {
                    ResponseStream = new MemoryStream(content[from..]),
                    VersionId = request.VersionId ?? "newest",
                };
            });
        Client
            .GetObjectMetadataAsync(Arg.Any<GetObjectMetadataRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Head(call.Arg<GetObjectMetadataRequest>()));
        Client.PutObjectAsync(Arg.Any<PutObjectRequest>(), Arg.Any<CancellationToken>()).Returns(call => Put(call.Arg<PutObjectRequest>()));
    }

    /// <summary>The checksum that every object is said to have; null = its own.</summary>
    public string? Checksum { get; set; }

    public IAmazonS3 Client { get; } = Substitute.For<IAmazonS3>();

    /// <summary>Everything that stands in the objects.</summary>
    public IEnumerable<string> Texts => _objects.Values.Select(Encoding.UTF8.GetString);

    public byte[]? Find(string key) => _objects.GetValueOrDefault(key);

    /// <param name="version">One that <see cref="IsVersioned"/> gave; null = the newest.</param>
    public byte[] Read(string key, string? version = null) =>
        (version is null ? Find(key) : _versions.GetValueOrDefault((key, version)) ?? Find(key)) ?? throw NotFound(key);

    public void Has(string key, byte[] content)
    {
        _objects[key] = content;
        _versions[(key, VersionOf(content))] = content;
    }

    /// <summary>Objects have versions, by which what was replaced can still be read.</summary>
    public bool IsVersioned { get; set; }

    private readonly ConcurrentDictionary<(string Key, string Version), byte[]> _versions = new();

    /// <summary>The version id of an object with this content.</summary>
    public static string VersionOf(byte[] content) => Convert.ToHexString(SHA256.HashData(content))[..8];

    private GetObjectMetadataResponse Head(GetObjectMetadataRequest request)
    {
        var content = Read(request.Key);
        return new GetObjectMetadataResponse
        {
            ContentLength = content.Length,
            VersionId = IsVersioned ? VersionOf(content) : null,
            ChecksumSHA256 = Checksum ?? Convert.ToBase64String(SHA256.HashData(content)),
        };
    }

    private PutObjectResponse Put(PutObjectRequest request)
    {
        using var content = new MemoryStream();
        request.InputStream?.CopyTo(content);
        _objects[request.Key] = request.ContentBody is { } text ? Encoding.UTF8.GetBytes(text) : content.ToArray();
        _history.Add($"write {request.Key}");
        return new PutObjectResponse();
    }

    private static AmazonS3Exception NotFound(string key) =>
        new($"no {key}") { StatusCode = HttpStatusCode.NotFound, ErrorCode = "NoSuchKey" };
}
