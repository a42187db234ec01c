using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using CodeRipple.Workflow.Steps.Aws;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

internal sealed partial class FakeLambda
{
    private readonly ConcurrentDictionary<string, FakeFunction> _functions = new();
    private readonly ConcurrentDictionary<string, bool> _switchedOff = new();

    /// <summary>The live configuration of <c>$LATEST</c>, for a test to look at or to change without the release knowing.</summary>
    public FunctionConfiguration Latest(string name) => _functions[name].Latest;

    public bool Exists(string name) => _functions.ContainsKey(name);

    public IReadOnlyList<FunctionConfiguration> Versions(string name) => _functions[name].Versions;

    /// <summary>A function that was there before the release.</summary>
    public FunctionConfiguration Has(string name, FunctionConfiguration latest, byte[] code)
    {
        var function = new FakeFunction(latest, code);
        (latest.FunctionName, latest.FunctionArn, latest.State, latest.LastUpdateStatus, latest.RevisionId) = (
            name,
            $"arn:aws:lambda:us-west-2:123456789012:function:{name}",
            State.Active,
            LastUpdateStatus.Successful,
            NextRevision()
        );
        latest.CodeSha256 = HashOf(code);
        _functions[name] = function;
        return latest;
    }

    public Dictionary<string, string> Tags(string name) => _functions[name].Tags;

    /// <summary>Lambda cannot ask for tags at the moment.</summary>
    public bool HidesTags { get; set; }

    /// <summary>The function has a reserved concurrency of 0.</summary>
    public void SwitchOff(string name) => _switchedOff[name] = true;

    public void Remove(string name) => _functions.TryRemove(name, out _);

    /// <summary>Ends the busy time of all functions; this changes their revision, as in AWS.</summary>
    public void Settle()
    {
        foreach (
            var latest in _functions
                .Values.Select(f => f.Latest)
                .Where(l => l.State == State.Pending || l.LastUpdateStatus == LastUpdateStatus.InProgress)
        )
            (latest.State, latest.LastUpdateStatus, latest.RevisionId) = (State.Active, LastUpdateStatus.Successful, NextRevision());
    }

    /// <summary>An update of the function ends with a failure; this changes its revision, as in AWS.</summary>
    public void FailUpdate(string name)
    {
        var latest = Latest(name);
        (latest.LastUpdateStatus, latest.LastUpdateStatusReason, latest.LastUpdateStatusReasonCode, latest.RevisionId) = (
            LastUpdateStatus.Failed,
            "The KMS key is disabled",
            LastUpdateStatusReasonCode.DisabledKMSKey,
            NextRevision()
        );
    }

    /// <summary>Somebody gives <c>$LATEST</c> other code.</summary>
    public void Edit(string name, string code)
    {
        var function = _functions[name];
        function.Code = Shop.Zip(code);
        (function.Latest.CodeSha256, function.Latest.RevisionId) = (HashOf(function.Code), NextRevision());
    }

    /// <summary>The zip behind a download link.</summary>
    public byte[]? Download(Uri link) =>
        Uri.UnescapeDataString(link.AbsolutePath[1..]) is var sha
            ? _functions.Values.FirstOrDefault(f => HashOf(f.Code) == sha)?.Code ?? _zips.GetValueOrDefault(sha)
            : null;

    private static string HashOf(byte[] code) => Convert.ToBase64String(SHA256.HashData(code));

    private void AnswerFunctionCalls()
    {
        Client
            .GetFunctionAsync(Arg.Any<GetFunctionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Get(call.Arg<GetFunctionRequest>()));
        Client
            .CreateFunctionAsync(Arg.Any<CreateFunctionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Create(call.Arg<CreateFunctionRequest>()));
        Client
            .DeleteFunctionAsync(Arg.Any<DeleteFunctionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Delete(call.Arg<DeleteFunctionRequest>()));
        Client
            .UpdateFunctionConfigurationAsync(Arg.Any<UpdateFunctionConfigurationRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Update(call.Arg<UpdateFunctionConfigurationRequest>()));
        Client
            .UpdateFunctionCodeAsync(Arg.Any<UpdateFunctionCodeRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Update(call.Arg<UpdateFunctionCodeRequest>()));
        Client
            .PublishVersionAsync(Arg.Any<PublishVersionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Publish(call.Arg<PublishVersionRequest>()));
        Client
            .TagResourceAsync(Arg.Any<TagResourceRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Tag(call.Arg<TagResourceRequest>()));
        Client
            .UntagResourceAsync(Arg.Any<UntagResourceRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Untag(call.Arg<UntagResourceRequest>()));
    }

    private GetFunctionResponse Get(GetFunctionRequest request)
    {
        var configuration = FindVersion(request.FunctionName, request.Qualifier) ?? throw NotFound(request.FunctionName);
        return new GetFunctionResponse
        {
            Configuration = FakeFunction.Copy(configuration),
            Tags = HidesTags ? null : new(Tags(request.FunctionName)),
            TagsError = HidesTags ? new TagsError { ErrorCode = "ServiceUnavailable", Message = "try again" } : null,
            Concurrency = _switchedOff.ContainsKey(request.FunctionName) ? new() { ReservedConcurrentExecutions = 0 } : null,
            Code = new FunctionCodeLocation { Location = $"https://code.test/{Uri.EscapeDataString(configuration.CodeSha256)}" },
        };
    }

    private FunctionConfiguration? FindVersion(string name, string? qualifier)
    {
        if (!_functions.TryGetValue(name, out var function))
            return null;
        if (qualifier is null or "$LATEST")
            return function.Latest;
        var version = _aliases.TryGetValue((name, qualifier), out var alias) ? alias.FunctionVersion : qualifier;
        return function.Versions.FirstOrDefault(v => v.Version == version);
    }

    private CreateFunctionResponse Create(CreateFunctionRequest request)
    {
        if (Exists(request.FunctionName))
            throw Conflict($"Function already exist: {request.FunctionName}");
        return Change(
            request,
            request.FunctionName,
            () =>
            {
                var code = request.Code.ZipFile?.ToArray() ?? _bucket.Read(request.Code.S3Key, request.Code.S3ObjectVersion);
                EnsureAttachable(request.Layers, HashOf(code));
                var latest = Has(request.FunctionName, new FunctionConfiguration(), code);
                _functions[request.FunctionName].Tags = request.Tags;
                latest.Architectures = request.Architectures;
                FakeFunction.Configure(
                    latest,
                    request.Runtime,
                    request.Handler,
                    request.Role,
                    request.MemorySize,
                    request.Timeout,
                    request.EphemeralStorage,
                    request.Description,
                    request.Environment,
                    request.Layers
                );
                if (IsBusyAfterChanges)
                    (latest.State, latest.LastUpdateStatus) = (State.Pending, LastUpdateStatus.InProgress);
                return new CreateFunctionResponse();
            }
        );
    }

    private DeleteFunctionResponse Delete(DeleteFunctionRequest request)
    {
        var function = Changeable(request.FunctionName);
        return Change(
            request,
            request.FunctionName,
            () =>
            {
                Remove(function.Latest.FunctionName);
                return new DeleteFunctionResponse();
            }
        );
    }

    private UpdateFunctionConfigurationResponse Update(UpdateFunctionConfigurationRequest request)
    {
        var latest = Changeable(request.FunctionName).Latest;
        EnsureRevision(request.RevisionId, latest.RevisionId);
        return Change(
            request,
            request.FunctionName,
            () =>
            {
                EnsureAttachable(request.Layers, latest.CodeSha256);
                FakeFunction.Configure(
                    latest,
                    request.Runtime,
                    request.Handler,
                    request.Role,
                    request.MemorySize,
                    request.Timeout,
                    request.EphemeralStorage,
                    request.Description,
                    request.Environment,
                    request.Layers
                );
                Touch(latest);
                return new UpdateFunctionConfigurationResponse();
            }
        );
    }

    private UpdateFunctionCodeResponse Update(UpdateFunctionCodeRequest request)
    {
        var function = Changeable(request.FunctionName);
        EnsureRevision(request.RevisionId, function.Latest.RevisionId);
        return Change(
            request,
            request.FunctionName,
            () =>
            {
                var code = _bucket.Read(request.S3Key, request.S3ObjectVersion);
                EnsureFits((function.Latest.Layers ?? []).Select(l => l.Arn), HashOf(code));
                function.Code = code;
                (function.Latest.CodeSha256, function.Latest.Architectures) = (HashOf(function.Code), request.Architectures);
                Touch(function.Latest);
                return new UpdateFunctionCodeResponse();
            }
        );
    }

    private PublishVersionResponse Publish(PublishVersionRequest request)
    {
        var function = Changeable(request.FunctionName);
        if (request.CodeSha256 is not null && request.CodeSha256 != function.Latest.CodeSha256)
            throw new InvalidParameterValueException(
                "CodeSHA256 is different from current CodeSHA256 in $LATEST. Please try again with the CodeSHA256 in $LATEST."
            );
        return Change(request, request.FunctionName, () => new PublishVersionResponse { Version = function.Publish(request.Description) });
    }

    private TagResourceResponse Tag(TagResourceRequest request)
    {
        var function = Changeable(FunctionArn.Find(request.Resource)!.Function);
        return Change(
            request,
            function.Latest.FunctionName,
            () =>
            {
                foreach (var (key, value) in request.Tags)
                    function.Tags[key] = value;
                return new TagResourceResponse();
            }
        );
    }

    private UntagResourceResponse Untag(UntagResourceRequest request)
    {
        var function = Changeable(FunctionArn.Find(request.Resource)!.Function);
        return Change(
            request,
            function.Latest.FunctionName,
            () =>
            {
                foreach (var key in request.TagKeys)
                    function.Tags.Remove(key);
                return new UntagResourceResponse();
            }
        );
    }

    private FakeFunction Changeable(string name)
    {
        var function = _functions.GetValueOrDefault(name) ?? throw NotFound(name);
        return function.Latest.State == State.Pending || function.Latest.LastUpdateStatus == LastUpdateStatus.InProgress
            ? throw Conflict($"An update is in progress for resource: {name}")
            : function;
    }

    private void Touch(FunctionConfiguration latest)
    {
        latest.LastUpdateStatus = IsBusyAfterChanges ? LastUpdateStatus.InProgress : LastUpdateStatus.Successful;
        latest.RevisionId = NextRevision();
    }
}
