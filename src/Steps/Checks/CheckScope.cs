using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>What one run of checks looks at.</summary>
public sealed record CheckScope
{
    public required ReleaseReference Release { get; init; }

    /// <summary>What is declared.</summary>
    public required ReleaseRequest Request { get; init; }

    /// <summary>What is live while the release has not begun; its tests are for the code that answers then.</summary>
    public ReleaseRequest? LiveRequest { get; init; }

    /// <summary>Functions that the release is about to create: there is nothing to look at yet.</summary>
    public IReadOnlySet<string> PendingFunctions { get; init; } = new HashSet<string>();

    /// <summary>Tables that functions are given by a variable.</summary>
    public IReadOnlyList<PlannedTable> Tables { get; init; } = [];

    /// <summary>Methods of APIs that point to functions, with the ids of their APIs.</summary>
    public IReadOnlyList<PlannedRoute> Routes { get; init; } = [];

    public required string Run { get; init; }

    /// <summary>Number of the batch within its kind.</summary>
    public required int Number { get; init; }

    public Infrastructure Declared => Request.Infrastructure;

    public string Alias => Request.Alias;

    public CheckLimits Limits => Declared.Limits;
}

/// <summary>The checks of one kind of component.</summary>
public interface ICheckSuite
{
    string Kind { get; }

    /// <exception cref="EffectPendingException">Ask again in a moment.</exception>
    Task RunAsync(CheckScope scope, CheckLog log);
}
