using System.Globalization;
using System.Security.Cryptography;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>What is a sandbox's own: its log stream, and an access key by which its calls are recognised.</summary>
internal sealed record SandboxIdentity(string LogStream, string AccessKeyId, string Secret)
{
    public static SandboxIdentity New(FunctionVersion function, TimeProvider time)
    {
        var day = time.GetUtcNow().ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
        // In a log group that functions may share, the stream says whose it is:
        // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
        var owner = function.LogGroup is null ? "" : function.FunctionName;
        return new SandboxIdentity(
            $"{day}/{owner}[{function.Version}]{RandomNumberGenerator.GetHexString(32, lowercase: true)}",
            "ASIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
            RandomNumberGenerator.GetHexString(40, lowercase: true)
        );
    }
}
