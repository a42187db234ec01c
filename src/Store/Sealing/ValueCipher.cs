using System.Security.Cryptography;
using System.Text;

namespace CodeRipple.Workflow.Store;

/// <summary>
/// Seals texts with AES-GCM. Equal values of a variable give equal texts, so that states and requests can be compared while they are
/// sealed: the nonce is made of the name and the value, and so never serves two values.
/// </summary>
internal sealed class ValueCipher(byte[] dataKey)
{
    /// <summary>Begins every sealed text. What begins so and does not open was not sealed here.</summary>
    public const string Prefix = "coderipple:sealed:1:";

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;
    private readonly byte[] _key = SubKey(dataKey, "seal");
    private readonly byte[] _nonceKey = SubKey(dataKey, "nonce");

    /// <param name="name">What the value is of. Under another name the text does not open.</param>
    public string Seal(string name, string value)
    {
        var (plain, label) = (Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(name));
        var sealedBytes = new byte[NonceSize + plain.Length + TagSize];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        NonceOf(label, plain).CopyTo(nonce);
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize, plain.Length), sealedBytes.AsSpan(^TagSize), label);
        return Prefix + Convert.ToBase64String(sealedBytes);
    }

    /// <returns>Null when the text was not sealed with this key under this name.</returns>
    public string? Open(string name, string text)
    {
        if (!IsSealed(text) || TryDecode(text[Prefix.Length..]) is not { Length: >= NonceSize + TagSize } sealedBytes)
            return null;
        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_key, TagSize);
        try
        {
            cipher.Decrypt(
                sealedBytes.AsSpan(0, NonceSize),
                sealedBytes.AsSpan(NonceSize, plain.Length),
                sealedBytes.AsSpan(^TagSize),
                plain,
                Encoding.UTF8.GetBytes(name)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    public static bool IsSealed(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    // With the length of the name, so that no two pairs give the same bytes.
    private ReadOnlySpan<byte> NonceOf(byte[] name, byte[] value) =>
        HMACSHA256.HashData(_nonceKey, (byte[])[.. BitConverter.GetBytes(name.Length), .. name, .. value]).AsSpan(0, NonceSize);

    private static byte[] SubKey(byte[] dataKey, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, KeySize, info: Encoding.UTF8.GetBytes(purpose));

    private static byte[]? TryDecode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
