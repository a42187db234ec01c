namespace CodeRipple.Workflow.Contracts;

/// <summary>What identifies a release. Ids are the applications' own.</summary>
public sealed record ReleaseKey(string Application, string Id)
{
    // Step Functions, StartExecution.
    private const int LongestName = 80;
    private const int DigestLength = 12;

    /// <summary>
    /// Name of the execution that an event or a file starts for this release; names are the state machine's, so it has both.
    /// </summary>
    public string ExecutionName
    {
        get
        {
            // No application has an underscore in its name.
            var name = $"{Application}_{Id}";
            return name.Length <= LongestName ? name : $"{name[..(LongestName - 1 - DigestLength)]}-{Sha256.Of(name).Prefix(DigestLength)}";
        }
    }

    /// <summary>Null when no release can have this application or this id.</summary>
    public static ReleaseKey? TryCreate(string? application, string? id) =>
        application is not null
        && id is not null
        && Patterns.Fits(application, Patterns.Application)
        && Patterns.Fits(id, Patterns.ReleaseId)
            ? new ReleaseKey(application, id)
            : null;

    /// <summary>
    /// The release of an <see cref="ExecutionName"/>; null when it is not one. Of a long name that was cut, only the application is right.
    /// </summary>
    public static ReleaseKey? TryParse(string executionName) =>
        executionName.Split('_', 2) is [var application, var id] ? TryCreate(application, id) : null;
}
