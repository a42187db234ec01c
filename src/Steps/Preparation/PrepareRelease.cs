using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// Accepts a request, finds everything that is wrong with it, and writes down what will be done. Touches nothing else. It is the last one
/// that sees the values of environment variables: what it writes has them sealed.
/// </summary>
public sealed class PrepareReleaseStep(ReleaseBucket bucket, ReleaseLedger ledger, EnvironmentSeal seal, StepSettings settings)
{
    private const int AtOnce = 16;

    [LambdaFunction]
    public async Task<PreparedRelease> PrepareRelease(PrepareReleaseInput input)
    {
        var request = RequestReader.Read(await seal.OpenAsync(await ResolveAsync(input.Request)));
        request = request with { Id = request.Id ?? input.ExecutionName };
        var versions = await CheckAsync(request);
        var tables = DeclaredTables.FindIn(request);
        request = await SealAsync(request);

        var release = new ReleaseReference
        {
            Id = request.Id!,
            Application = request.Application,
            Environment = request.Environment,
            PlanUri = bucket.UriOf(BucketKeys.Plan(request.Environment, new ReleaseKey(request.Application, request.Id!))),
            ExecutionArn = input.ExecutionArn,
        };
        var registered = await ledger.RegisterAsync(RecordOf(release, request, input.StartedAt), release);
        if (registered.ExecutionArn != input.ExecutionArn)
            return HasSameContent(registered, request)
                ? new PreparedRelease { Release = release, DuplicateOf = registered.ExecutionArn }
                : throw Invalid(
                    "/id",
                    $"\"{request.Id}\" is the id of another release of {request.Application} since {registered.StartedAt:u} "
                        + $"({registered.ExecutionArn}), and this request asks for something else; give it an id of its own"
                );

        var plan = new ReleasePlan
        {
            Release = release,
            Request = request,
            StartedAt = input.StartedAt,
            Tables = tables,
            ArtifactVersions = versions,
        };
        await bucket.WritePlanAsync(plan);
        return new PreparedRelease { Release = release };
    }

    // Also without a value to seal there is a key now: later steps seal what they find in Lambda.
    private async Task<ReleaseRequest> SealAsync(ReleaseRequest request)
    {
        await seal.EnsureKeyAsync();
        var functions = new List<FunctionRequest>();
        foreach (var function in request.Functions)
            functions.Add(function with { Environment = await seal.SealAsync(function.Environment) });
        return request with { Functions = functions };
    }

    private static ReleaseRecord RecordOf(ReleaseReference release, ReleaseRequest request, DateTimeOffset startedAt) =>
        new()
        {
            Id = release.Id,
            Application = release.Application,
            Environment = release.Environment,
            Status = ReleaseStatus.InProgress,
            ExecutionArn = release.ExecutionArn,
            StartedAt = startedAt,
            RequestedBy = request.RequestedBy,
            Reason = request.Reason,
            RequestSha256 = RequestDigest.Of(request).Hex,
            PlanUri = release.PlanUri,
        };

    // Records of earlier versions do not say.
    private static bool HasSameContent(ReleaseRecord registered, ReleaseRequest request) =>
        registered.RequestSha256 is not { } sha || sha == RequestDigest.Of(request).Hex;

    private async Task<JsonNode?> ResolveAsync(JsonNode? request)
    {
        if (!RequestFile.IsReference(request))
            return request;
        var uri = request![RequestFile.Uri]!;
        var key =
            RequestFile.KeyIn(bucket, request)
            ?? throw Invalid("/requestUri", $"must begin with {bucket.UriOf(BucketKeys.Requests)}, but is {JsonText.Of(uri)}");
        var file =
            await bucket.FindTextAsync(key, RequestFile.VersionIn(request))
            ?? throw Invalid(
                "/requestUri",
                $"there is no {uri}{(RequestFile.VersionIn(request) is { } version ? $" of version {version}" : "")}"
            );
        return RequestReader.Parse(file.Text);
    }

    /// <returns>The versions of the artifacts, by key.</returns>
    private async Task<IReadOnlyDictionary<string, string>> CheckAsync(ReleaseRequest request)
    {
        var errors = new ConcurrentBag<RequestError>(MachineRules.Check(request, settings));
        if (!Patterns.Fits(request.Id!, Patterns.ReleaseId))
            errors.Add(
                new RequestError(
                    "/id",
                    $"{Patterns.ReleaseIdRule}; the execution's name, \"{request.Id}\", cannot be it: give the request an id"
                )
            );
        var versions = new ConcurrentDictionary<string, string>();
        if (request.Environment != settings.Environment)
            errors.Add(
                new RequestError("/environment", $"is \"{request.Environment}\", but this stack releases to \"{settings.Environment}\"")
            );

        var artifacts = request
            .Layers.Select((l, i) => (Path: $"/layers/{i}/artifact", l.Artifact))
            .Concat(request.Functions.Select((f, i) => (Path: $"/functions/{i}/artifact", f.Artifact)));
        await Concurrently.ForEachAsync(
            artifacts,
            AtOnce,
            async item =>
            {
                var found = await bucket.FindAsync(item.Artifact.ObjectKey);
                if (FindProblem(item.Artifact, found) is { } problem)
                    errors.Add(new RequestError(item.Path, problem));
                if (found?.Version is { } version)
                    versions[item.Artifact.ObjectKey] = version;
            }
        );
        return errors.IsEmpty
            ? versions
            : throw new InvalidReleaseRequestException([.. errors.OrderBy(e => e.Path, StringComparer.Ordinal)]);
    }

    private string? FindProblem(Artifact artifact, ObjectFacts? found)
    {
        var uri = bucket.UriOf(artifact.ObjectKey);
        return found switch
        {
            null => $"there is no {uri}; upload the artifact before the release",
            { Size: var size } when size != artifact.Size => $"{uri} has {size} bytes, the request says {artifact.Size}; upload it again",
            { Sha256: var sha } when sha != artifact.Digest =>
                $"{uri} has SHA-256 {sha}, the request says {artifact.Sha256}; upload it again",
            _ => null,
        };
    }

    private static InvalidReleaseRequestException Invalid(string path, string problem) => new([new RequestError(path, problem)]);
}
