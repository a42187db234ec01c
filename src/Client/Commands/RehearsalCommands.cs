namespace CodeRipple.Workflow.Client.Commands;

/// <summary>The commands that rehearse: one program lists them, another one runs them.</summary>
internal static class RehearsalCommands
{
    /// <summary>The other one, relative to the folder of this one.</summary>
    public const string Program = "rehearsal/coderipple-rehearsal.dll";

    public const string Rehearse = "rehearse";

    public const string RehearseDescription =
        "Release a workload on an AWS on this machine: same template, same state machine, same steps. No account needed.";

    public const string Local = "local";

    public const string LocalDescription = "An AWS on this machine with the release machine installed; no account needed.";
}
