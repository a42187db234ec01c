using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>A step changes only what is the stack's own or begins with a prefix: <c>role/*</c> is everything, too.</summary>
public sealed partial class ReachTests
{
    /// <summary>
    /// Triggers have names of their own, so a parameter bounds them that is empty by default. PassRole on them goes to EventBridge only.
    /// </summary>
    private static readonly string[] BoundedByTriggerPrefix = ["scheduler:UpdateSchedule", "iam:PassRole"];

    /// <summary>Conditions that hold what is changed against the functions that may be released.</summary>
    private static readonly string[] BoundingConditions = ["events:TargetArn", "lambda:FunctionArn"];

    private static readonly string[] Reading = ["Get", "List", "Describe", "Filter", "GET"];

    private static readonly IReadOnlyList<(string Step, JsonNode Statement)> Allowed =
    [
        .. Template
            .OfType("AWS::Serverless::Function")
            .SelectMany(step => RolePolicy.StatementsOf(step.Key).Select(statement => (step.Key, statement)))
            .Where(s => (string)s.statement["Effect"]! == "Allow"),
    ];

    [Fact]
    public void Nothing_may_be_changed_everywhere_in_the_account()
    {
        var everywhere =
            from allowed in Allowed
            where !IsBoundedByCondition(allowed.Statement)
            from action in Texts(allowed.Statement["Action"]!).Where(IsChange).Except(BoundedByTriggerPrefix)
            from resource in Texts(allowed.Statement["Resource"]!).Where(IsEverywhere)
            select $"{allowed.Step}: {action} on {resource}";

        Assert.Equal([], everywhere);
    }

    [Fact]
    public void Schedules_and_the_roles_of_triggers_are_bounded_by_a_parameter()
    {
        var resources = Allowed
            .Where(s => Texts(s.Statement["Action"]!).Any(BoundedByTriggerPrefix.Contains))
            .SelectMany(s => Texts(s.Statement["Resource"]!))
            .Where(IsEverywhere)
            .ToList();

        Assert.NotEmpty(resources);
        Assert.All(resources, resource => Assert.EndsWith("/${TriggerPrefix}*", resource, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*", true)]
    [InlineData("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*/*", true)]
    [InlineData("arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*", true)]
    [InlineData("arn:${AWS::Partition}:lambda:${AWS::Region}:*:layer:*:*", true)]
    [InlineData("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${TriggerPrefix}*", true)]
    [InlineData("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*/${TargetPrefix}*", false)]
    [InlineData("arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders", false)]
    public void An_asterisk_behind_the_kind_of_a_resource_is_everything(string resource, bool isEverything) =>
        Assert.Equal(isEverything, IsEverywhere(resource));

    private static bool IsBoundedByCondition(JsonNode statement) =>
        (statement["Condition"]?.AsObject() ?? []).SelectMany(c => c.Value!.AsObject()).Any(c => BoundingConditions.Contains(c.Key));

    private static bool IsChange(string action) => !Reading.Any(verb => action.Split(':')[1].StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Whether nothing behind the kind of the resource is given. A parameter that is empty by default gives nothing.</summary>
    private static bool IsEverywhere(string resource) =>
        resource.StartsWith("arn:", StringComparison.Ordinal)
        && Pseudo()
            .Replace(resource, "x")
            .Replace("${TriggerPrefix}", "", StringComparison.Ordinal)
            .Split(':', 6)[^1]
            .Split('/', ':')
            .Skip(1)
            .All(part => part.Trim('*').Length == 0);

    private static IEnumerable<string> Texts(JsonNode value) =>
        (value is JsonArray many ? many.Select(one => one!) : [value]).Select(one =>
            one is JsonObject reference ? (string?)reference["Fn::Sub"] ?? reference.ToJsonString() : (string)one!
        );

    [GeneratedRegex(@"\$\{AWS::\w+\}")]
    private static partial Regex Pseudo();
}
