using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Health;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.Local;
using CodeRipple.Workflow.Rehearsal.Output;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.Rehearsal.Commands;

/// <summary>Releases the workload on a local AWS made for it, once or, with a scenario, twice.</summary>
internal sealed class RehearseCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly RehearsalScreen _rehearsal;
    private readonly Option<string?> _workload = CommonOptions.Workload();
    private readonly Option<string> _environment = CommonOptions.Environment();
    private readonly Option<string?> _steps = CommonOptions.StepRuntime();
    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "After a good release, run this one: see --list-scenarios.",
        // Instead of all names, which are wider than a terminal.
        HelpName = "scenario",
    };
    private readonly Option<bool> _list = new("--list-scenarios") { Description = "List the scenarios and stop." };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the local AWS running afterwards, until Ctrl-C." };

    public RehearseCommand(Screen screen)
        : base(
            RehearsalCommands.Rehearse,
            RehearsalCommands.RehearseDescription,
            "coderipple rehearse",
            "coderipple rehearse --scenario function-crashes",
            "coderipple rehearse --workload ../shop/coderipple.json --keep"
        )
    {
        _screen = screen;
        _rehearsal = new RehearsalScreen(screen);
        _scenario.CompletionSources.Add(_ =>
            Scenario
                .All.Select(s => s.Name)
                .Concat(Defect.All.Select(d => d.Name))
                .Select(n => new System.CommandLine.Completions.CompletionItem(n))
        );
        Options.Add(_workload);
        Options.Add(_environment);
        Options.Add(_steps);
        Options.Add(_scenario);
        Options.Add(_list);
        Options.Add(_keep);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        if (input.GetValue(_list))
        {
            _rehearsal.Output.ScenarioList(Scenario.All, Defect.All);
            return ExitCode.Done;
        }

        var defect = input.GetValue(_scenario) is { } planted ? Defect.Find(planted) : null;
        var scenario = defect is null && input.GetValue(_scenario) is { } name ? Scenario.Find(name) : null;
        var workload = WorkloadFile.Open(input.GetValue(_workload));
        await using var rehearsal = await RehearsalEnvironment.StartAsync(
            workload,
            input.GetValue(_environment)!,
            StepRuntime.Choose(input.GetValue(_steps)),
            _screen,
            cancellationToken
        );
        var code = defect is null
            ? await RunAsync(rehearsal, scenario, cancellationToken)
            : await PlantAsync(rehearsal, defect, cancellationToken);
        if (input.GetValue(_keep))
        {
            _rehearsal.RehearsalKept(rehearsal.Stack.Host.Endpoint);
            await Signals.WaitAsync(cancellationToken);
            _rehearsal.LocalStopping();
        }

        return code;
    }

    private async Task<ExitCode> RunAsync(RehearsalEnvironment rehearsal, Scenario? scenario, CancellationToken cancellationToken)
    {
        var changed = scenario?.Change(rehearsal.Release);
        var good = await rehearsal.ReleaseAsync("rehearsal", "Rehearsal", rehearsal.Release, cancellationToken);
        if (scenario is null || good.Status != ReleaseStatus.Succeeded)
        {
            _rehearsal.Output.ReleaseEnded(good, Differences(rehearsal));
            return good.ExitCode;
        }

        _screen.ReleaseEnded(good);
        _rehearsal.ScenarioBegins(scenario);
        var before = await ReadLiveAsync(rehearsal, cancellationToken);
        var (released, outcome, users) = await new ScenarioRun(rehearsal.Stack.Clients, scenario, changed!, TimeProvider.System).RunAsync(
            draft => ReleaseAsync(rehearsal, scenario, draft, cancellationToken),
            cancellationToken
        );
        var live = (await ReadLiveAsync(rehearsal, cancellationToken)).Compare(before, released);
        _rehearsal.Output.ScenarioEnded(scenario, outcome, live, Differences(rehearsal), users);
        return scenario.EndsAsItMust(outcome, live) ? outcome.ExitCode : ExitCode.Bug;
    }

    private async Task<ExitCode> PlantAsync(RehearsalEnvironment rehearsal, Defect defect, CancellationToken cancellationToken)
    {
        var good = await rehearsal.ReleaseAsync("rehearsal", "Rehearsal", rehearsal.Release, cancellationToken);
        if (good.Status != ReleaseStatus.Succeeded)
        {
            _rehearsal.Output.ReleaseEnded(good, Differences(rehearsal));
            return good.ExitCode;
        }

        _screen.ReleaseEnded(good);
        _rehearsal.DefectPlanted(defect);
        await defect.PlantAsync(rehearsal.Stack.Clients, rehearsal.Release.Workload, cancellationToken);
        var state = await CheckAsync(rehearsal, cancellationToken);
        var found = state.Failing.Any(f => f.Id == defect.CheckId);
        _rehearsal.Output.DefectEnded(defect, state, found);
        return found ? ExitCode.Failed : ExitCode.Bug;
    }

    private async Task<HealthState> CheckAsync(RehearsalEnvironment rehearsal, CancellationToken cancellationToken)
    {
        using var progress = _screen.FollowCheck(rehearsal.Machine.Environment);
        var application = rehearsal.Release.Workload.Application;
        return (await new HealthChecks(rehearsal.Machine).RunAsync("rehearsal", application, progress, cancellationToken))[0];
    }

    private static async Task<ReleaseOutcome> ReleaseAsync(
        RehearsalEnvironment rehearsal,
        Scenario scenario,
        ReleaseDraft draft,
        CancellationToken cancellationToken
    )
    {
        var id = $"rehearsal-{scenario.Name}";
        if (!scenario.ByEvent)
            return await rehearsal.ReleaseAsync(id, scenario.Does, draft, cancellationToken);
        await using var bus = await ReleaseBus.ListenAsync(rehearsal.Machine, TimeProvider.System, cancellationToken);
        var outcome = await rehearsal.ReleaseByEventAsync(id, scenario.Does, draft, bus, cancellationToken);
        await bus.ExpectOneOutcomeAsync(outcome.Record ?? throw new UserErrorException($"Release {id} has no record."), cancellationToken);
        return outcome;
    }

    private static IReadOnlyList<RuntimeDifference> Differences(RehearsalEnvironment rehearsal) =>
        RuntimeDifference.Of(rehearsal.Stack.Host.Runtimes);

    private static Task<LiveState> ReadLiveAsync(RehearsalEnvironment rehearsal, CancellationToken cancellationToken)
    {
        var workload = rehearsal.Release.Workload;
        return LiveState.ReadAsync(
            rehearsal.Stack.Clients.Lambda,
            workload.Functions.Select(f => f.Name),
            workload.Alias,
            cancellationToken
        );
    }
}
