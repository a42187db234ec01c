using System.Collections.Concurrent;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>A person whose profile signs in with IAM Identity Center.</summary>
public sealed class SignInSpecs : IAsyncLifetime
{
    private const string Profiles = """
        [profile work]
        sso_session = company
        sso_account_id = 123456789012
        sso_role_name = Developer
        region = eu-west-1

        [profile deploy]
        source_profile = work
        role_arn = arn:aws:iam::123456789012:role/Deployer

        [sso-session company]
        sso_region = eu-west-1
        sso_start_url = https://company.awsapps.com/start
        sso_registration_scopes = sso:account:access
        """;

    private const string FromPortal =
        """{"roleCredentials":{"accessKeyId":"ASIAFROMPORTAL","secretAccessKey":"secret","sessionToken":"token","expiration":32503680000000}}""";

    private readonly string _home = Directory.CreateTempSubdirectory("coderipple-home-").FullName;
    private readonly ConcurrentQueue<string> _keys = [];
    private WebApplication _aws = null!;

    public async Task InitializeAsync()
    {
        Write(".aws/config", Profiles);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _aws = builder.Build();
        _aws.Run(AnswerAsync);
        await _aws.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Theory]
    [InlineData("work")]
    [InlineData("deploy")]
    public async Task Who_has_not_signed_in_is_told_how(string profile)
    {
        var run = (await RunAsync(profile, "history", "--application", "shop")).MustEndWith(2);

        Assert.Contains($"Sign in: aws sso login --profile {profile}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_tells_it_too()
    {
        var run = (await RunAsync("work", "doctor")).MustEndWith(1);

        Assert.Contains("✗ Credentials: profile work signs in with IAM Identity Center", run.Output, StringComparison.Ordinal);
        Assert.Contains("Sign in: aws sso login --profile work", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_signed_in_calls_with_the_credentials_of_the_role()
    {
        // As `aws sso login` leaves it: the name is the SHA-1 of the session's.
        Write(
            ".aws/sso/cache/71b21161ffa1e6516bcc072aaf5ef38cbe85b511.json",
            """{"startUrl":"https://company.awsapps.com/start","region":"eu-west-1","accessToken":"signed-in","expiresAt":"2999-01-01T00:00:00Z"}"""
        );

        await RunAsync("work", "history", "--application", "shop");

        Assert.Contains(_keys, key => key.Contains("Credential=ASIAFROMPORTAL/", StringComparison.Ordinal));
    }

    private Task<Finished> RunAsync(string profile, params string[] arguments) =>
        Coderipple.RunAsync(
            arguments,
            environment: new Dictionary<string, string>
            {
                ["HOME"] = _home,
                ["DOTNET_CLI_HOME"] = _home,
                ["AWS_PROFILE"] = profile,
                ["AWS_ACCESS_KEY_ID"] = "",
                ["AWS_SECRET_ACCESS_KEY"] = "",
                ["AWS_REGION"] = "eu-west-1",
                ["AWS_ENDPOINT_URL"] = _aws.Urls.Single(),
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            }
        );

    // The portal gives credentials; every other service refuses.
    private async Task AnswerAsync(HttpContext context)
    {
        _keys.Enqueue(context.Request.Headers.Authorization.ToString());
        var isPortal =
            context.Request.Path == "/federation/credentials" && context.Request.Headers["x-amz-sso_bearer_token"] == "signed-in";
        context.Response.StatusCode = isPortal ? 200 : 403;
        await context.Response.WriteAsync(isPortal ? FromPortal : "");
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_home, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
