using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>What the template passes to CreateProbe.</summary>
/// <param name="RoleArn">Execution role of every probe; it may write logs, nothing else.</param>
/// <param name="LogGroup">Shared by all probes, so that none leaves a log group of its own behind.</param>
public sealed record ProbeSettings(string RoleArn, string LogGroup)
{
    public static ProbeSettings FromEnvironment() => new(StepSettings.Read("PROBE_ROLE_ARN"), StepSettings.Read("PROBE_LOG_GROUP"));
}
