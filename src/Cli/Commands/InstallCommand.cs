using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Installs the release machine of an environment: what <c>sam build</c> and <c>sam deploy</c> do, without the SAM CLI.</summary>
internal sealed class InstallCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly TextReader _answers;
    private readonly Option<string> _environment = CommonOptions.Environment();
    private readonly Option<string?> _region = CommonOptions.Region();
    private readonly Option<string?> _stepRuntime = CommonOptions.StepRuntime();
    private readonly Option<string[]> _parameters = new("--parameter")
    {
        Description = "NAME=VALUE: a parameter of template.yaml; may be repeated. [default: samconfig.toml's, or the value in use]",
    };
    private readonly Option<bool> _yes = new("--yes") { Description = "Install without asking." };

    /// <param name="answers">Where a person answers.</param>
    public InstallCommand(Screen screen, TextReader answers)
        : base(
            "install",
            "Install the release machine of an environment on AWS, or bring it up to date. The SAM CLI is not needed.",
            "coderipple install --environment staging",
            "coderipple install --environment production --parameter NotificationEmail=team@example.com --yes"
        )
    {
        (_screen, _answers) = (screen, answers);
        foreach (var option in new Option[] { _environment, _region, _stepRuntime, _parameters, _yes })
            Options.Add(option);
        _parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError($"--parameter is \"{token.Value}\"; it must be NAME=VALUE.");
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var environment = input.GetValue(_environment)!;
        var settings = DeploymentSettings.Read(Path.Combine(RepositoryRoot.Find(), DeploymentSettings.FileName), environment);
        var installation = MachineInstallation.From(
            environment,
            settings,
            (input.GetValue(_parameters) ?? []).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]),
            input.GetValue(_stepRuntime)
        );
        using var clients = AwsClients.FromEnvironment(input.GetValue(_region) ?? settings.Region);
        var account = await clients.AccountIdAsync(cancellationToken);
        _screen.StepRuntimeChosen(installation.Steps);
        _screen.AwsPackagesUsed();

        var installer = new StackInstaller(clients, TimeProvider.System);
        var template = await _screen.StageAsync(
            Stage.BuildCode($"steps ({installation.Steps.Name})"),
            _ => ReleaseStack.PackageAsync(installation.Steps, cancellationToken)
        );
        installation.CheckParameters(template);
        var plan = await _screen.StageAsync(
            Stage.PlanStack(installation.StackName),
            _ => installer.PlanAsync(installation.StackName, template, installation.Parameters, installation.Tags, cancellationToken)
        );
        if (plan is not null)
        {
            _screen.StackChanges(plan, account, clients.Region);
            if (!input.GetValue(_yes) && !_screen.Confirm($"Install it in account {account}, {clients.Region}?", _answers))
            {
                await installer.DiscardAsync(plan, cancellationToken);
                throw new UserErrorException("Nothing was installed: nobody said yes. Answer y, or give --yes.");
            }

            await _screen.StageAsync(
                Stage.InstallStack(installation.StackName),
                progress => installer.ApplyAsync(plan, progress, cancellationToken)
            );
        }

        var outputs = await clients.CloudFormation.OutputsAsync(installation.StackName, cancellationToken);
        _screen.Output.Installed(installation.StackName, plan is not null, outputs ?? new Dictionary<string, string>());
        return ExitCode.Done;
    }
}
