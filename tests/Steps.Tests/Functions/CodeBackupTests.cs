using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

public sealed class CodeBackupTests
{
    private const int Size = 32 * 1024 * 1024;

    // A quarter of a megabyte at a time; half of the memory of a step would be a thousand times that.
    private const int Piece = 256 * 1024;

    [Fact]
    public async Task A_large_zip_is_never_held_in_memory_as_a_whole()
    {
        using var source = new CountedZeros(Size);
        using var download = new Download(source);
        // What the client holds of an answer it may not hold beyond this.
        using var http = new HttpClient(download) { MaxResponseContentBufferSize = Piece };
        var lambda = Substitute.For<IAmazonLambda>();
        lambda
            .GetFunctionAsync(Arg.Any<GetFunctionRequest>(), Arg.Any<CancellationToken>())
            .Returns(new GetFunctionResponse { Code = new FunctionCodeLocation { Location = "https://code.test/orders" } });
        using var zeros = new CountedZeros(Size);
        var digest = await Sha256.OfAsync(zeros);
        var (uploaded, isInMemory) = ((Sha256?)null, true);
        var s3 = Substitute.For<IAmazonS3>();
        s3.GetObjectMetadataAsync(Arg.Any<GetObjectMetadataRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new AmazonS3Exception("none") { StatusCode = HttpStatusCode.NotFound });
        s3.PutObjectAsync(Arg.Any<PutObjectRequest>(), Arg.Any<CancellationToken>())
            .Returns(async call =>
            {
                var request = call.Arg<PutObjectRequest>();
                (uploaded, isInMemory) = (await Sha256.OfAsync(request.InputStream), request.InputStream is MemoryStream);
                Assert.Equal(digest.Base64, request.ChecksumSHA256);
                return new PutObjectResponse();
            });
        var settings = new StepSettings("development", "releases", "ledger", "shop-");
        var backup = new CodeBackup(new ReleaseBucket(s3, settings.Store), new LambdaFunctions(lambda, settings), http);

        await backup.SaveAsync("orders", new CodeIdentity(digest.Base64, "x86_64"));

        Assert.Equal(digest, uploaded);
        Assert.False(isInMemory);
        Assert.Equal(Size, source.Served);
        Assert.InRange(source.LargestPiece, 1, Piece);
    }

    private sealed class Download(Stream content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(content) });
    }

    /// <summary>So many zeros, and how many were asked for at once.</summary>
    private sealed class CountedZeros(int length) : Stream
    {
        public int Served { get; private set; }

        public int LargestPiece { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Served;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            LargestPiece = Math.Max(LargestPiece, buffer.Length);
            var count = Math.Min(buffer.Length, length - Served);
            buffer[..count].Clear();
            Served += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
