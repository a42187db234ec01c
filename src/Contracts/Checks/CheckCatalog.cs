namespace CodeRipple.Workflow.Contracts;

/// <summary>A named check: what must hold, and what to do when it does not.</summary>
/// <param name="Id">Kind of component, dot, what must hold.</param>
/// <param name="Remedy">What to do when it failed, in one sentence.</param>
public sealed record CheckDefinition(string Id, string Remedy);

/// <summary>Every check of the infrastructure. docs/infrastructure-checks.md says which criterion each one proves.</summary>
public static class CheckCatalog
{
    public static readonly CheckDefinition FunctionActive = new(
        "function.active",
        "Look at the function's state reason; release it again, or delete and release it when its creation failed."
    );
    public static readonly CheckDefinition FunctionUpdated = new(
        "function.updated",
        "Release the function again; what is live is the state before the failed update."
    );
    public static readonly CheckDefinition FunctionExecutable = new(
        "function.executable",
        "Read the function's log of this moment; roll back or release a version that runs."
    );
    public static readonly CheckDefinition FunctionResponse = new(
        "function.response",
        "Compare the answer with the expected part; roll back, or fix the expectation when the answer is right."
    );
    public static readonly CheckDefinition FunctionInTime = new(
        "function.in-time",
        "Raise the function's timeout or memorySize in the request, or find out what it waits for."
    );
    public static readonly CheckDefinition FunctionRole = new(
        "function.role",
        "Make the execution role again, with lambda.amazonaws.com in its trust policy."
    );
    public static readonly CheckDefinition FunctionPermissions = new(
        "function.permissions",
        "Add the permission to the alias: aws lambda add-permission --qualifier ALIAS --principal SERVICE --source-arn …."
    );
    public static readonly CheckDefinition FunctionLogGroup = new(
        "function.log-group",
        "Make the log group with a retention; the execution role must be allowed to write to it."
    );
    public static readonly CheckDefinition FunctionAlarms = new(
        "function.alarms",
        "Make an alarm with an action on the function's errors; a release does it for the functions that it changes."
    );

    public static readonly CheckDefinition TableAccessible = new(
        "table.accessible",
        "Make the table, or restore it from its last backup: aws dynamodb restore-table-to-point-in-time."
    );
    public static readonly CheckDefinition TableKeySchema = new(
        "table.key-schema",
        "Make the table again with the declared keys, or declare the keys that are right."
    );
    public static readonly CheckDefinition TableBilling = new(
        "table.billing",
        "aws dynamodb update-table --billing-mode with the declared mode."
    );
    public static readonly CheckDefinition TableEncrypted = new(
        "table.encrypted",
        "aws dynamodb update-table --sse-specification Enabled=true,SSEType=KMS."
    );
    public static readonly CheckDefinition TableRecovery = new(
        "table.recovery",
        "aws dynamodb update-continuous-backups --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true."
    );
    public static readonly CheckDefinition TableDeletionProtection = new(
        "table.deletion-protection",
        "aws dynamodb update-table --deletion-protection-enabled."
    );
    public static readonly CheckDefinition TableAccess = new(
        "table.access",
        "Allow the named actions on this table in the function's execution role."
    );
    public static readonly CheckDefinition TableLatency = new(
        "table.latency",
        "Look at the table's throttles and the service's health; raise infrastructure.limits.tableReadMs when this is normal."
    );

    public static readonly CheckDefinition RuleEnabled = new(
        "rule.enabled",
        "aws events enable-rule, or make the rule again from its template."
    );
    public static readonly CheckDefinition RuleSchedule = new(
        "rule.schedule",
        "aws events put-rule with the declared schedule expression."
    );
    public static readonly CheckDefinition RuleDays = new(
        "rule.days",
        "Give the rule its declared schedule again: aws events put-rule; or declare the schedule and days that are right."
    );
    public static readonly CheckDefinition RuleNextRun = new(
        "rule.next-run",
        "Give the rule a schedule that has a next run; look at its year field."
    );
    public static readonly CheckDefinition RuleTargets = new(
        "rule.targets",
        "aws events put-targets with the function's alias; make the alias by a release when it is missing."
    );
    public static readonly CheckDefinition RuleAllowed = new(
        "rule.allowed",
        "Give the target a role that may invoke the alias, or the alias a permission for events.amazonaws.com with this rule as source."
    );
    public static readonly CheckDefinition RuleDeadLetters = new(
        "rule.dead-letters",
        "Give each target a dead-letter queue, so that events that cannot be delivered are kept."
    );

    public static readonly CheckDefinition EventMatches = new("event.matches", "Fix the event pattern of the rule, or the sample event.");
    public static readonly CheckDefinition EventObserved = new(
        "event.observed",
        "Follow the event: does the rule match, may it invoke its target, what does the target's log say, what lies in the dead-letter queue?"
    );
    public static readonly CheckDefinition EventCleaned = new("event.cleaned", "Delete the item that the sample event left behind.");

    public static readonly CheckDefinition ApiStage = new("api.stage", "Make the stage again, with a deployment of the API.");
    public static readonly CheckDefinition ApiRouted = new(
        "api.routed",
        "Release again: a release routes the method to the function's alias and deploys the API."
    );
    public static readonly CheckDefinition ApiAllowed = new(
        "api.allowed",
        "Release again, or: aws lambda add-permission --qualifier ALIAS --principal apigateway.amazonaws.com --source-arn …."
    );

    public static readonly CheckDefinition MonitoringFunctions = new(
        "monitoring.functions",
        "Give the named functions a log group and an alarm; a release does it for the functions that it changes."
    );
    public static readonly CheckDefinition MonitoringLayers = new(
        "monitoring.layers",
        "Give the functions that use the named layers a log group and an alarm."
    );

    public static readonly CheckDefinition SecurityRole = new(
        "security.role",
        "Replace the statement by the actions and resources that the function needs."
    );
    public static readonly CheckDefinition SecurityPolicy = new(
        "security.policy",
        "aws lambda remove-permission for the named statement; name the calling service and its source instead."
    );
    public static readonly CheckDefinition SecuritySecrets = new(
        "security.secrets",
        "Move the value to Secrets Manager or an encrypted parameter and pass its name; or list the variable under infrastructure.security.knownVariables."
    );
    public static readonly CheckDefinition SecurityTopic = new(
        "security.topic",
        "Encrypt the topic with a customer managed KMS key; alarms cannot publish to one with alias/aws/sns."
    );
    public static readonly CheckDefinition SecurityBucket = new("security.bucket", "aws s3api put-bucket-encryption.");

    /// <summary>That a component could be looked at, at all.</summary>
    public static readonly CheckDefinition CheckCompleted = new(
        "check.completed",
        "Read the log of the CheckInfrastructure step; then run the check again: coderipple check."
    );

    public static IReadOnlyList<CheckDefinition> All { get; } =
    [
        FunctionActive,
        FunctionUpdated,
        FunctionExecutable,
        FunctionResponse,
        FunctionInTime,
        FunctionRole,
        FunctionPermissions,
        FunctionLogGroup,
        FunctionAlarms,
        TableAccessible,
        TableKeySchema,
        TableBilling,
        TableEncrypted,
        TableRecovery,
        TableDeletionProtection,
        TableAccess,
        TableLatency,
        RuleEnabled,
        RuleSchedule,
        RuleDays,
        RuleNextRun,
        RuleTargets,
        RuleAllowed,
        RuleDeadLetters,
        EventMatches,
        EventObserved,
        EventCleaned,
        ApiStage,
        ApiRouted,
        ApiAllowed,
        MonitoringFunctions,
        MonitoringLayers,
        SecurityRole,
        SecurityPolicy,
        SecuritySecrets,
        SecurityTopic,
        SecurityBucket,
        CheckCompleted,
    ];
}
