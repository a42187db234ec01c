using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

public sealed class CreateFunctionTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_function_gets_everything_that_the_request_says()
    {
        var function = _world.Function(layers: "shared") with
        {
            Architecture = "arm64",
            MemorySize = 256,
            Timeout = 30,
            EphemeralStorage = 1024,
            Description = "Takes orders",
            Environment = new Dictionary<string, string> { ["COLOR"] = "blue" },
        };
        await _world.StartAsync(Shop.Request(function) with { Layers = [_world.Layer()] });
        await _world.Get<PublishLayerStep>().PublishLayer(_world.Input("shared"));

        Assert.Equal(new ItemResult("orders", "created"), await CreateAsync());

        var sent = Assert.Single(_world.Lambda.Sent<CreateFunctionRequest>());
        Assert.Equal(("orders", "dotnet10", "Orders", Shop.Role), (sent.FunctionName, sent.Runtime.Value, sent.Handler, sent.Role));
        Assert.Equal((256, 30, 1024, "Takes orders"), (sent.MemorySize, sent.Timeout, sent.EphemeralStorage.Size, sent.Description));
        Assert.Equal(["arm64"], sent.Architectures);
        Assert.Equal("blue", Assert.Single(sent.Environment.Variables).Value);
        Assert.Equal(_world.Lambda.LayerVersions("shared"), sent.Layers);
        Assert.Equal((FakeBucket.Name, Shop.KeyOf("new code")), (sent.Code.S3Bucket, sent.Code.S3Key));
    }

    [Fact]
    public async Task That_it_did_not_exist_is_journaled_first()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));

        await CreateAsync();

        Assert.Equal(
            ["update LOCK", "put JOURNAL#50#function:orders", "CreateFunction orders", "put JOURNAL#50#function:orders"],
            _world.History.Events
        );
        Assert.Null((await EntryAsync())!.Before);
    }

    [Theory]
    [InlineData("The role defined for the function cannot be assumed by Lambda.")]
    [InlineData(
        "Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings. KMS Exception: InvalidArnException KMS Message: ARN does not refer to a valid principal: arn:aws:iam::123456789012:role/orders"
    )]
    [InlineData("The provided execution role does not have permissions to call CreateNetworkInterface on EC2")]
    public async Task A_role_that_was_made_moments_ago_is_asked_for_again(string refusal)
    {
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.Lambda.Refuses("CreateFunction", new InvalidParameterValueException(refusal));

        var error = await Assert.ThrowsAsync<RoleNotReadyException>(CreateAsync);

        Assert.StartsWith(
            $"Lambda does not accept role {Shop.Role} for function orders: {refusal} A role that was made moments ago",
            error.Message,
            StringComparison.Ordinal
        );
        _world.Lambda.RefusesNothing();
        Assert.Equal("created", (await CreateAsync()).Outcome);
    }

    [Fact]
    public async Task Any_other_refusal_is_final()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.Lambda.Refuses("CreateFunction", new InvalidParameterValueException("Unsupported handler"));

        await Assert.ThrowsAsync<InvalidParameterValueException>(CreateAsync);
    }

    [Fact]
    public async Task A_lost_answer_creates_once()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.Lambda.LosesReplyOf("CreateFunction");
        await Assert.ThrowsAsync<AwsUnavailableException>(CreateAsync);

        Assert.Equal("created", (await CreateAsync()).Outcome);

        Assert.Single(_world.Lambda.Sent<CreateFunctionRequest>());
        Assert.True((await EntryAsync())!.Done);
    }

    [Fact]
    public async Task An_artifact_may_have_a_key_of_its_own()
    {
        var function = _world.Function();
        _world.Bucket.Has("artifacts/build-7/orders.zip", Shop.Zip("new code"));
        await _world.StartAsync(Shop.Request(function with { Artifact = function.Artifact with { Key = "artifacts/build-7/orders.zip" } }));

        await CreateAsync();

        Assert.Equal("artifacts/build-7/orders.zip", Assert.Single(_world.Lambda.Sent<CreateFunctionRequest>()).Code.S3Key);
    }

    [Fact]
    public async Task A_function_that_somebody_else_made_meanwhile_stops_the_release_and_is_not_ours_to_delete()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.HasFunction();

        var error = await Assert.ThrowsAsync<DriftDetectedException>(CreateAsync);

        Assert.Contains("""{"createdBy":"unknown"} instead of {"createdBy":"shop/r1"}""", error.Message, StringComparison.Ordinal);
        Assert.Null(await EntryAsync());
    }

    [Fact]
    public async Task A_function_that_somebody_else_made_at_the_last_moment_is_neither_taken_nor_deleted()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.Lambda.Refuses("CreateFunction", new ResourceConflictException("Function already exist: orders"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(CreateAsync);
        _world.HasFunction();

        await Assert.ThrowsAsync<DriftDetectedException>(CreateAsync);
        _world.Lambda.RefusesNothing();
        var result = Assert.Single(await _world.RevertAsync());

        Assert.Equal(RevertOutcome.NotRestored, result.Outcome);
        Assert.StartsWith("it was changed outside the release meanwhile", result.Why, StringComparison.Ordinal);
        Assert.True(_world.Lambda.Exists("orders"));
    }

    private Task<ItemResult> CreateAsync() => _world.Get<CreateFunctionStep>().CreateFunction(_world.Input("orders"));

    private Task<JournalEntry?> EntryAsync() => _world.EntryAsync(JournalPhase.Functions, ResourceKinds.Function, "orders");
}
