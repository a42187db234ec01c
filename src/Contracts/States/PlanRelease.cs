namespace CodeRipple.Workflow.Contracts;

/// <summary>What the states after PlanRelease work on: names only, the rest is in the plan.</summary>
public sealed record PlannedRelease
{
    public required bool HasChanges { get; init; }

    /// <summary>Functions that exist but have no alias yet, or do not belong to the application yet.</summary>
    public IReadOnlyList<string> Adopt { get; set; } = [];

    /// <summary>Layers to publish.</summary>
    public IReadOnlyList<string> Layers { get; set; } = [];

    /// <summary>Probes to run.</summary>
    public IReadOnlyList<string> Probes { get; set; } = [];

    /// <summary>Functions to create or update.</summary>
    public IReadOnlyList<ChangedFunction> Functions { get; set; } = [];

    /// <summary>Parts of the infrastructure to check before and after.</summary>
    public IReadOnlyList<string> Checks { get; set; } = [];

    /// <summary>End-to-end tests to run.</summary>
    public IReadOnlyList<string> EndToEndTests { get; set; } = [];
}

public sealed record ChangedFunction(string Name, bool IsNew);

/// <summary>The input of most steps.</summary>
public sealed record ReleaseInput
{
    public required ReleaseReference Release { get; init; }
}

/// <summary>Input of RouteApi.</summary>
public sealed record RouteApiInput
{
    public required ReleaseReference Release { get; init; }

    /// <summary>Whether it is the turn of the functions that this release created, or of all others.</summary>
    public required bool NewFunctions { get; init; }
}

/// <summary>The input of a step that works on one item of a Map state.</summary>
public sealed record ItemInput
{
    public required ReleaseReference Release { get; init; }

    /// <summary>Name of the layer, probe, function or test.</summary>
    public required string Name { get; init; }
}

/// <summary>The small answer of a step that works on one item: what it did, for the person who reads the graph.</summary>
public sealed record ItemResult(string Name, string Outcome);
