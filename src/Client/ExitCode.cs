namespace CodeRipple.Workflow.Client;

/// <summary>What the process returns to its caller.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>The release failed and everything is as it was before, or a check of the infrastructure failed.</summary>
    Failed = 1,

    /// <summary>Nothing was touched: the request, the command line or the machine is not as it must be, and the user can fix it.</summary>
    Refused = 2,

    /// <summary>The release failed and not everything could be restored. Manual intervention is required.</summary>
    RollbackFailed = 3,

    Bug = 70,

    /// <summary>128 + SIGINT, as shells have it.</summary>
    Interrupted = 130,
}
