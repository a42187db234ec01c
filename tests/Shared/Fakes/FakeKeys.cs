using System.Security.Cryptography;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Fakes;

/// <summary>A KMS key in memory: it wraps data keys, and unwraps them in the context that they were wrapped in.</summary>
internal sealed class FakeKeys
{
    public const string Arn = "arn:aws:kms:us-west-2:123456789012:key/sealing";

    private readonly List<(byte[] Wrapped, byte[] Key, string Context)> _made = [];

    public FakeKeys()
    {
        Client
            .GenerateDataKeyWithoutPlaintextAsync(Arg.Any<GenerateDataKeyWithoutPlaintextRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Make(call.Arg<GenerateDataKeyWithoutPlaintextRequest>()));
        Client.DecryptAsync(Arg.Any<DecryptRequest>(), Arg.Any<CancellationToken>()).Returns(call => Open(call.Arg<DecryptRequest>()));
    }

    public IAmazonKeyManagementService Client { get; } = Substitute.For<IAmazonKeyManagementService>();

    /// <summary>How many data keys were made.</summary>
    public int Made => _made.Count;

    /// <summary>How often a data key was unwrapped.</summary>
    public int Unwrapped { get; private set; }

    /// <summary>What KMS answers while it cannot unwrap.</summary>
    public Exception? Error { get; set; }

    private GenerateDataKeyWithoutPlaintextResponse Make(GenerateDataKeyWithoutPlaintextRequest request)
    {
        var wrapped = RandomNumberGenerator.GetBytes(40);
        _made.Add((wrapped, RandomNumberGenerator.GetBytes(32), TextOf(request.KeyId, request.EncryptionContext)));
        return new GenerateDataKeyWithoutPlaintextResponse { CiphertextBlob = new MemoryStream(wrapped), KeyId = request.KeyId };
    }

    private DecryptResponse Open(DecryptRequest request)
    {
        var context = TextOf(request.KeyId, request.EncryptionContext);
        var found = _made.Find(made => made.Wrapped.AsSpan().SequenceEqual(request.CiphertextBlob.ToArray()) && made.Context == context);
        Unwrapped++;
        if (Error is not null)
            throw Error;
        return found.Key is { } key
            ? new DecryptResponse { Plaintext = new MemoryStream(key), KeyId = request.KeyId }
            : throw new InvalidCiphertextException("invalid");
    }

    private static string TextOf(string key, Dictionary<string, string> context) =>
        $"{key} {string.Join(' ', context.Select(pair => $"{pair.Key}={pair.Value}"))}";
}
