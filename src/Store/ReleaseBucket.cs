using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store;

/// <summary>The release bucket: artifacts, requests, plans, manifests.</summary>
public sealed class ReleaseBucket(IAmazonS3 s3, StoreSettings settings)
{
    /// <summary>Address of an object: <c>s3://bucket/key</c>.</summary>
    public string UriOf(string key) => $"s3://{settings.Bucket}/{key}";

    /// <summary>Key of the object with this address; null when it is not in this bucket.</summary>
    public string? KeyOf(string uri) => uri.StartsWith(UriOf(""), StringComparison.Ordinal) ? uri[UriOf("").Length..] : null;

    /// <summary>Size, SHA-256 and version of an object as they are, not as its name says; null when there is none.</summary>
    public async Task<ObjectFacts?> FindAsync(string key)
    {
        GetObjectMetadataResponse head;
        try
        {
            head = await s3.GetObjectMetadataAsync(
                new GetObjectMetadataRequest
                {
                    BucketName = settings.Bucket,
                    Key = key,
                    ChecksumMode = ChecksumMode.ENABLED,
                }
            );
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        // The checksum of a multipart upload is one of its parts' checksums ("…-3"), not of the object.
        var known = head.ChecksumSHA256 is { Length: > 0 } checksum && !checksum.Contains('-') ? Sha256.FromBase64(checksum) : null;
        var version = VersionOf(head.VersionId);
        return new ObjectFacts(head.ContentLength, known ?? await HashAsync(key, version), version);
    }

    /// <summary>The end of an object.</summary>
    /// <param name="from">The first byte.</param>
    /// <param name="version">Null = the newest.</param>
    public async Task<byte[]> ReadEndAsync(string key, long from, string? version)
    {
        using var response = await s3.GetObjectAsync(
            new GetObjectRequest
            {
                BucketName = settings.Bucket,
                Key = key,
                VersionId = version,
                ByteRange = new ByteRange($"bytes={from}-"),
            }
        );
        using var end = new MemoryStream();
        await response.ResponseStream.CopyToAsync(end);
        return end.ToArray();
    }

    /// <summary>An object's text.</summary>
    /// <exception cref="AmazonS3Exception">There is no such object, or it may not be read.</exception>
    public async Task<string> ReadTextAsync(string key, CancellationToken cancellationToken = default)
    {
        using var response = await s3.GetObjectAsync(settings.Bucket, key, cancellationToken);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>An object's text and version; null when there is no such object.</summary>
    /// <param name="version">Null = the newest.</param>
    public async Task<ObjectText?> FindTextAsync(string key, string? version)
    {
        try
        {
            using var response = await s3.GetObjectAsync(
                new GetObjectRequest
                {
                    BucketName = settings.Bucket,
                    Key = key,
                    VersionId = version,
                }
            );
            using var reader = new StreamReader(response.ResponseStream);
            return new ObjectText(await reader.ReadToEndAsync(), VersionOf(response.VersionId));
        }
        // S3 answers 400 for a version id that it never gave.
        catch (AmazonS3Exception e)
            when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest)
        {
            return null;
        }
    }

    /// <summary>The document at an address in this bucket.</summary>
    /// <exception cref="AmazonS3Exception">There is no such object, or it may not be read.</exception>
    public async Task<T> ReadAsync<T>(string uri, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class => JsonSerializer.Deserialize(await ReadTextAsync(OwnKeyOf(uri), cancellationToken), type)!;

    /// <summary>The plan of a release.</summary>
    public Task<ReleasePlan> ReadPlanAsync(ReleaseReference release) => ReadPlanAsync(PlanUriOf(release));

    /// <summary>The plan of a release.</summary>
    public Task<ReleasePlan> ReadPlanAsync(string uri, CancellationToken cancellationToken = default) =>
        ReadAsync(uri, ContractsJson.Default.ReleasePlan, cancellationToken);

    /// <summary>The manifest of a release; null when it did not succeed.</summary>
    /// <exception cref="InvalidDataException">The object is not the one that the release wrote.</exception>
    public async Task<Manifest?> FindManifestAsync(ReleaseRecord record, CancellationToken cancellationToken = default)
    {
        if (record.ManifestUri is not { } uri)
            return null;
        var text = await ReadTextAsync(OwnKeyOf(uri), cancellationToken);
        var found = Sha256.Of(text).Hex;
        return found == record.ManifestSha256
            ? JsonSerializer.Deserialize(text, ContractsJson.Default.Manifest)
            : throw new InvalidDataException(
                $"{uri} is not what release {record.Id} wrote: its SHA-256 is {found}, the record of the release says "
                    + $"{record.ManifestSha256 ?? "none"}. Find out who changed it, and make the version with that SHA-256 the newest one again."
            );
    }

    /// <summary>Writes a plan where its release says.</summary>
    public Task WritePlanAsync(ReleasePlan plan) => WriteAsync(OwnKeyOf(PlanUriOf(plan.Release)), plan, ContractsJson.Default.ReleasePlan);

    /// <summary>Writes a document as JSON; answers the digest of what was written.</summary>
    public async Task<Sha256> WriteAsync<T>(string key, T document, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, type);
        await s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = settings.Bucket,
                Key = key,
                ContentType = "application/json",
                ContentBody = Encoding.UTF8.GetString(bytes),
            }
        );
        return Sha256.Of(bytes);
    }

    /// <summary>Keeps a zip under the name of its content. S3 refuses what has another digest.</summary>
    /// <param name="zip">Stays open.</param>
    public Task UploadArtifactAsync(string key, Stream zip, Sha256 digest) =>
        s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = settings.Bucket,
                Key = key,
                InputStream = zip,
                AutoCloseStream = false,
                ChecksumSHA256 = digest.Base64,
            }
        );

    private async Task<Sha256> HashAsync(string key, string? version)
    {
        using var response = await s3.GetObjectAsync(
            new GetObjectRequest
            {
                BucketName = settings.Bucket,
                Key = key,
                VersionId = version,
            }
        );
        return await Sha256.OfAsync(response.ResponseStream);
    }

    // S3 says nothing in a bucket without versions, and "null" of what was there before it had them.
    private static string? VersionOf(string? id) => string.IsNullOrEmpty(id) ? null : id;

    private static string PlanUriOf(ReleaseReference release) =>
        release.PlanUri ?? throw new InvalidOperationException($"Release {release.Id} has no plan.");

    private string OwnKeyOf(string uri) => KeyOf(uri) ?? throw new InvalidOperationException($"{uri} is not in bucket {settings.Bucket}.");
}

/// <summary>What an object is.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Version">Null in a bucket without versions.</param>
public sealed record ObjectFacts(long Size, Sha256 Sha256, string? Version);

/// <summary>What stands in an object.</summary>
/// <param name="Version">Null in a bucket without versions.</param>
public sealed record ObjectText(string Text, string? Version);
