using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// The infrastructure that the functions depend on, as it must be found before and after a release and by the health check. Every part is
/// optional:
/// what is left out is derived from the functions.
/// </summary>
public sealed record Infrastructure
{
    [Description("What is expected of functions beyond the defaults. Every function of the request is checked, named here or not.")]
    [ItemCount(1000)]
    public IReadOnlyList<FunctionExpectation> Functions { get; set; } = [];

    [Description("DynamoDB tables. Default: those named by environment variables of the functions that end in TABLE.")]
    [ItemCount(200)]
    public IReadOnlyList<TableExpectation> Tables { get; set; } = [];

    [Description("EventBridge rules.")]
    [ItemCount(500)]
    public IReadOnlyList<RuleExpectation> Rules { get; set; } = [];

    [Description("Sample events that are really sent, each with the effect that must be seen. What it leaves behind is removed again.")]
    [ItemCount(20)]
    public IReadOnlyList<CustomEventExpectation> CustomEvents { get; set; } = [];

    [Description("Which parts of the security are checked, and what is known and accepted.")]
    public SecurityExpectation Security { get; set; } = new();

    [Description("Limits that measured values are held against.")]
    public CheckLimits Limits { get; set; } = new();
}

/// <summary>What is expected of one function.</summary>
public sealed record FunctionExpectation
{
    [Description("One of this request's functions.")]
    public required string Name { get; init; }

    [Description("Event of the synthetic invocation through the alias. Default: the one of the first smoke test.")]
    public System.Text.Json.Nodes.JsonNode? Event { get; set; }

    [Description("What the answer must contain, as in smoke tests. Default: what the first smoke test expects, unless event is given.")]
    public System.Text.Json.Nodes.JsonNode? Expect { get; set; }

    [Description("Whether the function is really invoked.")]
    public bool Synthetic { get; set; } = true;

    [Description("Services that must be allowed to invoke the function's alias by its resource policy, such as apigateway.amazonaws.com.")]
    [ItemCount(20)]
    public IReadOnlyList<string> InvokedBy { get; set; } = [];

    [Description("Names of alarms that must be there. Default: at least one alarm that watches the function.")]
    [ItemCount(20)]
    public IReadOnlyList<string> Alarms { get; set; } = [];
}

/// <summary>What is expected of one DynamoDB table.</summary>
public sealed record TableExpectation
{
    [Description("Name of the table.")]
    [RegularExpression(Patterns.Table, ErrorMessage = Patterns.TableRule)]
    public required string Name { get; init; }

    [Description("Name of the partition key. Default: any.")]
    public string? PartitionKey { get; set; }

    [Description("Name of the sort key; without it, and with a partition key given, there must be none.")]
    public string? SortKey { get; set; }

    [Description("Billing mode.")]
    [AllowedValues("PAY_PER_REQUEST", "PROVISIONED")]
    public string BillingMode { get; set; } = "PAY_PER_REQUEST";

    [Description("kms: encrypted with a key of this account, whose use is logged. any: AWS's own key, which every table has, is enough.")]
    [AllowedValues("kms", "any")]
    public string Encryption { get; set; } = "kms";

    [Description("Whether point-in-time recovery must be on.")]
    public bool PointInTimeRecovery { get; set; } = true;

    [Description("Whether deletion protection must be on.")]
    public bool DeletionProtection { get; set; } = true;

    [Description(
        "Functions that use the table, and what their roles must allow on it. Default: functions that have its name in an environment variable must be allowed anything at all."
    )]
    [ItemCount(100)]
    public IReadOnlyList<TableUse> UsedBy { get; set; } = [];
}

public sealed record TableUse
{
    [Description("One of this request's functions.")]
    public required string Function { get; init; }

    [Description("IAM actions, such as dynamodb:PutItem.")]
    [ItemCount(20, Minimum = 1)]
    public required IReadOnlyList<string> Actions { get; init; }
}

/// <summary>What is expected of one EventBridge rule.</summary>
public sealed record RuleExpectation
{
    [Description("Name of the rule.")]
    [RegularExpression("^[.A-Za-z0-9_-]{1,64}$", ErrorMessage = "must be 1 to 64 letters, digits, dots, hyphens or underscores")]
    public required string Name { get; init; }

    [Description("The event bus. Default: the account's default bus.")]
    public string Bus { get; set; } = "default";

    [Description("The schedule expression exactly as it must stand there: cron(…) or rate(…). Scheduled rules are in UTC.")]
    public string? Schedule { get; set; }

    [Description(
        "Days of the week on which a scheduled rule must run, and on no others. Default: those of the schedule. A schedule that other days than those of the week decide, as cron(0 6 L * ? *) or rate(2 days), has none."
    )]
    [ItemCount(7, Minimum = 1)]
    public IReadOnlyList<string>? Days { get; set; }

    [Description("Functions of this request that the rule must invoke, through the alias.")]
    [ItemCount(5)]
    public IReadOnlyList<string> Targets { get; set; } = [];

    [Description("Whether every target must have a dead-letter queue, so that no event gets lost unseen.")]
    public bool DeadLetters { get; set; } = true;
}

/// <summary>A sample event and what it must bring about.</summary>
public sealed record CustomEventExpectation
{
    [Description("Name, for the messages.")]
    [RegularExpression(Patterns.TestName, ErrorMessage = Patterns.TestNameRule)]
    public required string Name { get; init; }

    [Description("The event bus.")]
    public required string Bus { get; init; }

    [Description("Source of the event.")]
    [RegularExpression(
        @"^(?!aws\.).{1,256}$",
        ErrorMessage = "must be 1 to 256 characters and not begin with \"aws.\", which is AWS's own"
    )]
    public required string Source { get; init; }

    [Description("Detail type of the event.")]
    [StringLength(128, MinimumLength = 1)]
    public required string DetailType { get; init; }

    [Description("Detail of the event.")]
    public System.Text.Json.Nodes.JsonNode? Detail { get; set; }

    [Description("The rule on the bus that must match the event.")]
    public required string Rule { get; init; }

    [Description("The item that the event must leave in a table.")]
    public ItemEffect? Item { get; set; }

    [Description("The line that the event must leave in a function's log.")]
    public LogEffect? Log { get; set; }
}

/// <summary>
/// An item of a DynamoDB table. One value holds &lt;id&gt; (the event's id); any may hold &lt;date&gt; (yyyy-MM-dd),
/// &lt;clock&gt; (HH:mm:ss) and &lt;time&gt; of the event, in UTC.
/// </summary>
public sealed record ItemEffect
{
    [Description("Name of the table.")]
    public required string Table { get; init; }

    [Description(
        "The item's whole key; strings. One of them must hold <id> (the event's id): the item is deleted after the check. <date> (yyyy-MM-dd), <clock> (HH:mm:ss) and <time> of the event, in UTC, may be in them, too."
    )]
    public required IReadOnlyDictionary<string, string> Key { get; init; }

    /// <summary>Whether only the event itself can have made the item.</summary>
    [JsonIgnore]
    public bool IsOwn => Key.Values.Any(value => value.Contains(SentEvent.IdMark, StringComparison.Ordinal));
}

public sealed record LogEffect
{
    [Description("One of this request's functions.")]
    public required string Function { get; init; }

    [Description("Text that the line contains; must hold <id> (the event's id).")]
    public string Text { get; set; } = SentEvent.IdMark;

    /// <summary>Whether only the event itself can have made the line.</summary>
    [JsonIgnore]
    public bool IsOwn => Text.Contains(SentEvent.IdMark, StringComparison.Ordinal);
}

public sealed record SecurityExpectation
{
    [Description("Names of environment variables that look like secrets and are none.")]
    [ItemCount(100)]
    public IReadOnlyList<string> KnownVariables { get; set; } = [];

    [Description("ARNs of SNS topics that must be encrypted, besides the one of the notifications.")]
    [ItemCount(50)]
    public IReadOnlyList<string> Topics { get; set; } = [];

    [Description("S3 buckets that must be encrypted, besides the one of the releases.")]
    [ItemCount(50)]
    public IReadOnlyList<string> Buckets { get; set; } = [];
}

public sealed record CheckLimits
{
    [Description("Milliseconds that a read of a table may take: the median of five reads, after a first one that does not count.")]
    [Range(1, 60_000)]
    public int TableReadMs { get; set; } = 1000;

    [Description(
        "Percent of its timeout that a function may use in the synthetic invocation. "
            + "One that uses more is invoked three times more: then their median counts."
    )]
    [Range(1, 100)]
    public int TimeoutPercent { get; set; } = 90;

    [Description("Seconds after which a synthetic invocation is given up.")]
    [Range(1, 600)]
    public int InvocationSeconds { get; set; } = 60;

    [Description("Seconds within which a custom event must have its effect.")]
    [Range(1, 300)]
    public int EventSeconds { get; set; } = 120;
}
