using System.CommandLine;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Shows a release that runs or has ended, whoever started it.</summary>
internal sealed class WatchCommand : MachineCommand
{
    private readonly Screen _screen;
    private readonly Argument<string?> _release = new("release")
    {
        Description = "Id of the release, or name or ARN of its execution. [default: the newest]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _application = new("--application")
    {
        Description = "The application whose release it is. [default: any]",
    };

    public WatchCommand(Screen screen)
        : base(
            "watch",
            "Follow a release to its end; the exit code is the release's.",
            "coderipple watch",
            "coderipple watch shop-20261121-101500 --environment production",
            "coderipple watch --application shop"
        )
    {
        _screen = screen;
        Arguments.Add(_release);
        AddOptions(_application, Environment, Region);
    }

    protected override async Task<ExitCode> RunAsync(ReleaseMachine machine, ParseResult input, CancellationToken cancellationToken)
    {
        var execution = await FindAsync(machine, input.GetValue(_release), input.GetValue(_application), cancellationToken);
        var id = ExecutionArn.TryParse(execution, out var arn) ? arn.Name : execution;
        try
        {
            var releaser = new Releaser(machine, _screen);
            var outcome = await releaser.FollowAsync(id, progress => releaser.Runs.FollowAsync(execution, progress, cancellationToken));
            _screen.Output.ReleaseEnded(outcome);
            return outcome.ExitCode;
        }
        catch (ExecutionDoesNotExistException e)
        {
            throw new UserErrorException(
                $"There is no execution {id} of the release machine in {machine.Environment}. See: coderipple history",
                e
            );
        }
    }

    private static async Task<string> FindAsync(
        ReleaseMachine machine,
        string? release,
        string? application,
        CancellationToken cancellationToken
    )
    {
        if (release?.StartsWith("arn:", StringComparison.Ordinal) == true)
            return release;
        if (application is not null)
            return await FindAsync(machine.Store.Ledger, machine.Environment, application, release, cancellationToken);
        var newest = await machine.Clients.StepFunctions.ListExecutionsAsync(
            new ListExecutionsRequest { StateMachineArn = machine.ReleaseStateMachineArn, MaxResults = 100 },
            cancellationToken
        );
        var executions = newest.Executions ?? [];
        if (release is null)
            return executions.FirstOrDefault()?.ExecutionArn
                ?? throw new UserErrorException($"There is no release in {machine.Environment} yet.");
        // What an event started is named after its application, too.
        return executions.FirstOrDefault(e => e.Name == release || e.Name.EndsWith($"_{release}", StringComparison.Ordinal))?.ExecutionArn
            ?? machine.ExecutionArn(release);
    }

    /// <summary>The execution of a release of an application: the newest, unless an id is given.</summary>
    internal static async Task<string> FindAsync(
        ReleaseLedger ledger,
        string environment,
        string application,
        string? release,
        CancellationToken cancellationToken
    )
    {
        var record = release is null
            ? await NewestAsync(ledger, environment, application, cancellationToken)
            : await ledger.FindRecordAsync(new ReleaseKey(application, release), cancellationToken);
        return record?.ExecutionArn
            ?? throw new UserErrorException(
                $"There is no release {(release is null ? "" : $"{release} ")}of {application} in {environment}. "
                    + $"See: coderipple history --application {application}"
            );
    }

    private static async Task<ReleaseRecord?> NewestAsync(
        ReleaseLedger ledger,
        string environment,
        string application,
        CancellationToken cancellationToken
    ) => await ledger.HistoryAsync(application, environment, 1, cancellationToken) is [var newest, ..] ? newest : null;
}
