using System.Collections.Concurrent;
using Amazon.Lambda.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

internal sealed partial class FakeLambda
{
    private readonly ConcurrentDictionary<string, List<GetLayerVersionResponse>> _layers = new();

    public IReadOnlyList<string> LayerVersions(string name) => [.. Of(name).Select(v => v.LayerVersionArn)];

    public string HasLayer(string name, byte[] content, IEnumerable<string> runtimes, params string[] architectures)
    {
        var number = Of(name).Count + 1;
        Of(name)
            .Add(
                new GetLayerVersionResponse
                {
                    LayerVersionArn = $"arn:aws:lambda:us-west-2:123456789012:layer:{name}:{number}",
                    Version = number,
                    Content = new LayerVersionContentOutput { CodeSha256 = HashOf(content) },
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
            .GetLayerVersionAsync(Arg.Any<GetLayerVersionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Of(call.Arg<GetLayerVersionRequest>().LayerName).First(v => v.Version == call.Arg<GetLayerVersionRequest>().VersionNumber)
            );
        Client
            .PublishLayerVersionAsync(Arg.Any<PublishLayerVersionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Publish(call.Arg<PublishLayerVersionRequest>()));
    }

    private PublishLayerVersionResponse Publish(PublishLayerVersionRequest request) =>
        Change(
            request,
            request.LayerName,
            () =>
                new PublishLayerVersionResponse
                {
                    LayerVersionArn = HasLayer(
                        request.LayerName,
                        _bucket.Read(request.Content.S3Key),
                        request.CompatibleRuntimes,
                        [.. request.CompatibleArchitectures]
                    ),
                }
        );
}
