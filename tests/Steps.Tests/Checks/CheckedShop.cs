using System.Text;
using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>
/// A shop that is well in every respect, until a test breaks something: one function, one table, one rule, one event, one API.
/// </summary>
internal sealed partial class CheckedShop
{
    public const string Function = "shop-orders",
        Alias = "live",
        Role = "arn:aws:iam::123456789012:role/shop-orders",
        Group = "/aws/lambda/shop-orders";
    public const string NotificationTopic = "arn:aws:sns:us-west-2:123456789012:releases",
        AlarmTopic = "arn:aws:sns:us-west-2:123456789012:releases-alarms";
    public const string FunctionArn = $"arn:aws:lambda:us-west-2:123456789012:function:{Function}";
    private readonly IAmazonLambda _lambda = Substitute.For<IAmazonLambda>();
    private readonly IAmazonIdentityManagementService _iam = Substitute.For<IAmazonIdentityManagementService>();
    private readonly IAmazonCloudWatchLogs _logs = Substitute.For<IAmazonCloudWatchLogs>();
    private readonly IAmazonCloudWatch _cloudWatch = Substitute.For<IAmazonCloudWatch>();
    private readonly IAmazonAPIGateway _apis = Substitute.For<IAmazonAPIGateway>();

    public CheckedShop()
    {
        Pace = new CallPace(new InstantTime(), sideBySide: 1);
        Tables = new ShopTables(Pace, Time);
        Events = new ShopEvents();
        Stores = new ShopStores();
        AnswerLambdaCalls();
        AnswerRoleCalls();
        _logs
            .DescribeLogGroupsAsync(Arg.Any<DescribeLogGroupsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<DescribeLogGroupsRequest>(),
                    r => new DescribeLogGroupsResponse
                    {
                        LogGroups =
                        [
                            .. Groups
                                .Where(g => g.StartsWith(r.LogGroupNamePrefix, StringComparison.Ordinal))
                                .Select(g => new LogGroup { LogGroupName = g, RetentionInDays = 30 }),
                        ],
                    }
                )
            );
        _logs
            .FilterLogEventsAsync(Arg.Any<FilterLogEventsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<FilterLogEventsRequest>(),
                    r => new FilterLogEventsResponse
                    {
                        Events = [.. Lines.Where(l => $"\"{l}\"" == r.FilterPattern).Select(l => new FilteredLogEvent { Message = l })],
                    }
                )
            );
        _cloudWatch
            .DescribeAlarmsAsync(Arg.Any<DescribeAlarmsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Answer(call.Arg<DescribeAlarmsRequest>(), _ => new DescribeAlarmsResponse { MetricAlarms = [.. Alarms] }));
        AnswerApiCalls();
    }

    public FakeTime Time { get; } = new();

    public CallPace Pace { get; }

    public ShopTables Tables { get; }

    public ShopEvents Events { get; }

    public ShopStores Stores { get; }

    /// <summary>By name or name:qualifier.</summary>
    public Dictionary<string, FunctionConfiguration> Functions { get; } =
        new() { [Function] = Configuration("$LATEST"), [$"{Function}:{Alias}"] = Configuration("7") };

    /// <summary>Resource policies, by name or name:qualifier.</summary>
    public Dictionary<string, string> Policies { get; } =
        new()
        {
            [$"{Function}:{Alias}"] =
                """{"Statement":[{"Sid":"api","Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"lambda:InvokeFunction","Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:execute-api:us-west-2:123456789012:abc123/*/POST/webhook"}}}]}""",
        };

    public string? Trust { get; set; } =
        """{"Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    /// <summary>The inline policy of the function's role.</summary>
    public string RolePolicy { get; set; } =
        """{"Statement":[{"Effect":"Allow","Action":["dynamodb:PutItem","dynamodb:Query"],"Resource":"arn:aws:dynamodb:us-west-2:123456789012:table/orders"}]}""";

    public string ManagedPolicy { get; set; } = """{"Statement":[{"Effect":"Allow","Action":["logs:PutLogEvents"],"Resource":"*"}]}""";

    public List<string> Groups { get; } = [Group];

    public List<string> Lines { get; } = [];

    public List<MetricAlarm> Alarms { get; } =
    [
        new()
        {
            AlarmName = "errors",
            ActionsEnabled = true,
            Dimensions = [new() { Name = "FunctionName", Value = Function }],
        },
    ];

    public string? Integration { get; set; } =
        $"arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/{FunctionArn}:{Alias}/invocations";

    /// <summary>The role that the API invokes with; null = the function's policy lets it.</summary>
    public string? IntegrationRole { get; set; }

    public bool HasStage { get; set; } = true;

    public Func<InvokeRequest, InvokeResponse> OnInvoke { get; set; } = _ => Reply("""{"status":"healthy"}""");

    /// <summary>Calls with this in the name of their request fail like this.</summary>
    public Dictionary<string, Exception> Broken { get; } = [];

    public HashSet<string> PendingFunctions { get; } = [];

    public ReleaseRequest? LiveRequest { get; set; }

    public ReleaseRequest Request { get; set; } =
        new()
        {
            Id = "r1",
            Application = "shop",
            Environment = "development",
            Layers =
            [
                new LayerRequest
                {
                    Name = "shared",
                    Artifact = new Artifact { Sha256 = new string('a', 64), Size = 1 },
                    CompatibleRuntimes = ["dotnet10"],
                    Probe = new LayerProbe(),
                },
            ],
            Functions =
            [
                new FunctionRequest
                {
                    Name = Function,
                    Artifact = new Artifact { Sha256 = new string('a', 64), Size = 1 },
                    Runtime = "dotnet10",
                    Handler = "Orders",
                    Role = Role,
                    Layers = ["shared"],
                    SmokeTests =
                    [
                        new SmokeTest
                        {
                            Name = "health",
                            Event = JsonNode.Parse("""{"health":true}"""),
                            Expect = JsonNode.Parse("""{"status":"healthy"}"""),
                        },
                    ],
                },
            ],
            Infrastructure = Declared(),
        };

    /// <summary>Runs the checks of one kind; later ones replace what earlier runs found.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(string run = "health-1")
    {
        var log = new CheckLog(Time);
        await RunAsync(log, run);
        return log.Results;
    }

    public async Task RunAsync(CheckLog log, string run)
    {
        var functions = new LambdaFunctions(_lambda, new StepSettings("development", "releases", "ledger", "shop-"));
        var policies = new FunctionPolicies(_lambda);
        var roles = new IamRoles(_iam);
        var logs = new LogGroups(_logs);
        var alarms = new CloudWatchAlarms(_cloudWatch);
        var settings = new StepSettings("development", "releases", "ledger", "shop-")
        {
            NotificationTopic = NotificationTopic,
            AlarmTopic = AlarmTopic,
        };
        ICheckSuite[] all =
        [
            new FunctionChecks(functions, policies, roles, logs, alarms, new SyntheticCalls(new LambdaInvocations(_lambda), Pace, Time)),
            new TableChecks(Tables.Reads, roles),
            new RuleChecks(Events.Rules, new RuleTargets(functions, policies, roles), Time),
            new EventChecks(Events.Rules, Events.Sent, new EventEffects(Tables.Reads, logs), Time),
            new ApiChecks(new RestApis(_apis), policies),
            new MonitoringChecks(functions, logs, alarms, settings),
            new SecurityChecks(functions, policies, roles, Stores.Reads, settings),
        ];
        foreach (var checks in all)
            await checks.RunAsync(Scope(run), log);
    }

    public static InvokeResponse Reply(
        string json,
        string? error = null,
        string log = "REPORT RequestId: x\tDuration: 12.50 ms\tBilled Duration: 13 ms"
    ) =>
        new()
        {
            StatusCode = 200,
            FunctionError = error,
            ExecutedVersion = "7",
            Payload = new MemoryStream(Encoding.UTF8.GetBytes(json)),
            LogResult = Convert.ToBase64String(Encoding.UTF8.GetBytes(log)),
        };

    public CheckScope Scope(string run) =>
        new()
        {
            Release = World.ReleaseOf("r1"),
            Request = Request,
            Tables = DeclaredTables.FindIn(Request),
            Routes = [new PlannedRoute("abc123", "API abc123", "live", "w1", "POST", "/webhook", Function, Change: false)],
            LiveRequest = LiveRequest,
            PendingFunctions = PendingFunctions,
            Run = run,
            Number = 1,
        };

    private static Infrastructure Declared() =>
        new()
        {
            Functions = [new FunctionExpectation { Name = Function, InvokedBy = ["apigateway.amazonaws.com"] }],
            Tables =
            [
                new TableExpectation
                {
                    Name = "orders",
                    PartitionKey = "id",
                    SortKey = "day",
                    UsedBy = [new TableUse { Function = Function, Actions = ["dynamodb:PutItem"] }],
                },
            ],
            Rules =
            [
                new RuleExpectation
                {
                    Name = "shop-nightly",
                    Schedule = "cron(0 22 ? * MON-SAT *)",
                    Targets = [Function],
                },
            ],
            CustomEvents =
            [
                new CustomEventExpectation
                {
                    Name = "an order",
                    Bus = "shop-bus",
                    Source = "shop.check",
                    DetailType = "Order Placed",
                    Detail = new JsonObject(),
                    Rule = "shop-written",
                    Item = new ItemEffect
                    {
                        Table = "orders",
                        Key = new Dictionary<string, string> { ["id"] = "<id>", ["day"] = "<date>T<clock>" },
                    },
                },
            ],
        };

    private static FunctionConfiguration Configuration(string version) =>
        new()
        {
            FunctionName = Function,
            Version = version,
            State = State.Active,
            LastUpdateStatus = LastUpdateStatus.Successful,
            Role = Role,
            Timeout = 3,
            Environment = new EnvironmentResponse { Variables = new() { ["STAGE"] = "development" } },
        };

    private TAnswer Answer<TRequest, TAnswer>(TRequest request, Func<TRequest, TAnswer> answer)
    {
        if (Broken.TryGetValue(typeof(TRequest).Name[..^"Request".Length], out var error))
            throw error;
        return answer(request);
    }

    private static string Key(string name, string? qualifier) => qualifier is null ? name : $"{name}:{qualifier}";
}
