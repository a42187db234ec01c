using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace CodeRipple.Workflow.Client.Aws;

/// <summary>The credentials that the environment names: as every SDK finds them, and those of IAM Identity Center.</summary>
internal static class AwsCredentials
{
    /// <exception cref="AmazonClientException">There are none.</exception>
    public static AWSCredentials Find()
    {
        var name = ProfileName;
        var profiles = new CredentialProfileStoreChain();
        // Keys in the environment win over profiles, as in every SDK.
        if (
            Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 }
            || !profiles.TryGetProfile(name, out var profile)
            || !SignsIn(profile, profiles)
        )
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        return profiles.TryGetAWSCredentials(name, out var credentials)
            ? new SignedInCredentials(credentials, name)
            : throw new UserErrorException(
                $"Profile {name} signs in with IAM Identity Center, but it is not complete. Set it up again: aws configure sso --profile {name}"
            );
    }

    private static string ProfileName => Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } named ? named : "default";

    /// <summary>Whether it or a profile that it takes its credentials from signs in with IAM Identity Center.</summary>
    private static bool SignsIn(CredentialProfile profile, CredentialProfileStoreChain profiles)
    {
        for (var seen = new HashSet<string>(); seen.Add(profile.Name); )
        {
            if (profile.Options.SsoSession is { Length: > 0 } || profile.Options.SsoStartUrl is { Length: > 0 })
                return true;
            if (profile.Options.SourceProfile is not { Length: > 0 } source || !profiles.TryGetProfile(source, out profile))
                return false;
        }

        return false;
    }

    /// <summary>Says how to sign in again when the token is missing or too old, now or in the middle of a release.</summary>
    private sealed class SignedInCredentials(AWSCredentials credentials, string profile) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials()
        {
            try
            {
                return credentials.GetCredentials();
            }
            catch (AmazonClientException e)
            {
                throw new NotSignedInException(profile, e);
            }
        }

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            try
            {
                return await credentials.GetCredentialsAsync();
            }
            catch (AmazonClientException e)
            {
                throw new NotSignedInException(profile, e);
            }
        }
    }
}
