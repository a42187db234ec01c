using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>The release bucket: artifacts, requests, plans, manifests.</summary>
public sealed class ReleaseBucket(IAmazonS3 s3, StepSettings settings)
{
    /// <summary>What is put here starts a release.</summary>
    public const string Requests = "requests/";

    /// <summary>Requests that are too large for the input of an execution; what is put here starts nothing.</summary>
    public const string Inputs = "inputs/";

    public string Name => settings.Bucket;

    public string UriOf(string key) => $"s3://{settings.Bucket}/{key}";

    /// <summary>Size and SHA-256 of an object as they are, not as its name says; null when there is none.</summary>
    public async Task<ObjectFacts?> FindAsync(string key)
    {
        GetObjectMetadataResponse head;
        try
        {
            head = await s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = settings.Bucket, Key = key, ChecksumMode = ChecksumMode.ENABLED });
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        // The checksum of a multipart upload is one of its parts' checksums ("…-3"), not of the object.
        var known = head.ChecksumSHA256 is { Length: > 0 } checksum && !checksum.Contains('-') ? Convert.FromBase64String(checksum) : null;
        return new ObjectFacts(head.ContentLength, Convert.ToHexStringLower(known ?? await HashAsync(key)));
    }

    /// <exception cref="AmazonS3Exception">There is no such object, or it may not be read.</exception>
    public async Task<string> ReadTextAsync(string key)
    {
        using var response = await s3.GetObjectAsync(settings.Bucket, key);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>An object's text and version; null when there is no such object.</summary>
    /// <param name="version">Null = the newest.</param>
    public async Task<ObjectText?> FindTextAsync(string key, string? version)
    {
        try
        {
            using var response = await s3.GetObjectAsync(new GetObjectRequest { BucketName = settings.Bucket, Key = key, VersionId = version });
            using var reader = new StreamReader(response.ResponseStream);
            return new ObjectText(await reader.ReadToEndAsync(), string.IsNullOrEmpty(response.VersionId) ? null : response.VersionId);
        }
        // S3 answers 400 for a version id that it never gave.
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest)
        {
            return null;
        }
    }

    public async Task<ReleasePlan> ReadPlanAsync(ReleaseReference release) =>
        JsonSerializer.Deserialize(await ReadTextAsync(release.PlanUri[UriOf("").Length..]), ContractsJson.Default.ReleasePlan)!;

    public async Task<Manifest> ReadManifestAsync(string uri) =>
        JsonSerializer.Deserialize(await ReadTextAsync(uri[UriOf("").Length..]), ContractsJson.Default.Manifest)!;

    /// <summary>Writes a document as JSON; answers the SHA-256 of what was written, hexadecimal.</summary>
    public async Task<string> WriteAsync<T>(string key, T document, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, type);
        await s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = key,
            ContentType = "application/json",
            ContentBody = Encoding.UTF8.GetString(bytes),
        });
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>Keeps a zip under the name of its content, unless it is there.</summary>
    public async Task KeepArtifactAsync(string key, byte[] zip)
    {
        using var content = new MemoryStream(zip);
        await s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = key,
            InputStream = content,
            ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData(zip)),
        });
    }

    private async Task<byte[]> HashAsync(string key)
    {
        using var response = await s3.GetObjectAsync(settings.Bucket, key);
        return await SHA256.HashDataAsync(response.ResponseStream);
    }
}

/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record ObjectFacts(long Size, string Sha256);

/// <param name="Version">Null in a bucket without versions.</param>
public sealed record ObjectText(string Text, string? Version);
