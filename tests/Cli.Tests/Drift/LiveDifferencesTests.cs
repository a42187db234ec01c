using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Drift;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Fakes;
using CodeRipple.Workflow.Store;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CodeRipple.Workflow.Cli.Tests.Drift;

public sealed class LiveDifferencesTests
{
    private const string Orders =
        "arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:orders";

    private static readonly FunctionRequest Wanted = new()
    {
        Name = "orders",
        Artifact = new Artifact { Sha256 = new string('a', 64), Size = 1 },
        Runtime = "python3.13",
        Handler = "app.handler",
        Role = "arn:aws:iam::123456789012:role/orders",
        MemorySize = 256,
        Environment = new Dictionary<string, string> { ["LEVEL"] = "info" },
        SmokeTests = [],
    };

    private static readonly Manifest Left = new()
    {
        Id = "r1",
        Application = "shop",
        Environment = "staging",
        ExecutionArn = "arn:execution",
        StartedAt = DateTimeOffset.UnixEpoch,
        CompletedAt = DateTimeOffset.UnixEpoch,
        Alias = "live",
        Layers = [],
        Functions = [new ManifestFunction("orders", "3", "2", "code", ["arn:layer:1"], Changed: true)],
        Routes = [new ManifestRoute("api1", "prod", "POST", "/orders", "orders", "deployment", Changed: true)],
    };

    private readonly IAmazonLambda _lambda = Substitute.For<IAmazonLambda>();
    private readonly IAmazonAPIGateway _apis = Substitute.For<IAmazonAPIGateway>();
    private readonly IAmazonCloudWatch _cloudWatch = Substitute.For<IAmazonCloudWatch>();
    private readonly GetAliasResponse _alias = new() { FunctionVersion = "3" };
    private readonly Integration _integration = new() { Uri = Orders + ":live/invocations" };
    private readonly List<MetricAlarm> _alarms = [.. FunctionAlarmNames.Of("orders").Select(name => new MetricAlarm { AlarmName = name })];

    private readonly FunctionConfiguration _version = new()
    {
        CodeSha256 = "code",
        Architectures = ["x86_64"],
        Layers = [new Layer { Arn = "arn:layer:1" }],
        Runtime = Wanted.Runtime,
        Handler = Wanted.Handler,
        Role = Wanted.Role,
        MemorySize = Wanted.MemorySize,
        Timeout = Wanted.Timeout,
        Environment = new EnvironmentResponse { Variables = new() { ["LEVEL"] = "info" } },
    };

    public LiveDifferencesTests()
    {
        _lambda.GetAliasAsync(default!, default).ReturnsForAnyArgs(_ => _alias);
        _lambda
            .GetFunctionAsync(default(GetFunctionRequest)!, default)
            .ReturnsForAnyArgs(_ => new GetFunctionResponse { Configuration = _version });
        _cloudWatch
            .DescribeAlarmsAsync(default(DescribeAlarmsRequest)!, default)
            .ReturnsForAnyArgs(_ => new DescribeAlarmsResponse { MetricAlarms = _alarms });
        _apis
            .GetResourcesAsync(default!, default)
            .ReturnsForAnyArgs(_ => new GetResourcesResponse
            {
                Items =
                [
                    new Resource
                    {
                        Path = "/orders",
                        ResourceMethods = new() { ["POST"] = new Method { MethodIntegration = _integration } },
                    },
                ],
            });
    }

    [Fact]
    public async Task Nothing_differs_when_all_is_as_the_release_left_it() => Assert.Empty(await FindAsync());

    [Fact]
    public async Task The_same_content_under_another_number_is_as_wanted()
    {
        _alias.FunctionVersion = "7";

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task Other_code_and_settings_are_named()
    {
        _alias.FunctionVersion = "4";
        _version.CodeSha256 = "other";
        _version.MemorySize = 512;
        _version.Environment.Variables["LEVEL"] = "debug";

        Assert.Equal(
            [
                "orders:live points to version 4, which differs from the release's version 3 in code, memory, timeout or storage, variable LEVEL",
            ],
            await FindAsync()
        );
    }

    [Fact]
    public async Task Weights_that_were_left_are_reported()
    {
        _alias.RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["4"] = 0.25 } };

        Assert.StartsWith("orders:live gives 25", Assert.Single(await FindAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_alias_is_reported()
    {
        _lambda.GetAliasAsync(default!, default).ThrowsAsyncForAnyArgs(new Amazon.Lambda.Model.ResourceNotFoundException("no"));

        Assert.Equal(["orders has no alias live, it should point to version 3"], await FindAsync());
    }

    [Fact]
    public async Task A_route_that_points_past_the_alias_is_reported()
    {
        _integration.Uri = Orders + "/invocations";

        Assert.Equal([$"POST /orders of API api1 points to {Orders}/invocations, not to orders:live"], await FindAsync());
    }

    [Theory]
    [InlineData("orders:live", 0)]
    [InlineData("orders:7", 1)]
    public async Task A_route_is_followed_through_the_variables_of_its_stage(string target, int differences)
    {
        _integration.Uri = Orders[..^"orders".Length] + "${stageVariables.target}/invocations";
        _apis
            .GetStagesAsync(default!, default)
            .ReturnsForAnyArgs(
                new GetStagesResponse
                {
                    Item =
                    [
                        new Stage
                        {
                            StageName = "prod",
                            Variables = new() { ["target"] = target },
                        },
                    ],
                }
            );

        Assert.Equal(differences, (await FindAsync()).Count);
    }

    [Fact]
    public async Task Routes_of_an_API_that_is_gone_are_reported()
    {
        _apis.GetResourcesAsync(default!, default).ThrowsAsyncForAnyArgs(new NotFoundException("no"));

        Assert.Equal(["POST /orders of API api1 is gone with its API"], await FindAsync());
    }

    [Fact]
    public async Task Alarms_that_are_gone_are_reported()
    {
        _alarms.RemoveAt(1);

        Assert.Equal(["alarm orders-duration is gone"], await FindAsync());
    }

    private async Task<IReadOnlyList<string>> FindAsync()
    {
        var settings = new StoreSettings("ledger", "releases", FakeKeys.Arn);
        var seal = new EnvironmentSeal(new FakeKeys().Client, new LedgerTable(new FakeLedger(new History()).Client, settings), settings);
        await seal.EnsureKeyAsync();
        var request = new ReleaseRequest
        {
            Id = "r1",
            Application = "shop",
            Environment = "staging",
            Functions = [Wanted with { Environment = await seal.SealAsync(Wanted.Environment) }],
        };
        return await new LiveDifferences(_lambda, _apis, _cloudWatch, seal).FindAsync(Left, request, CancellationToken.None);
    }
}
