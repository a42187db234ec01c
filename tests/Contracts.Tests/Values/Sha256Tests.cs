using System.Text;

namespace CodeRipple.Workflow.Contracts.Tests.Values;

public sealed class Sha256Tests
{
    // FIPS 180-4: the digest of "abc".
    private const string Hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private const string Base64 = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

    [Fact]
    public void A_digest_is_written_in_hexadecimal_and_in_base64()
    {
        var digest = Sha256.Of("abc");

        Assert.Equal((Hex, Base64), (digest.Hex, digest.Base64));
        Assert.Equal(Hex, digest.ToString());
    }

    [Fact]
    public async Task Text_bytes_and_stream_have_the_same_digest()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("abc"));

        Assert.Equal(Sha256.Of("abc"), Sha256.Of("abc"u8));
        Assert.Equal(Sha256.Of("abc"), await Sha256.OfAsync(stream));
    }

    [Fact]
    public void Both_forms_are_read_back_to_the_same_digest()
    {
        Assert.Equal(Sha256.Of("abc"), Sha256.FromHex(Hex));
        Assert.Equal(Sha256.Of("abc"), Sha256.FromHex(Hex.ToUpperInvariant()));
        Assert.Equal(Sha256.Of("abc"), Sha256.FromBase64(Base64));
        Assert.NotEqual(Sha256.Of("abc"), Sha256.Of("abd"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData("not hexadecimal")]
    public void What_is_no_digest_in_hexadecimal_is_refused(string text) => Assert.Throws<FormatException>(() => Sha256.FromHex(text));

    [Theory]
    [InlineData("")]
    [InlineData("ungWvw==")]
    [InlineData("not base64")]
    public void What_is_no_digest_in_base64_is_refused(string text) => Assert.Throws<FormatException>(() => Sha256.FromBase64(text));

    [Fact]
    public void A_prefix_has_the_first_digits() => Assert.Equal("ba7816bf", Sha256.Of("abc").Prefix(8));
}
