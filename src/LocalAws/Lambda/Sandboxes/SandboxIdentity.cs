using System.Globalization;
using System.Security.Cryptography;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>What is a sandbox's own: its log stream, and an access key by which its calls are recognised.</summary>
internal sealed record SandboxIdentity(string LogStream, string AccessKeyId, string Secret)
{
    public static SandboxIdentity New(FunctionVersion function, TimeProvider time)
    {
        var day = time.GetUtcNow().ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
        return new SandboxIdentity(
            $"{day}/[{function.Version}]{RandomNumberGenerator.GetHexString(32, lowercase: true)}",
            "ASIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
            RandomNumberGenerator.GetHexString(40, lowercase: true));
    }
}
