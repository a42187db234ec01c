using Amazon.IdentityManagement.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.LocalAws;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>An account in which nothing is installed, and a person without the SAM CLI.</summary>
public sealed class InstallSpecs : IAsyncLifetime
{
    private const string Stack = "release-machine-staging";
    private const string TrustEverybody =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""";

    // Managed code is built sooner, and which code it is does not matter here.
    private static readonly string[] Install = ["install", "--environment", "staging", "--step-runtime", "dotnet10"];
    private LocalAwsHost _aws = null!;
    private AwsClients _clients = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAwsHost.StartAsync(new LocalAwsOptions());
        _clients = AwsClients.Local(_aws.Endpoint, _aws.Region);
    }

    public async Task DisposeAsync()
    {
        _clients.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task A_person_says_yes_and_the_release_machine_stands_and_the_same_again_changes_nothing()
    {
        var run = (await Coderipple.RunAsync(Install, input: "y\n", _aws.Environment)).MustEndWith(0);

        Assert.Contains(" to add", run.Error, StringComparison.Ordinal);
        Assert.Contains($"Stack {Stack} is installed.", run.Output, StringComparison.Ordinal);
        var again = (await Coderipple.RunAsync([.. Install, "--yes", "--json"], environment: _aws.Environment)).MustEndWith(0);
        Assert.False((bool)again.Answer["changed"]!);
        Assert.NotNull(again.Answer["outputs"]!["ReleaseStateMachineArn"]);
        var doctor = (await Coderipple.RunAsync(["doctor", "--environment", "staging"], environment: _aws.Environment)).MustEndWith(0);
        Assert.Contains($"✓ Stack {Stack}: version {ReleaseStack.Version}", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_confirms_or_AWS_refuses_leaves_nothing_behind()
    {
        var unconfirmed = (await Coderipple.RunAsync(Install, input: "n\n", _aws.Environment)).MustEndWith(2);
        var refused = (
            await Coderipple.RunAsync([.. Install, "--yes", "--parameter", "RetentionDays=3"], environment: _aws.Environment)
        ).MustEndWith(2);
        var unknown = (
            await Coderipple.RunAsync([.. Install, "--yes", "--parameter", "Nonsense=3"], environment: _aws.Environment)
        ).MustEndWith(2);

        Assert.Contains("Nothing was installed", unconfirmed.Error, StringComparison.Ordinal);
        Assert.Contains("RetentionDays", refused.Error, StringComparison.Ordinal);
        Assert.Contains("template.yaml has no parameter Nonsense", unknown.Error, StringComparison.Ordinal);
        Assert.Null(await _clients.CloudFormation.FindStackAsync(Stack, CancellationToken.None));
    }

    [Fact]
    public async Task The_documented_policies_suffice_to_install_and_to_call_the_doctor()
    {
        var role = await RoleAsync("Deployer", "install", "install-resources", "release");
        var asRole = new Dictionary<string, string>(_aws.Environment) { ["AWS_ACCESS_KEY_ID"] = $"states.{Uri.EscapeDataString(role)}" };

        (await Coderipple.RunAsync([.. Install, "--yes"], environment: asRole)).MustEndWith(0);

        var session = await SessionAsync(role);
        var doctor = (await Coderipple.RunAsync(["doctor", "--environment", "staging", "--json"], environment: session)).MustEndWith(0);
        Assert.DoesNotContain(doctor.Answer.AsArray(), f => (string)f!["subject"]! == "Permissions" && f["remedy"] is not null);
    }

    [Fact]
    public async Task The_doctor_names_the_permissions_that_are_missing_and_the_policy_that_has_them()
    {
        var session = await SessionAsync(await RoleAsync("Releaser", "release"));

        var doctor = (await Coderipple.RunAsync(["doctor", "--environment", "staging"], environment: session)).MustEndWith(1);

        Assert.Contains("lacks cloudformation:CreateChangeSet", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("docs/policies/install-resources.json", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Permissions: all of docs/policies/release.json", doctor.Output, StringComparison.Ordinal);
    }

    private async Task<string> RoleAsync(string name, params string[] policies)
    {
        var role = await _clients.Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = TrustEverybody });
        foreach (var policy in policies)
            await _clients.Iam.PutRolePolicyAsync(
                new PutRolePolicyRequest
                {
                    RoleName = name,
                    PolicyName = policy,
                    PolicyDocument = await File.ReadAllTextAsync(Repository.Path($"docs/policies/{policy}.json")),
                }
            );
        return role.Role.Arn;
    }

    /// <summary>What a process needs to call as a session of the role.</summary>
    private async Task<Dictionary<string, string>> SessionAsync(string role)
    {
        using var sts = new AmazonSecurityTokenServiceClient(
            "local",
            "local",
            new AmazonSecurityTokenServiceConfig { ServiceURL = _aws.Endpoint.ToString(), AuthenticationRegion = _aws.Region }
        );
        var assumed = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = role, RoleSessionName = "jane" });
        return new Dictionary<string, string>(_aws.Environment)
        {
            ["AWS_ACCESS_KEY_ID"] = assumed.Credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = assumed.Credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = assumed.Credentials.SessionToken,
        };
    }
}
