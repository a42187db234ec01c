using Amazon.Runtime;
using CodeRipple.Workflow.Client.Aws;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>Why AWS cannot be asked.</summary>
internal static class CredentialFinding
{
    private const string Subject = "Credentials";

    /// <returns>Null when it is about something else.</returns>
    public static Finding? Of(Exception exception) =>
        exception switch
        {
            NotSignedInException e => Finding.Obstacle(
                Subject,
                $"profile {e.Profile} signs in with IAM Identity Center, and its token is missing or expired",
                $"Sign in: aws sso login --profile {e.Profile}"
            ),
            UserErrorException e => Finding.Obstacle(Subject, e.Message, "Correct the profile, or choose another one with AWS_PROFILE."),
            AmazonServiceException { ErrorCode: "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" } => Finding.Obstacle(
                Subject,
                "they have expired",
                "Get new ones, or set AWS_PROFILE to a profile that renews them."
            ),
            AmazonServiceException { ErrorCode: { } code } e => Finding.Obstacle(
                Subject,
                $"AWS refuses them: {e.Message} ({code})",
                "Correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or set AWS_PROFILE."
            ),
            HttpRequestException or AmazonServiceException => Finding.Obstacle(
                Subject,
                $"AWS cannot be reached: {exception.Message}",
                "Check the network, AWS_REGION and AWS_ENDPOINT_URL."
            ),
            AmazonClientException => Finding.Obstacle(
                Subject,
                "there are none",
                "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. For IAM Identity Center: aws configure sso"
            ),
            _ => null,
        };
}
