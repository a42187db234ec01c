using System.Security.Cryptography;
using System.Text;

namespace CodeRipple.Workflow.Contracts;

/// <summary>A SHA-256 digest: requests and the bucket write it in hexadecimal, AWS in base64.</summary>
public sealed record Sha256
{
    private Sha256(byte[] digest) => Hex = Convert.ToHexStringLower(digest);

    /// <summary>64 hexadecimal digits in lower case.</summary>
    public string Hex { get; }

    /// <summary>As Lambda and S3 report it.</summary>
    public string Base64 => Convert.ToBase64String(Convert.FromHexString(Hex));

    /// <summary>The digest of a file.</summary>
    public static Sha256 Of(ReadOnlySpan<byte> content) => new(SHA256.HashData(content));

    /// <summary>The digest of a text in UTF-8.</summary>
    public static Sha256 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of everything that can be read.</summary>
    public static async Task<Sha256> OfAsync(Stream content) => new(await SHA256.HashDataAsync(content));

    /// <exception cref="FormatException">It is not a digest of 32 bytes.</exception>
    public static Sha256 FromHex(string hex) => From(Convert.FromHexString(hex), hex);

    /// <exception cref="FormatException">It is not a digest of 32 bytes.</exception>
    public static Sha256 FromBase64(string base64) => From(Convert.FromBase64String(base64), base64);

    /// <summary>The first hexadecimal digits: enough to tell a few things apart.</summary>
    public string Prefix(int digits) => Hex[..digits];

    /// <summary>Hexadecimal.</summary>
    public override string ToString() => Hex;

    private static Sha256 From(byte[] digest, string text) =>
        digest.Length == SHA256.HashSizeInBytes ? new Sha256(digest) : throw new FormatException($"\"{text}\" is not a SHA-256 digest.");
}
