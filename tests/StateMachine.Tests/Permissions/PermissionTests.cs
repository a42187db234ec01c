using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>
/// No permission of template.yaml is missing or unused: the actions of each role are exactly those that its code can need. So taking
/// any one of them away, or adding one, fails a test here; that their resources and conditions fit is shown by every rehearsal.
/// </summary>
public sealed partial class PermissionTests
{
    /// <summary>SAM gives these to every function (AWSLambdaBasicExecutionRole).</summary>
    private static readonly string[] OfEveryFunction = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

    /// <summary>Calls in code that several steps share, which this step never gets to.</summary>
    private static readonly HashSet<(string Step, string Action)> NeverReached =
    [
        // An alias that is there is left alone, so there is none whose revision could be passed.
        ("AdoptFunction", "lambda:UpdateAlias"),
        // Only a rollback of a first release leaves no current release behind.
        ("CompleteRelease", "dynamodb:DeleteItem"),
    ];

    private static readonly Dictionary<string, string[]> OfTask = new()
    {
        // The topic is encrypted: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
        ["sns:publish"] = ["sns:Publish", "kms:GenerateDataKey", "kms:Decrypt"],
        ["events:putEvents"] = ["events:PutEvents"],
        ["dynamodb:deleteItem"] = ["dynamodb:DeleteItem"],
        // https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html#connect-stepfunctions-iam
        ["states:startExecution.sync:2"] =
        [
            "states:StartExecution",
            "states:DescribeExecution",
            "states:StopExecution",
            "events:PutTargets",
            "events:PutRule",
            "events:DescribeRule",
        ],
    };

    /// <summary>https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html and …/xray-iam.html</summary>
    private static readonly string[] OfEveryMachine =
    [
        "logs:CreateLogDelivery",
        "logs:GetLogDelivery",
        "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups",
        "xray:PutTraceSegments",
        "xray:PutTelemetryRecords",
        "xray:GetSamplingRules",
        "xray:GetSamplingTargets",
    ];

    /// <summary>Roles that neither a step nor a state machine runs with.</summary>
    private static readonly Dictionary<string, string[]> OfOtherRoles = new()
    {
        ["ProbeRole"] = ["logs:CreateLogStream", "logs:PutLogEvents"],
        ["HealthCheckRuleRole"] = ["states:StartExecution"],
        // A schedule, unlike a rule, also sends with its role what it could not deliver.
        ["HealthCheckScheduleRole"] = ["states:StartExecution", "sqs:SendMessage"],
    };

    public static TheoryData<string> Steps => [.. Template.OfType("AWS::Serverless::Function").Select(r => r.Key)];

    public static TheoryData<string> Machines => [.. Template.OfType("AWS::Serverless::StateMachine").Select(r => r.Key)];

    [Theory, MemberData(nameof(Steps))]
    public void A_step_may_do_exactly_what_its_code_can_do(string step) =>
        AssertSame(
            step,
            NeededActions.Of(step).Except(OfEveryFunction).Where(action => !NeverReached.Contains((step, action))),
            RolePolicy.ActionsOf(step)
        );

    [Theory, MemberData(nameof(Machines))]
    public void A_state_machine_may_do_exactly_what_its_states_do(string machine)
    {
        var file = Path.GetFileName((string)RolePolicy.Properties(machine)["DefinitionUri"]!).Split('.')[0];
        var tasks = Definition
            .Of(file)
            .States.Where(state => state.Type == "Task")
            .Select(state => (string)state.Body["Resource"]!)
            .Distinct();
        AssertSame(
            machine,
            tasks.SelectMany(ActionsOf).Concat(OfEveryMachine).Distinct(),
            RolePolicy.ActionsOf(RolePolicy.RoleOf(machine))
        );
    }

    [Fact]
    public void Every_other_role_may_do_what_it_is_for()
    {
        var machines = Template.OfType("AWS::Serverless::StateMachine").Select(r => RolePolicy.RoleOf(r.Key));
        var others = Template.OfType("AWS::IAM::Role").Select(r => r.Key).Except(machines).ToList();
        Assert.Equal(OfOtherRoles.Keys.Order(), others.Order());
        Assert.All(others, role => AssertSame(role, OfOtherRoles[role], RolePolicy.ActionsOf(role)));
    }

    [Fact]
    public void What_is_said_to_be_never_reached_is_called_by_the_code_and_not_allowed()
    {
        Assert.All(NeverReached, never => Assert.Contains(never.Action, NeededActions.Of(never.Step)));
        Assert.All(NeverReached, never => Assert.DoesNotContain(never.Action, RolePolicy.ActionsOf(never.Step)));
    }

    private static IEnumerable<string> ActionsOf(string resource) =>
        StepToken().IsMatch(resource)
            ? ["lambda:InvokeFunction"]
            : OfTask[resource[(resource.IndexOf(":::", StringComparison.Ordinal) + 3)..]];

    private static void AssertSame(string who, IEnumerable<string> needed, IEnumerable<string> allowed)
    {
        var (lacking, unused) = (needed.Except(allowed).ToList(), allowed.Except(needed).ToList());
        Assert.True(lacking.Count == 0, $"template.yaml does not let {who} do what it does: {string.Join(", ", lacking)}");
        Assert.True(unused.Count == 0, $"template.yaml lets {who} do what it never does: {string.Join(", ", unused)}");
    }

    [GeneratedRegex(@"^\$\{\w+Arn\}$")]
    private static partial Regex StepToken();
}
