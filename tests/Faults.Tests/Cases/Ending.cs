namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>How a release of the matrix ended, as its record says; the promises say what must be live then.</summary>
internal enum Ending
{
    Released,
    RolledBack,
    Rejected,

    /// <summary>Not everything is restored, or it could not be proven: people were notified.</summary>
    RollbackFailed,

    /// <summary>The release never had a record.</summary>
    Unrecorded,

    /// <summary>The record still says that it runs, although nothing does.</summary>
    InProgress,
}

internal static class Endings
{
    public static string InWords(this Ending ending) =>
        ending switch
        {
            Ending.Released => "released",
            Ending.RolledBack => "rolled back",
            Ending.Rejected => "rejected",
            Ending.RollbackFailed => "rollback failed",
            Ending.Unrecorded => "nothing begun",
            _ => "left open",
        };
}
