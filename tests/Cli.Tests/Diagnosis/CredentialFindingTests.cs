using Amazon.Runtime;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Diagnosis;

namespace CodeRipple.Workflow.Cli.Tests.Diagnosis;

public sealed class CredentialFindingTests
{
    public static TheoryData<Exception, string> Cases =>
        new()
        {
            { new NotSignedInException("work", new AmazonClientException("no token")), "Sign in: aws sso login --profile work" },
            { new AmazonClientException("Unable to get credentials"), "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID" },
            {
                new AmazonServiceException("old") { ErrorCode = "ExpiredToken" },
                "Get new ones"
            },
            {
                new AmazonServiceException("who?") { ErrorCode = "InvalidClientTokenId" },
                "Correct AWS_ACCESS_KEY_ID"
            },
            { new HttpRequestException("refused"), "Check the network" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_reason_has_its_remedy(Exception reason, string remedy)
    {
        var finding = CredentialFinding.Of(reason)!;

        Assert.StartsWith(remedy, finding.Remedy, StringComparison.Ordinal);
        Assert.True(finding.Blocks);
    }

    [Fact]
    public void A_bug_is_no_reason() => Assert.Null(CredentialFinding.Of(new InvalidOperationException("bug")));
}
