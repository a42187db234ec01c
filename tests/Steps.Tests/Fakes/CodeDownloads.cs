using System.Net;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>What is behind the download links of functions.</summary>
internal sealed class CodeDownloads(FakeLambda lambda) : HttpMessageHandler
{
    /// <summary>What a download answers instead of the function's code.</summary>
    public byte[]? Instead { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(
            (Instead ?? lambda.Download(request.RequestUri!)) is { } zip
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(zip) }
                : new HttpResponseMessage(HttpStatusCode.NotFound)
        );
}
