using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Cli.Tests.Stacks;

public sealed class DeploymentSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""["Environment=staging", "NotificationEmail=a@b.c"]""")]
    [InlineData("\"Environment=staging NotificationEmail=a@b.c\"")]
    [InlineData("'''Environment=staging NotificationEmail=\"a@b.c\"'''")]
    public void Parameters_are_read_as_SAM_reads_them(string overrides)
    {
        var settings = Read($"[staging.deploy.parameters]\nstack_name = \"release-machine-staging\"\nparameter_overrides = {overrides}\n");

        Assert.Equal("release-machine-staging", settings.StackName);
        Assert.Equal("staging", settings.Parameters["Environment"]);
        Assert.Equal("a@b.c", settings.Parameters["NotificationEmail"]);
    }

    [Fact]
    public void What_is_said_of_deploy_wins_over_what_is_said_of_all_commands()
    {
        var settings = Read(
            "[staging.global.parameters]\nregion = \"eu-west-1\"\ntags = \"team=one\"\n[staging.deploy.parameters]\nregion = \"us-east-1\"\n"
        );

        Assert.Equal("us-east-1", settings.Region);
        Assert.Equal("one", settings.Tags["team"]);
    }

    [Theory]
    [InlineData("[other.deploy.parameters]\n", "has no section [staging.deploy.parameters]")]
    [InlineData("[staging", "cannot be read")]
    [InlineData("[staging.deploy.parameters]\nparameter_overrides = [\"Environment\"]\n", "has \"Environment\", which is not NAME=VALUE")]
    public void What_is_wrong_is_said_with_the_file(string text, string problem)
    {
        var error = Assert.Throws<UserErrorException>(() => Read(text));

        Assert.StartsWith(Path.Combine(_folder.Path, "samconfig.toml"), error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("development")]
    [InlineData("testing")]
    [InlineData("staging")]
    [InlineData("production")]
    public void Every_environment_of_this_repository_is_installed_where_releases_find_it(string environment)
    {
        var settings = DeploymentSettings.Read(Repository.Path("samconfig.toml"), environment);

        var installation = MachineInstallation.From(environment, settings, new Dictionary<string, string>(), stepRuntime: "dotnet10");

        Assert.Equal(ReleaseStack.NameFor(environment), installation.StackName);
        Assert.Equal(environment, installation.Parameters["Environment"]);
        Assert.Equal("dotnet10", installation.Parameters["StepRuntime"]);
        Assert.Contains(installation.Tags["coderipple:aws-packages"], new[] { "nuget", "compat" });
    }

    [Fact]
    public void A_stack_that_releases_would_not_find_is_refused()
    {
        var settings = Read("[staging.deploy.parameters]\nstack_name = \"mine\"\n");

        var error = Assert.Throws<UserErrorException>(() =>
            MachineInstallation.From("staging", settings, new Dictionary<string, string>(), stepRuntime: null)
        );

        Assert.EndsWith("Name it release-machine-staging.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("release-")]
    [InlineData("release-machine-staging-")]
    public void A_prefix_that_the_release_machines_own_functions_have_is_refused(string prefix)
    {
        var settings = Read("[staging.deploy.parameters]\nparameter_overrides = [\"RetentionDays=90\"]\n");
        var given = new Dictionary<string, string> { ["TargetPrefix"] = prefix };

        var error = Assert.Throws<UserErrorException>(() => MachineInstallation.From("staging", settings, given, "dotnet10"));

        Assert.Contains("a release could change the release machine itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        var settings = Read("[staging.deploy.parameters]\nparameter_overrides = [\"RetentionDays=90\", \"StepRuntime=provided.al2023\"]\n");

        var given = new Dictionary<string, string> { ["RetentionDays"] = "30" };
        var installation = MachineInstallation.From("staging", settings, given, stepRuntime: "dotnet10");

        Assert.Equal("30", installation.Parameters["RetentionDays"]);
        Assert.Equal("dotnet10", installation.Steps.Name);
    }

    private DeploymentSettings Read(string text) => DeploymentSettings.Read(_folder.Write("samconfig.toml", text), "staging");
}
