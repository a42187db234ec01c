using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Functions and their versions. Polls with GetFunction: 100 calls a second, all other control calls share 15.</summary>
public sealed class LambdaFunctions(IAmazonLambda lambda, StepSettings settings)
{
    private const string OriginTag = "coderipple:release";

    public async Task<FunctionConfiguration?> FindAsync(string name, string? qualifier = null) =>
        (await GetAsync(name, qualifier))?.Configuration;

    /// <summary>The function when it can be changed or invoked; null when there is none.</summary>
    /// <exception cref="ResourceNotStabilizedException">It is being created or updated.</exception>
    /// <exception cref="FunctionFailedException">Its creation failed.</exception>
    public async Task<FunctionConfiguration?> FindReadyAsync(string name, string? qualifier = null) =>
        await FindAsync(name, qualifier) is { } function ? Ready(function, name, qualifier) : null;

    /// <summary>As <see cref="FindReadyAsync"/>, with what the same answer of Lambda says besides.</summary>
    /// <inheritdoc cref="FindReadyAsync" path="/exception"/>
    public async Task<OwnedFunction?> FindReadyOwnedAsync(string name) =>
        await FindOwnedAsync(name) is { } function
            ? function with
            {
                Configuration = Ready(function.Configuration, name, qualifier: null),
            }
            : null;

    /// <summary>The function and whose it is; null when there is none.</summary>
    public async Task<OwnedFunction?> FindOwnedAsync(string name)
    {
        if (await GetAsync(name, qualifier: null) is not { } function)
            return null;
        // Lambda asks another service for them.
        if (function.TagsError is { } error)
            throw new ResourceNotStabilizedException(
                $"Lambda does not know the tags of function {name}: {error.ErrorCode} {error.Message}"
            );
        return new OwnedFunction(
            function.Configuration,
            FunctionOwner.Parse(function.Tags?.GetValueOrDefault(FunctionOwner.Tag)),
            IsSwitchedOff(function)
        );
    }

    /// <summary>Says whose the function is. Its other tags stay.</summary>
    public async Task SetOwnerAsync(string name, FunctionOwner owner)
    {
        if (await FindAsync(name) is { FunctionArn: var arn })
            await TranslatingConflictsAsync(
                name,
                () =>
                    lambda.TagResourceAsync(
                        new TagResourceRequest
                        {
                            Resource = arn,
                            Tags = new() { [FunctionOwner.Tag] = owner.ToString() },
                        }
                    )
            );
    }

    /// <summary>Makes the function nobody's.</summary>
    public async Task ClearOwnerAsync(string name)
    {
        if (await FindAsync(name) is { FunctionArn: var arn })
            await TranslatingConflictsAsync(
                name,
                () => lambda.UntagResourceAsync(new UntagResourceRequest { Resource = arn, TagKeys = [FunctionOwner.Tag] })
            );
    }

    private static FunctionConfiguration Ready(FunctionConfiguration function, string name, string? qualifier)
    {
        var label = qualifier is null ? name : $"{name} version {qualifier}";
        if (function.State == State.Failed)
            throw new FunctionFailedException(
                $"Function {label} could not be created: {function.StateReason} ({function.StateReasonCode})"
            );
        // A failed update is over, too: what was there before it goes on. Unknown states are "not ready": both lists have grown before.
        var settled =
            function.LastUpdateStatus is null
            || function.LastUpdateStatus == LastUpdateStatus.Successful
            || function.LastUpdateStatus == LastUpdateStatus.Failed;
        if ((function.State == State.Active || function.State == State.Inactive) && settled)
            return function;
        throw new ResourceNotStabilizedException($"Function {label} is {function.State}, its last update {function.LastUpdateStatus}");
    }

    /// <summary>Whether nothing can invoke the function, because its reserved concurrency is 0.</summary>
    internal static bool IsSwitchedOff(GetFunctionResponse function) => function.Concurrency?.ReservedConcurrentExecutions == 0;

    /// <summary>Why the last update of the function failed; null when it did not. Only another update ends that.</summary>
    public static string? ProblemOf(FunctionConfiguration function) =>
        function.LastUpdateStatus == LastUpdateStatus.Failed
            ? $"The last update of function {function.FunctionName} failed: {function.LastUpdateStatusReason} "
                + $"({function.LastUpdateStatusReasonCode}). Its code and configuration are the old ones."
            : null;

    /// <summary>Where the zip of the code can be downloaded for ten minutes.</summary>
    public async Task<Uri?> FindCodeAsync(string name) =>
        (await GetAsync(name, qualifier: null))?.Code?.Location is { Length: > 0 } location ? new Uri(location) : null;

    /// <summary>Which release created the function, or that none did; null when there is no function.</summary>
    public async Task<string?> FindOriginAsync(string name) =>
        await GetAsync(name, qualifier: null) is { } function ? function.Tags?.GetValueOrDefault(OriginTag) ?? "unknown" : null;

    public static string OriginOf(ReleaseReference release) => $"{release.Application}/{release.Id}";

    /// <param name="objectKey">Where the zip lies in the release bucket.</param>
    /// <param name="objectVersion">Null = the newest.</param>
    public Task CreateAsync(
        ReleaseReference release,
        string name,
        FunctionSettings wanted,
        string architecture,
        string objectKey,
        string? objectVersion
    ) =>
        CreateAsync(
            release,
            name,
            wanted,
            architecture,
            new Amazon.Lambda.Model.FunctionCode
            {
                S3Bucket = settings.Bucket,
                S3Key = objectKey,
                S3ObjectVersion = objectVersion,
            },
            logging: null
        );

    /// <param name="zip">The code itself; at most 50 MB.</param>
    public Task CreateAsync(
        ReleaseReference release,
        string name,
        FunctionSettings wanted,
        string architecture,
        MemoryStream zip,
        string logGroup
    ) =>
        CreateAsync(
            release,
            name,
            wanted,
            architecture,
            new Amazon.Lambda.Model.FunctionCode { ZipFile = zip },
            new LoggingConfig { LogGroup = logGroup }
        );

    private async Task CreateAsync(
        ReleaseReference release,
        string name,
        FunctionSettings wanted,
        string architecture,
        Amazon.Lambda.Model.FunctionCode code,
        LoggingConfig? logging
    )
    {
        try
        {
            await lambda.CreateFunctionAsync(
                new CreateFunctionRequest
                {
                    FunctionName = name,
                    Runtime = wanted.Runtime,
                    Handler = wanted.Handler,
                    Role = wanted.Role,
                    MemorySize = wanted.MemorySize,
                    Timeout = wanted.Timeout,
                    EphemeralStorage = new EphemeralStorage { Size = wanted.EphemeralStorage },
                    Description = wanted.Description,
                    Environment = new Amazon.Lambda.Model.Environment { Variables = wanted.Environment.ToDictionary() },
                    Layers = [.. wanted.Layers],
                    Architectures = [architecture],
                    Code = code,
                    LoggingConfig = logging,
                    Tags = new() { [OriginTag] = OriginOf(release), [FunctionOwner.Tag] = FunctionOwner.Of(release, settings).ToString() },
                }
            );
        }
        catch (ResourceConflictException)
        {
            // Our own call whose answer was lost, or another caller was quicker: the next delivery reads its tag and knows which.
            throw new ResourceNotStabilizedException($"Function {name} exists since a moment ago");
        }
        catch (InvalidParameterValueException e) when (FreshRole.Explains(e))
        {
            throw FreshRole.Refused(name, wanted.Role, e);
        }
        catch (AmazonLambdaException e) when (LambdaRefusals.Find(e, $"Function {name}") is { } refusal)
        {
            throw refusal;
        }
        catch (AmazonLambdaException e) when (Masking.Finds(wanted.Environment.Values, e.Message))
        {
            throw Masked(name, wanted, e);
        }
    }

    /// <exception cref="PackageTooLargeException">The layers do not fit beside the code.</exception>
    /// <exception cref="LayerUnavailableException">A layer version is gone.</exception>
    public async Task UpdateConfigurationAsync(string name, FunctionSettings wanted, string? revision)
    {
        try
        {
            await UpdateAsync(name, wanted, revision);
        }
        catch (AmazonLambdaException e) when (Masking.Finds(wanted.Environment.Values, e.Message))
        {
            throw Masked(name, wanted, e);
        }
    }

    // What is too long for Lambda, for instance, it quotes in full.
    private static FunctionFailedException Masked(string name, FunctionSettings wanted, AmazonLambdaException e) =>
        new($"Lambda refuses function {name}: {Masking.Mask(wanted.Environment.Values, e.Message)} ({e.ErrorCode})");

    private Task UpdateAsync(string name, FunctionSettings wanted, string? revision) =>
        TranslatingConflictsAsync(
            name,
            () =>
                lambda.UpdateFunctionConfigurationAsync(
                    new UpdateFunctionConfigurationRequest
                    {
                        FunctionName = name,
                        Runtime = wanted.Runtime,
                        Handler = wanted.Handler,
                        Role = wanted.Role,
                        MemorySize = wanted.MemorySize,
                        Timeout = wanted.Timeout,
                        EphemeralStorage = new EphemeralStorage { Size = wanted.EphemeralStorage },
                        Description = wanted.Description,
                        Environment = new Amazon.Lambda.Model.Environment { Variables = wanted.Environment.ToDictionary() },
                        Layers = [.. wanted.Layers],
                        RevisionId = revision,
                    }
                ),
            wanted.Role
        );

    /// <param name="objectKey">Where the zip lies in the release bucket.</param>
    /// <param name="objectVersion">Null = the newest.</param>
    /// <exception cref="PackageTooLargeException">The code does not fit beside the layers.</exception>
    public Task UpdateCodeAsync(string name, string architecture, string objectKey, string? objectVersion, string? revision) =>
        TranslatingConflictsAsync(
            name,
            () =>
                lambda.UpdateFunctionCodeAsync(
                    new UpdateFunctionCodeRequest
                    {
                        FunctionName = name,
                        S3Bucket = settings.Bucket,
                        S3Key = objectKey,
                        S3ObjectVersion = objectVersion,
                        Architectures = [architecture],
                        RevisionId = revision,
                    }
                )
        );

    /// <summary>Publishes <c>$LATEST</c>, or answers the version that already has its code and configuration.</summary>
    public async Task<string> PublishAsync(string name, string codeSha256, string description)
    {
        string? version = null;
        await TranslatingConflictsAsync(
            name,
            async () =>
                version = (
                    await lambda.PublishVersionAsync(
                        new PublishVersionRequest
                        {
                            FunctionName = name,
                            CodeSha256 = codeSha256,
                            Description = description,
                        }
                    )
                ).Version
        );
        return version!;
    }

    /// <returns>false when it was gone already.</returns>
    public async Task<bool> DeleteAsync(string name)
    {
        try
        {
            await TranslatingConflictsAsync(name, () => lambda.DeleteFunctionAsync(new DeleteFunctionRequest { FunctionName = name }));
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    private Task<GetFunctionResponse?> GetAsync(string name, string? qualifier) =>
        Missing.OrNullAsync<GetFunctionResponse, ResourceNotFoundException>(() =>
            lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name, Qualifier = qualifier })
        );

    /// <param name="role">The role that the change gives the function; null when it gives none.</param>
    private static async Task TranslatingConflictsAsync(string name, Func<Task> change, string? role = null)
    {
        try
        {
            await change();
        }
        catch (ResourceConflictException e)
        {
            throw new ResourceNotStabilizedException($"Function {name} is being changed: {e.Message}");
        }
        catch (PreconditionFailedException)
        {
            // It was changed since it was read, or our own call went through and its answer was lost.
            // The next delivery reads it again and knows which.
            throw new ResourceNotStabilizedException($"Function {name} has changed since it was read");
        }
        catch (InvalidParameterValueException e) when (role is not null && FreshRole.Explains(e))
        {
            throw FreshRole.Refused(name, role, e);
        }
        catch (AmazonLambdaException e) when (LambdaRefusals.Find(e, $"Function {name}") is { } refusal)
        {
            throw refusal;
        }
    }
}

/// <param name="Owner">null = nobody's.</param>
/// <param name="IsSwitchedOff">Whether nothing can invoke it, because its reserved concurrency is 0.</param>
public sealed record OwnedFunction(FunctionConfiguration Configuration, FunctionOwner? Owner, bool IsSwitchedOff);
