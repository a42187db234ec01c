using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Builds the workload and releases it to any AWS that has the release machine.</summary>
internal sealed class ReleaseCommand : MachineCommand
{
    private readonly Screen _screen;
    private readonly Option<string?> _workload = CommonOptions.Workload();
    private readonly Option<string?> _id = new("--id")
    {
        Description = "Id of the release; the same id is never released twice. [default: application and time]",
    };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, for the record and the messages." };
    private readonly Option<string[]> _accept = CommonOptions.Accept();
    private readonly Option<string?> _baseStack = new("--base-stack")
    {
        Description = "The stack whose outputs fill ${outputs.NAME}. [default: application-environment]",
    };

    public ReleaseCommand(Screen screen)
        : base(
            "release",
            "Build a workload and release it to an environment on AWS.",
            "coderipple release --environment staging --reason \"Layers of November\"",
            "AWS_ENDPOINT_URL=http://127.0.0.1:4566 coderipple release"
        )
    {
        _screen = screen;
        AddOptions(_workload, Environment, Region, _id, _reason, _accept, _baseStack);
    }

    protected override void Check(ParseResult input) => WorkloadFile.Open(input.GetValue(_workload));

    protected override async Task<ExitCode> RunAsync(ReleaseMachine machine, ParseResult input, CancellationToken cancellationToken)
    {
        var file = WorkloadFile.Open(input.GetValue(_workload));
        var stack = input.GetValue(_baseStack) ?? file.BaseStackName(machine.Environment);
        var outputs = await machine.Clients.CloudFormation.OutputsAsync(stack, cancellationToken);
        if (outputs is null && file.BaseStack is not null)
            throw new UserErrorException(
                $"The workload's base stack is not installed: there is no stack {stack} in {machine.Clients.Region}. "
                    + $"Install {file.BaseStack} as {stack}, or name its stack with --base-stack."
            );

        // What is wrong with the workload is said before anything is built.
        outputs ??= new Dictionary<string, string>();
        var workload = await file.ReadAsync(machine.Clients, machine.Environment, outputs, cancellationToken);
        var packages = await _screen.NotingAsync(note =>
            _screen.StageAsync(Stage.BuildArtifacts, _ => file.BuildAsync(machine.Environment, cancellationToken, note))
        );
        var id = input.GetValue(_id) ?? ReleaseIds.New(file.Application);
        var outcome = await new Releaser(machine, _screen).ReleaseAsync(
            id,
            input.GetValue(_reason),
            new ReleaseDraft(workload, packages) { Accept = input.GetValue(_accept) ?? [] },
            cancellationToken
        );
        _screen.Output.ReleaseEnded(outcome);
        return outcome.ExitCode;
    }
}
