using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.StateMachine.Tests.Permissions;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>One state = one step class = one file = one resource = one token, under one name.</summary>
public sealed class TemplateTests
{
    private static readonly JsonObject Resources = Template.Resources;

    // The service authorization reference gives these no resource, or (DescribeAlarms) none that covers composite alarms.
    private static readonly string[] WithoutResources =
    [
        "cloudwatch:GetMetricData",
        "cloudwatch:DescribeAlarms",
        "lambda:ListLayerVersions",
        "events:TestEventPattern",
        "events:ListEventBuses",
        "events:ListRules",
        "scheduler:ListSchedules",
        "lambda:ListEventSourceMappings",
        "logs:DescribeLogGroups",
        "states:ListStateMachines",
    ];

    // What steps may change of an API: the paths below /restapis/* for each method of HTTP.
    private static readonly Dictionary<string, string[]> ChangesOfApis = new()
    {
        ["apigateway:PUT"] = ["resources/*/methods/*/integration", "resources/*/methods/*/integration/responses/*"],
        ["apigateway:DELETE"] = ["resources/*/methods/*/integration", "resources/*/methods/*/integration/responses/*"],
        ["apigateway:POST"] = ["deployments"],
        ["apigateway:PATCH"] = ["stages/*"],
    };

    private static IReadOnlyList<string> StepResources { get; } = [.. OfType("AWS::Serverless::Function").Select(r => r.Key)];

    // File name → names of the functions in it.
    private static IReadOnlyDictionary<string, IReadOnlyList<string>> StepFiles { get; } =
        Directory
            .EnumerateFiles(Repository.Path("src/Steps"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Functions: FunctionsOf(File.ReadAllText(file))))
            .Where(f => f.Functions.Count > 0)
            .ToDictionary(f => f.Name, f => f.Functions);

    [Fact]
    public void The_stack_says_which_version_it_is() =>
        Assert.Equal(ReleaseStack.Version, (string?)TemplateFile.Read(Repository.Path("template.yaml"))["Outputs"]!["Version"]!["Value"]);

    [Fact]
    public void Every_step_file_holds_one_function_of_its_name_and_has_one_resource()
    {
        Assert.All(StepFiles, file => Assert.Equal([file.Key], file.Value));
        Assert.Equal(StepFiles.Keys.Order(), StepResources.Order());
    }

    [Fact]
    public void What_is_kept_is_removed_when_the_first_deployment_fails_so_that_the_next_one_can_make_it()
    {
        var kept = Resources
            .Where(r => r.Value!["DeletionPolicy"] is not null)
            .ToDictionary(r => r.Key, r => (string)r.Value!["DeletionPolicy"]!);

        Assert.Equal(["ReleaseBucket", "ReleaseTable", "SealingKey"], kept.Keys.Order());
        Assert.All(kept.Values, policy => Assert.Equal("RetainExceptOnCreate", policy));
    }

    [Fact]
    public void Every_step_resource_runs_the_step_of_its_name()
    {
        foreach (var name in StepResources)
        {
            var properties = Resources[name]!["Properties"]!;
            Assert.Equal(name, properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!.GetValue<string>());
            Assert.Equal($"${{AWS::StackName}}-{name}", properties["FunctionName"]!["Fn::Sub"]!.GetValue<string>());
        }
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void The_tokens_of_a_definition_are_exactly_those_that_the_template_fills_in(string machine) =>
        Assert.Equal(Definition.Of(machine).Tokens.Order(), SubstitutionsOf(machine).Select(s => s.Key).Order());

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void A_step_s_token_is_filled_in_with_that_step(string machine)
    {
        foreach (var (token, value) in SubstitutionsOf(machine).Where(s => s.Value!["Fn::GetAtt"] is not null))
            Assert.Equal(token, string.Concat(value!["Fn::GetAtt"]!.AsArray().Select(p => p!.GetValue<string>())));
    }

    [Fact]
    public async Task Every_step_is_used_by_a_state_machine_or_started_by_an_event()
    {
        var states = Definition
            .All.SelectMany(d => d.Tokens)
            .Where(t => t.EndsWith("Arn", StringComparison.Ordinal))
            .Select(t => t[..^3])
            .Intersect(StepResources)
            .ToList();
        var started = (await EventTarget.AllAsync()).Select(t => t.Step).OfType<string>().Distinct().ToList();

        Assert.Empty(states.Intersect(started));
        Assert.Equal(StepResources.Order(), states.Concat(started).Order());
    }

    [Fact]
    public async Task The_guardian_hears_of_every_death_of_a_release_and_of_a_rollback()
    {
        var detail = (await TransformedTemplate.ReadAsync()).PropertiesOf("GuardReleaseInterrupted")["EventPattern"]!["detail"]!;

        Assert.Equal("""["ABORTED","TIMED_OUT","FAILED"]""", detail["status"]!.ToJsonString());
        Assert.Equal("""[{"Ref":"ReleaseStateMachine"},{"Ref":"RollbackStateMachine"}]""", detail["stateMachineArn"]!.ToJsonString());
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void A_state_named_like_a_step_runs_that_step(string machine)
    {
        foreach (var state in Definition.Of(machine).States.Where(s => s.Type == "Task" && StepResources.Contains(s.Name)))
            Assert.Equal($"${{{state.Name}Arn}}", state.Body["Resource"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Definition.Names), MemberType = typeof(Definition))]
    public void A_state_machine_may_invoke_exactly_the_steps_that_it_uses(string machine)
    {
        var role = OfType("AWS::Serverless::StateMachine").Single(m => FileOf(m.Value!) == machine).Value!["Properties"]!["Role"]![
            "Fn::GetAtt"
        ]![0]!.GetValue<string>();
        var statement = Resources[role]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!
            .AsArray()
            .Single(s => s!["Sid"]!.GetValue<string>() == "RunSteps");
        var allowed = statement!["Resource"]!.AsArray().Select(r => r!["Fn::GetAtt"]![0]!.GetValue<string>());

        Assert.Equal(Definition.Of(machine).Tokens.Select(t => t[..^3]).Intersect(StepResources).Order(), allowed.Order());
    }

    [Fact]
    public void No_step_may_do_everything_or_touch_everything()
    {
        foreach (var statement in StepResources.SelectMany(RolePolicy.StatementsOf))
        {
            Assert.DoesNotContain("*", statement["Action"]!.ToJsonString(), StringComparison.Ordinal);
            if ((statement["Resource"] as JsonValue)?.GetValue<string>() == "*")
                Assert.All(ActionsOf(statement), action => Assert.Contains(action, WithoutResources));
        }
    }

    [Fact]
    public void Steps_change_nothing_of_an_API_but_integrations_and_which_deployment_a_stage_serves()
    {
        const string apis = "arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/*/";
        var changes =
            from step in StepResources
            from statement in RolePolicy.StatementsOf(step)
            from action in ActionsOf(statement)
            where action.StartsWith("apigateway:", StringComparison.Ordinal) && action != "apigateway:GET"
            from resource in statement["Resource"] is JsonArray many ? many.AsEnumerable() : [statement["Resource"]]
            select (Step: step, Action: action, Resource: (string)resource!["Fn::Sub"]!);

        Assert.Equal(["RevertChange", "RouteApi"], changes.Select(c => c.Step).Distinct().Order());
        Assert.All(changes, c => Assert.Contains(c.Resource, ChangesOfApis[c.Action].Select(path => apis + path)));
        Assert.DoesNotContain(changes, c => c is { Step: "RouteApi", Action: "apigateway:PATCH" });
        Assert.DoesNotContain(changes, c => c is { Step: "RevertChange", Action: "apigateway:POST" });
    }

    [Fact]
    public void Roles_are_given_only_to_lambda_and_left_to_rules_schedules_and_integrations()
    {
        var passing = StepResources
            .SelectMany(RolePolicy.StatementsOf)
            .Where(s => s["Action"]!.ToJsonString().Contains("iam:PassRole", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(passing);
        Assert.All(
            passing,
            s =>
                Assert.Matches(
                    """^("(lambda|apigateway).amazonaws.com"|\["events.amazonaws.com","scheduler.amazonaws.com"\])$""",
                    s["Condition"]!["StringEquals"]!["iam:PassedToService"]!.ToJsonString()
                )
        );
    }

    [Fact]
    public void The_one_parameter_for_native_or_managed_steps_knows_the_same_names_as_the_program_and_is_every_step_s_runtime()
    {
        var template = TemplateFile.Read(Repository.Path("template.yaml"));
        var parameter = template["Parameters"]![StepRuntime.Parameter]!;

        Assert.Equal(StepRuntime.Names, parameter["AllowedValues"]!.AsArray().Select(v => (string)v!));
        Assert.Equal(StepRuntime.Native.Name, (string)parameter["Default"]!);
        Assert.Equal(StepRuntime.Parameter, Template.Named(template["Globals"]!["Function"]!["Runtime"]));
        Assert.All(Template.OfType("AWS::Serverless::Function"), step => Assert.Null(step.Value!["Properties"]!["Runtime"]));
    }

    [Fact]
    public void Every_log_group_has_a_retention()
    {
        Assert.All(
            OfType("AWS::Logs::LogGroup"),
            g => Assert.True(g.Value!["Properties"]!.AsObject().ContainsKey("RetentionInDays"), g.Key)
        );
    }

    [Fact]
    public void The_template_stays_short_enough_to_be_read()
    {
        var lines = File.ReadAllLines(Repository.Path("template.yaml"));

        Assert.True(lines.Length <= 1600, $"template.yaml has {lines.Length} lines.");
        Assert.All(lines, line => Assert.True(line.Length <= 140, $"{line.Length} characters: {line}"));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> OfType(string type) => Template.OfType(type);

    private static IEnumerable<string> ActionsOf(JsonNode statement) =>
        statement["Action"] is JsonArray actions ? actions.Select(a => a!.GetValue<string>()) : [statement["Action"]!.GetValue<string>()];

    private static JsonObject SubstitutionsOf(string machine) =>
        OfType("AWS::Serverless::StateMachine").Single(m => FileOf(m.Value!) == machine).Value!["Properties"]![
            "DefinitionSubstitutions"
        ]!.AsObject();

    private static string FileOf(JsonNode stateMachine) =>
        Path.GetFileName(stateMachine["Properties"]!["DefinitionUri"]!.GetValue<string>()).Split('.')[0];

    private static IReadOnlyList<string> FunctionsOf(string source) =>
        [.. Regex.Matches(source, @"\[LambdaFunction\]\s+public (?:async )?Task<.+?> (\w+)\(").Select(m => m.Groups[1].Value)];
}
