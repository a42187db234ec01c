using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;

namespace CodeRipple.Workflow.Client.FirstContact;

/// <summary>A release machine of its own and the base stack of a tiny workload; both are removed again.</summary>
internal sealed class ThrowAwayStacks(AwsClients clients, Screen screen, FirstContactOptions options, TimeProvider time)
{
    /// <summary>Names of everything that is made begin with this.</summary>
    public const string Prefix = "first-contact-";

    /// <summary>What the stack releases to; the template allows no name of its own.</summary>
    public const string Environment = "development";

    public const string MachineStack = Prefix + "machine";

    /// <exception cref="UserErrorException">An earlier first contact has left something behind, or another one runs.</exception>
    public async Task DemandAbsentAsync(WorkloadFile workload, CancellationToken cancellationToken)
    {
        foreach (var stack in new[] { MachineStack, workload.BaseStackName(Environment) })
            if (await clients.CloudFormation.FindStackAsync(stack, cancellationToken) is { } found)
                throw new UserErrorException(
                    $"Stack {stack} is there already ({found.StackStatus}). Another first contact runs in {clients.Region}, or one was ended "
                        + "before it had removed everything. Wait for it, or remove what it left: coderipple first-contact --remove"
                );
    }

    /// <summary>Installs the release machine, or updates it to another runtime of its steps.</summary>
    public async Task<ReleaseMachine> InstallMachineAsync(StepRuntime steps, CancellationToken cancellationToken)
    {
        var template = await screen.StageAsync(
            Stage.BuildCode($"steps ({steps.Name})"),
            _ => ReleaseStack.PackageAsync(steps, cancellationToken)
        );
        var parameters = new Dictionary<string, string>
        {
            ["Environment"] = Environment,
            ["TargetPrefix"] = Prefix,
            ["RetentionDays"] = "7",
            ["ApiUrl"] = options.ApiUrl ?? "",
            [StepRuntime.Parameter] = steps.Name,
        };
        var outputs = await screen.StageAsync(
            Stage.InstallStack(MachineStack),
            _ => new StackInstaller(clients, time).InstallAsync(MachineStack, template, parameters, cancellationToken)
        );
        return ReleaseMachine.From(clients, Environment, outputs);
    }

    /// <returns>The outputs of the base stack.</returns>
    public async Task<IReadOnlyDictionary<string, string>> InstallBaseAsync(WorkloadFile workload, CancellationToken cancellationToken)
    {
        var template = await PackagedTemplate.BuildAsync(workload.BaseStack!, cancellationToken);
        var stack = workload.BaseStackName(Environment);
        return await screen.StageAsync(
            Stage.InstallStack(stack),
            _ =>
                new StackInstaller(clients, time).InstallAsync(
                    stack,
                    template,
                    new Dictionary<string, string> { ["Environment"] = Environment },
                    cancellationToken
                )
        );
    }
}
