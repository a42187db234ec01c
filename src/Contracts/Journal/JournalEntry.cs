using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>What stood there before a change; written before the change is made.</summary>
public sealed record JournalEntry
{
    public required JournalPhase Phase { get; init; }

    public required ResourceId Resource { get; init; }

    /// <summary>The resource's state before the change; null when it did not exist.</summary>
    public JsonNode? Before { get; set; }

    /// <summary>Whether <see cref="Before"/> is not what the releases had left: somebody had changed it by hand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool BeforeIsEdit { get; set; }

    /// <summary>The state that a change under way is to make; null when only the outcome can show it.</summary>
    public JsonNode? Target { get; set; }

    /// <summary>The resource's revision when the change was about to begin; null when the service keeps none.</summary>
    public string? Revision { get; set; }

    /// <summary>The state that the release made last; absent while its first change may or may not have happened.</summary>
    public JsonNode? After { get; set; }

    /// <summary>
    /// Whether <see cref="After"/> is the last word: false while a change, the first or a later one, may or may not have happened.
    /// </summary>
    public bool Done { get; set; }

    /// <summary>What the resource must be as long as nobody but the release changes it.</summary>
    [JsonIgnore]
    public JsonNode? Expected => Done || After is not null ? After : Before;

    public required DateTimeOffset At { get; init; }

    /// <summary>Sort key: entries sort in the order of the phases.</summary>
    [JsonIgnore]
    public string SortKey => KeyOf(Phase, Resource);

    public static string KeyOf(JournalPhase phase, ResourceId resource) => $"{LedgerKeys.JournalPrefix}{(int)phase:00}#{resource}";
}

/// <summary>The order in which a release changes things. A rollback takes the phases backwards: traffic first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalPhase>))]
public enum JournalPhase
{
    Adoption = 10,

    /// <summary>Permissions on aliases, and integrations that no stage has yet: nothing that a caller notices.</summary>
    Routing = 20,

    /// <summary>
    /// Stages, rules, schedules and mappings turn to the aliases; a rollback turns them first and takes the permissions after.
    /// </summary>
    Switching = 30,

    /// <summary>
    /// Statements that no route needs any more are removed; a rollback puts them back before it turns the stages that need them.
    /// </summary>
    Tidying = 35,
    Probes = 40,
    Functions = 50,
    Monitoring = 60,
    Traffic = 70,

    /// <summary>As <see cref="Routing"/>, for functions whose alias is made by the traffic shift.</summary>
    NewRouting = 80,

    /// <summary>As <see cref="Switching"/>, for functions whose alias is made by the traffic shift.</summary>
    NewSwitching = 90,
}

/// <param name="Kind">One of <see cref="ResourceKinds"/>.</param>
/// <param name="Name">Name of the resource within its kind.</param>
public sealed record ResourceId(string Kind, string Name)
{
    public override string ToString() => $"{Kind}:{Name}";
}

/// <summary>Kinds of resources that a release changes.</summary>
public static class ResourceKinds
{
    /// <summary>That a function exists at all.</summary>
    public const string Function = "function";

    /// <summary>Which application and environment a function belongs to.</summary>
    public const string FunctionOwner = "function-owner";

    /// <summary>Configuration of <c>$LATEST</c>.</summary>
    public const string FunctionConfiguration = "function-configuration";

    /// <summary>Code of <c>$LATEST</c>.</summary>
    public const string FunctionCode = "function-code";

    /// <summary>Where an alias points to; the name is <c>function:alias</c>.</summary>
    public const string Alias = "alias";

    /// <summary>A statement in the policy of an alias; the name is <c>function:alias/statement</c>.</summary>
    public const string AliasPermission = "alias-permission";

    /// <summary>What stands behind a method of a REST API; the name is <c>api/resource/METHOD</c>.</summary>
    public const string ApiIntegration = "api-integration";

    /// <summary>Which deployment a stage serves; the name is <c>api/stage</c>.</summary>
    public const string ApiStageDeployment = "api-stage-deployment";

    /// <summary>A target of an EventBridge rule; the name is <c>bus/rule/target</c>.</summary>
    public const string RuleTarget = "rule-target";

    /// <summary>A schedule of EventBridge Scheduler; the name is <c>group/schedule</c>.</summary>
    public const string Schedule = "schedule";

    /// <summary>Which function an event source mapping invokes; the name is its UUID.</summary>
    public const string EventSourceMapping = "event-source-mapping";

    /// <summary>Definition of a metric alarm, without its state.</summary>
    public const string Alarm = "alarm";

    /// <summary>How long a log group keeps its events; the name is the group's.</summary>
    public const string LogRetention = "log-retention";
}
