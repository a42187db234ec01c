using System.Collections.Concurrent;
using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

internal sealed partial class FakeLambda
{
    private readonly ConcurrentDictionary<string, List<GetLayerVersionResponse>> _layers = new();

    private readonly ConcurrentDictionary<string, long> _unzipped = new();

    /// <summary>How large a content is unzipped; else nothing.</summary>
    public void Weighs(string content, long unzipped) => _unzipped[HashOf(Shop.Zip(content))] = unzipped;

    /// <summary>A layer version is deleted: functions keep it, nobody can attach it any more.</summary>
    public void DeleteLayer(string arn) => Of(arn.Split(':')[^2]).RemoveAll(v => v.LayerVersionArn == arn);

    /// <summary>A layer version of another account is not shared any more: Lambda does not say whether it exists.</summary>
    public void Unshare(string arn) => _unshared[arn] = true;

    private readonly ConcurrentDictionary<string, bool> _unshared = new();
    private readonly ConcurrentDictionary<string, byte[]> _zips = new();

    public IReadOnlyList<string> LayerVersions(string name) => [.. Of(name).Select(v => v.LayerVersionArn)];

    public string HasLayer(string name, byte[] content, IEnumerable<string> runtimes, params string[] architectures)
    {
        _zips[HashOf(content)] = content;
        var number = (int)(Of(name).LastOrDefault()?.Version ?? 0) + 1;
        Of(name)
            .Add(
                new GetLayerVersionResponse
                {
                    LayerVersionArn = $"arn:aws:lambda:us-west-2:123456789012:layer:{name}:{number}",
                    Version = number,
                    Content = new LayerVersionContentOutput
                    {
                        CodeSha256 = HashOf(content),
                        CodeSize = content.Length,
                        Location = $"https://code.test/{Uri.EscapeDataString(HashOf(content))}",
                    },
                    CompatibleRuntimes = [.. runtimes],
                    CompatibleArchitectures = [.. architectures],
                }
            );
        return Of(name)[^1].LayerVersionArn;
    }

    private List<GetLayerVersionResponse> Of(string layer) => _layers.GetOrAdd(layer, _ => []);

    private void AnswerLayerCalls()
    {
        Client
            .ListLayerVersionsAsync(Arg.Any<ListLayerVersionsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new ListLayerVersionsResponse
            {
                LayerVersions =
                [
                    .. Of(call.Arg<ListLayerVersionsRequest>().LayerName)
                        .Select(v => new LayerVersionsListItem { Version = v.Version, LayerVersionArn = v.LayerVersionArn })
                        .OrderByDescending(v => v.Version)
                        .Take(call.Arg<ListLayerVersionsRequest>().MaxItems ?? 50),
                ],
            });
        Client
            .GetLayerVersionByArnAsync(Arg.Any<GetLayerVersionByArnRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Get(call.Arg<GetLayerVersionByArnRequest>()));
        Client
            .PublishLayerVersionAsync(Arg.Any<PublishLayerVersionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Publish(call.Arg<PublishLayerVersionRequest>()));
    }

    private GetLayerVersionByArnResponse Get(GetLayerVersionByArnRequest request)
    {
        _requests.Enqueue(request);
        if (_unshared.ContainsKey(request.Arn))
            throw Denied(request.Arn);
        var version = FindLayer(request.Arn) ?? throw NotFound(request.Arn);
        return new GetLayerVersionByArnResponse
        {
            LayerVersionArn = version.LayerVersionArn,
            Content = version.Content,
            CompatibleRuntimes = version.CompatibleRuntimes,
            CompatibleArchitectures = version.CompatibleArchitectures,
        };
    }

    private GetLayerVersionResponse? FindLayer(string arn) => Of(arn.Split(':')[^2]).FirstOrDefault(v => v.LayerVersionArn == arn);

    private static AmazonLambdaException Denied(string arn) =>
        new(
            $"User: arn:aws:sts::123456789012:assumed-role/step is not authorized to perform: lambda:GetLayerVersion on resource: {arn} because no resource-based policy allows the lambda:GetLayerVersion action",
            ErrorType.Sender,
            "AccessDeniedException",
            "",
            HttpStatusCode.Forbidden
        );

    /// <summary>Lambda attaches what exists, is shared, and fits beside the code.</summary>
    private void EnsureAttachable(IReadOnlyList<string> layers, string codeSha256)
    {
        foreach (var arn in layers)
        {
            if (_unshared.ContainsKey(arn))
                throw Denied(arn);
            if (FindLayer(arn) is null)
                throw new InvalidParameterValueException($"Layer version {arn} does not exist.");
        }

        EnsureFits(layers, codeSha256);
    }

    private void EnsureFits(IEnumerable<string> layers, string codeSha256)
    {
        var size = layers
            .Select(arn => FindLayer(arn)?.Content.CodeSha256)
            .Append(codeSha256)
            .Sum(sha => sha is null ? 0 : _unzipped.GetValueOrDefault(sha));
        if (size > 262_144_000)
            throw new InvalidParameterValueException(
                $"Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is {size} bytes."
            );
    }

    private PublishLayerVersionResponse Publish(PublishLayerVersionRequest request) =>
        Change(
            request,
            request.LayerName,
            () =>
            {
                var content = _bucket.Read(request.Content.S3Key, request.Content.S3ObjectVersion);
                if (_unzipped.GetValueOrDefault(HashOf(content)) > 262_144_000)
                    throw new InvalidParameterValueException("Unzipped size must be smaller than 262144000 bytes");
                var arn = HasLayer(request.LayerName, content, request.CompatibleRuntimes, [.. request.CompatibleArchitectures]);
                return new PublishLayerVersionResponse { LayerVersionArn = arn, Content = FindLayer(arn)!.Content };
            }
        );
}
