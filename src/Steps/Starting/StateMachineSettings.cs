using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Starting;

/// <summary>What the template passes to StartRelease: the ARNs of the state machines.</summary>
public sealed record StateMachineSettings(string Release, string Rollback)
{
    public static StateMachineSettings FromEnvironment() =>
        new(StepSettings.Read("RELEASE_STATE_MACHINE"), StepSettings.Read("ROLLBACK_STATE_MACHINE"));
}
