namespace CodeRipple.Workflow.Client.Aws;

/// <summary>A profile signs in with IAM Identity Center, and nobody has signed in, or not lately.</summary>
internal sealed class NotSignedInException(string profile, Exception inner)
    : UserErrorException(
        $"Profile {profile} signs in with IAM Identity Center, and gives no credentials now: {inner.Message.TrimEnd('.')}. "
            + $"Sign in: aws sso login --profile {profile}",
        inner
    )
{
    public string Profile => profile;
}
