using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Resources;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Layers;

/// <summary>A release with two layers of its own, one of another team, and one probe for all three.</summary>
internal sealed class ProbedRelease
{
    public const string Probe = "shop-probe-1";
    public const string DependenciesArn = "arn:aws:lambda:us-west-2:123456789012:layer:shop-dependencies:4";
    public const string PackageArn = "arn:aws:lambda:us-west-2:123456789012:layer:shop-package:9";
    public const string ForeignArn = "arn:aws:lambda:us-west-2:999999999999:layer:insights:3";

    private readonly StepSettings _settings = new("development", "releases", "ledger", "shop-");
    private readonly ReleaseLedger _ledger;
    private readonly ReleaseBucket _bucket;

    public ProbedRelease(string runtime = "dotnet10")
    {
        _ledger = new ReleaseLedger(Table, new OpenReleases(Table), Lock);
        _bucket = new ReleaseBucket(S3, _settings.Store);
        var plan = JsonSerializer.SerializeToUtf8Bytes(PlanFor(runtime), ContractsJson.Default.ReleasePlan);
        S3.GetObjectAsync("releases", "plans/r1.json", Arg.Any<CancellationToken>())
            .Returns(_ => new GetObjectResponse { ResponseStream = new MemoryStream(plan) });
        // The package layer was published by this release; the dependencies were there already.
        DynamoDb.GetItemAsync(Arg.Any<GetItemRequest>(), Arg.Any<CancellationToken>()).Returns(new GetItemResponse());
        DynamoDb
            .GetItemAsync(Arg.Is<GetItemRequest>(r => r.Key["sk"].S == "LAYER#shop-package"), Arg.Any<CancellationToken>())
            .Returns(new GetItemResponse { Item = new() { ["document"] = new($"\"{PackageArn}\"") } });
        Lambda
            .GetFunctionAsync(Arg.Any<GetFunctionRequest>(), Arg.Any<CancellationToken>())
            .Returns<GetFunctionResponse>(_ => Live ?? throw new Amazon.Lambda.Model.ResourceNotFoundException("no such function"));
        Lambda
            .CreateFunctionAsync(Arg.Any<CreateFunctionRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ =>
            {
                IsThere();
                return new CreateFunctionResponse();
            });
    }

    public IAmazonS3 S3 { get; } = Substitute.For<IAmazonS3>();

    public IAmazonDynamoDB DynamoDb { get; } = Substitute.For<IAmazonDynamoDB>();

    public IAmazonLambda Lambda { get; } = Substitute.For<IAmazonLambda>();

    public ItemInput Input { get; } = new() { Release = Release, Name = Probe };

    /// <summary>The probe as Lambda has it now; null = it does not exist.</summary>
    public GetFunctionResponse? Live { get; set; }

    public CreateProbeStep CreateProbe =>
        new(
            _bucket,
            Changes,
            new FunctionExistence(Functions),
            Functions,
            new ReleasedLayers(_ledger),
            new ProbeSettings("arn:role", "/probes")
        );

    public RunProbeStep RunProbe => new(_bucket, _ledger, Functions, new LambdaInvocations(Lambda), new ReleasedLayers(_ledger));

    public DeleteProbeStep DeleteProbe => new(Functions, Log);

    private static ReleaseReference Release =>
        new()
        {
            Id = "r1",
            Application = "shop",
            Environment = "development",
            PlanUri = "s3://releases/plans/r1.json",
            ExecutionArn = "arn:execution",
            Token = 7,
        };

    private LambdaFunctions Functions => new(Lambda, _settings);

    private LedgerTable Table => new(DynamoDb, _settings.Store);

    private ReleaseLock Lock => new(DynamoDb, _settings.Store, new OpenReleases(Table), TimeProvider.System);

    private static ChangeLog Log => new(Stream.Null, TimeProvider.System);

    private Changes Changes => new(new Journal(Table, Lock, TimeProvider.System), Log);

    public void IsThere(string state = "Active", string? madeBy = "shop/r1") =>
        Live = new GetFunctionResponse
        {
            Tags = madeBy is null ? null : new() { ["coderipple:release"] = madeBy },
            Configuration = new FunctionConfiguration
            {
                FunctionName = Probe,
                State = state,
                LastUpdateStatus = "Successful",
            },
        };

    private static ReleasePlan PlanFor(string runtime) =>
        new()
        {
            Release = Release,
            StartedAt = DateTimeOffset.UnixEpoch,
            Request = new ReleaseRequest
            {
                Application = "shop",
                Environment = "development",
                Layers =
                [
                    Layer(
                        "shop-dependencies",
                        runtime,
                        new LayerProbe
                        {
                            Types = ["Sdk.Client, Sdk"],
                            Imports = ["sdk"],
                            Modules = ["sdk"],
                            Files = ["lib/shared"],
                        }
                    ),
                    Layer(
                        "shop-package",
                        runtime,
                        new LayerProbe
                        {
                            Types = ["Shop"],
                            Imports = ["shop:main"],
                            Modules = ["shop"],
                            Files = ["lib/shared"],
                        }
                    ),
                ],
            },
            Layers =
            [
                new PlannedLayer("shop-dependencies", Publish: false, DependenciesArn),
                new PlannedLayer("shop-package", Publish: true, VersionArn: null),
            ],
            Probes = [new PlannedProbe(Probe, runtime, "arm64", ["shop-dependencies", ForeignArn, "shop-package"])],
        };

    private static LayerRequest Layer(string name, string runtime, LayerProbe probe) =>
        new()
        {
            Name = name,
            Artifact = new Artifact { Sha256 = new string('a', 64), Size = 1 },
            CompatibleRuntimes = [runtime],
            CompatibleArchitectures = ["arm64"],
            Probe = probe,
        };
}
