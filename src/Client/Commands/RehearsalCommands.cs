namespace CodeRipple.Workflow.Client.Commands;

/// <summary>The commands that rehearse: one program lists them, another one runs them.</summary>
internal static class RehearsalCommands
{
    /// <summary>The other one, relative to the folder of this one.</summary>
    public const string Program = "rehearsal/coderipple-rehearsal.dll";

    public const string Rehearse = "rehearse";

    public const string RehearseDescription =
        "Release a workload on the local AWS: same template, same state machines, same steps. No account needed.";

    public const string Local = "local";

    public const string LocalDescription = "The local AWS with the release machine installed. No account needed.";
}
