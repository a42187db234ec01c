using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>A method of an API that points to a function of the release.</summary>
/// <param name="Api">The API as the request names it, for people.</param>
/// <param name="ResourceId">The API's id of the path.</param>
/// <param name="Change">False when the stage leads to the alias already.</param>
public sealed record PlannedRoute(
    string ApiId,
    string Api,
    string Stage,
    string ResourceId,
    string Method,
    string Path,
    string Function,
    bool Change
)
{
    /// <summary>The integration leads to the alias by a variable of the stage, so it stays as it is.</summary>
    public bool ByStageVariable { get; init; }

    [JsonIgnore]
    public string Name => $"{Method} {Path}";
}

/// <summary>A statement in the policy of an alias by which a stage of an API may invoke it.</summary>
/// <param name="SourceArn">Pattern of the methods that may; it covers all routes of the stage to this function.</param>
/// <param name="Change">False when the statement is there already.</param>
public sealed record PlannedStatement(string Function, string SourceArn, bool Change);

/// <summary>A statement that a release has made and that no route needs any more.</summary>
public sealed record StaleStatement(string Function, string Statement);

/// <summary>Something that invokes a function past its alias and is turned to the alias.</summary>
/// <param name="Name">Name of the trigger within its kind, as the journal has it.</param>
/// <param name="SourceArn">What the alias must give permission to; null when the trigger has a role of its own or reads by itself.</param>
public sealed record PlannedTrigger(TriggerKind Kind, string Name, string Function, string? SourceArn);

[JsonConverter(typeof(JsonStringEnumConverter<TriggerKind>))]
public enum TriggerKind
{
    /// <summary>A target of an EventBridge rule; the name is <c>bus/rule/target</c>.</summary>
    RuleTarget,

    /// <summary>A schedule of EventBridge Scheduler; the name is <c>group/schedule</c>.</summary>
    Schedule,

    /// <summary>An event source mapping; the name is its UUID.</summary>
    EventSourceMapping,
}
