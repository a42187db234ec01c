namespace CodeRipple.Workflow.LocalAws;

/// <summary>The environment variables that lead an AWS SDK or the AWS CLI to the local AWS and nowhere else.</summary>
internal static class LocalEnvironment
{
    private static readonly string[] Foreign =
    [
        "AWS_PROFILE",
        "AWS_DEFAULT_PROFILE",
        "AWS_SESSION_TOKEN",
        "AWS_SECURITY_TOKEN",
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_ROLE_ARN",
        "AWS_ROLE_SESSION_NAME",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        "AWS_USE_FIPS_ENDPOINT",
        "AWS_USE_DUALSTACK_ENDPOINT",
        "AWS_CA_BUNDLE",
    ];

    public static IReadOnlyDictionary<string, string> For(Uri endpoint, string region) =>
        new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["AWS_REGION"] = region,
            ["AWS_DEFAULT_REGION"] = region,
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_PAGER"] = "",
        };

    public static void Apply(IDictionary<string, string?> environment, IReadOnlyDictionary<string, string> ours)
    {
        // An endpoint for one service (AWS_ENDPOINT_URL_S3) would win over ours.
        foreach (
            var name in environment
                .Keys.Where(name => name.StartsWith("AWS_ENDPOINT_URL_", StringComparison.Ordinal))
                .Concat(Foreign)
                .ToList()
        )
            environment.Remove(name);
        foreach (var (name, value) in ours)
            environment[name] = value;
        // The user's files may name endpoints and keys too.
        environment["AWS_CONFIG_FILE"] = environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Path.GetTempPath(), "no-aws-config");
    }
}
