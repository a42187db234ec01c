namespace CodeRipple.Workflow.Client;

/// <summary>What the process tells its caller.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>The release failed and everything is as it was before, or a check of the infrastructure failed.</summary>
    Failed = 1,

    /// <summary>Nothing was touched: the request, the command line or the machine is not as it must be, and the user can mend it.</summary>
    Refused = 2,

    /// <summary>The release failed and not everything could be put back. A person is needed.</summary>
    RollbackFailed = 3,

    Bug = 70,

    /// <summary>128 + SIGINT, as shells have it.</summary>
    Interrupted = 130,
}
