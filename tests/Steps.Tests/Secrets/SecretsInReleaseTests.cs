using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Preparation;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Secrets;

/// <summary>What a release, its messages and its records say of the values of environment variables: nothing.</summary>
public sealed class SecretsInReleaseTests : IDisposable
{
    private const string Configuration = "JOURNAL#50#function-configuration:orders";
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Lambda_gets_the_values_and_nobody_else_does()
    {
        await HasLiveFunctionAsync("hunter-old");

        var report = await _world.CompleteAsync(Shop.Request(Orders("hunter-new"), Orders("hunter-added", "added")));

        Assert.Equal("hunter-new", PasswordOf("orders"));
        Assert.Equal("hunter-added", PasswordOf("added"));
        AssertUntold(JsonSerializer.Serialize(report, ContractsJson.Default.ReleaseReport));
    }

    [Fact]
    public async Task A_rollback_gives_the_old_values_back()
    {
        await HasLiveFunctionAsync("hunter-old");
        await _world.ShiftAsync(Shop.Request(Orders("hunter-new")));

        Assert.All(await _world.RevertAsync(), r => Assert.Equal(RevertOutcome.Restored, r.Outcome));

        Assert.Equal("hunter-old", PasswordOf("orders"));
        Assert.All(await _world.VerifyAsync(), r => Assert.Equal(RevertOutcome.Restored, r.Outcome));
        AssertUntold();
    }

    [Fact]
    public async Task A_value_that_somebody_changed_is_named_but_not_told()
    {
        await HasLiveFunctionAsync("hunter-old");
        await _world.ShiftAsync(Shop.Request(Orders("hunter-new")));
        _world.Lambda.Latest("orders").Environment.Variables["DB_PASSWORD"] = "hunter-foreign";

        var result = await _world.RevertAsync(Configuration);

        Assert.Equal(
            "it was changed outside the release meanwhile. Compared with what the release had made: environment DB_PASSWORD differs. "
                + "Compared with what was there before: environment DB_PASSWORD differs",
            result.Why
        );
        Assert.Contains(
            "DB_PASSWORD",
            Assert.Single(await _world.VerifyAsync(), r => r.Resource.EndsWith("configuration:orders", StringComparison.Ordinal)).Why
        );
        AssertUntold();
    }

    [Fact]
    public async Task A_change_outside_the_release_while_it_runs_is_named_but_not_told()
    {
        await HasLiveFunctionAsync("hunter-old");
        await _world.StartAsync(Shop.Request(Orders("hunter-new")));
        _world.Lambda.Refuses("UpdateFunctionConfiguration", new ResourceNotStabilizedException("died here"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(UpdateAsync);
        _world.Lambda.RefusesNothing();
        _world.Lambda.Latest("orders").Environment.Variables["DB_PASSWORD"] = "hunter-foreign";

        var error = await Assert.ThrowsAsync<DriftDetectedException>(UpdateAsync);

        Assert.Contains(": environment DB_PASSWORD differs. ", error.Message, StringComparison.Ordinal);
        AssertUntold(error.Message);
    }

    [Fact]
    public async Task A_refusal_of_Lambda_that_quotes_the_values_is_masked()
    {
        await HasLiveFunctionAsync("hunter-old");
        await _world.StartAsync(Shop.Request(Orders("hunter-new\"\n")));
        _world.Lambda.Refuses(
            "UpdateFunctionConfiguration",
            new InvalidParameterValueException("exceeded the 4KB limit. String measured: {\"DB_PASSWORD\":\"hunter-new\\\"\\n\"}")
        );

        var error = await Assert.ThrowsAsync<FunctionFailedException>(UpdateAsync);

        Assert.StartsWith(
            "Lambda refuses function orders: exceeded the 4KB limit. String measured: {\"DB_PASSWORD\":\"***\"}",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("hunter-old", FunctionChange.None)]
    [InlineData("hunter-new", FunctionChange.Update)]
    public async Task The_plan_knows_whether_a_value_changes_without_telling_it(string wanted, FunctionChange change)
    {
        await HasLiveFunctionAsync("hunter-old");
        var version = await _world.Lambda.Client.PublishVersionAsync(new PublishVersionRequest { FunctionName = "orders" });
        _world.Lambda.HasAlias("orders", version.Version);

        await _world.StartAsync(Shop.Request(Orders(wanted, code: "old code")));

        var planned = Assert.Single((await _world.ReadPlanAsync()).Functions);
        Assert.Equal(change, planned.Change);
        Assert.Equal(change == FunctionChange.None ? [] : ["environment"], planned.Reasons);
        AssertUntold();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_arrives_in_the_clear_or_sealed_is_written_sealed_and_is_the_same_request(bool isSealed)
    {
        var request = Document("hunter-new", "shop-orders-table");

        var sent = isSealed ? await _world.Get<EnvironmentSeal>().SealAsync(request) : request;
        var prepared = await PrepareAsync(sent);

        var plan = await _world.Get<ReleaseBucket>().ReadPlanAsync(prepared.Release);
        var variables = plan.Request.Functions[0].Environment;
        Assert.Equal("hunter-new", (await _world.Get<EnvironmentSeal>().OpenAsync(variables))["DB_PASSWORD"]);
        var table = Assert.Single(plan.Tables);
        Assert.Equal(("shop-orders-table", "orders"), (table.Name, Assert.Single(table.UsedBy)));
        var record = await _world.Get<ReleaseLedger>().FindRecordAsync(prepared.Release.Key);
        Assert.Equal(RequestDigest.Of(plan.Request).Hex, record!.RequestSha256);
        AssertUntold();
    }

    [Fact]
    public async Task The_limit_of_4_KB_holds_for_the_values_themselves()
    {
        var fits = await PrepareAsync(await _world.Get<EnvironmentSeal>().SealAsync(Document(new string('x', 4000), "t")));
        Assert.Equal("r1", fits.Release.Id);

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(async () =>
            await PrepareAsync(await _world.Get<EnvironmentSeal>().SealAsync(Document(new string('x', 4096), "t")))
        );

        Assert.Contains("Lambda allows 4096 in all", error.Message, StringComparison.Ordinal);
    }

    private void AssertUntold(params string[] messages) =>
        Assert.All(
            [
                .. messages,
                .. _world.Ledger.Texts,
                .. _world.Bucket.Texts,
                .. _world.Output,
                .. _world.ChangeLines,
                .. _world.History.Events,
            ],
            text => Assert.DoesNotContain("hunter", text, StringComparison.Ordinal)
        );

    private FunctionRequest Orders(string password, string name = "orders", string code = "new code") =>
        _world.Function(name, code) with
        {
            Environment = new Dictionary<string, string> { ["DB_PASSWORD"] = password },
        };

    private Task HasLiveFunctionAsync(string password) =>
        _world.HasLiveFunctionAsync(configure: f =>
            f.Environment = new EnvironmentResponse { Variables = new() { ["DB_PASSWORD"] = password } }
        );

    private string PasswordOf(string function) => _world.Lambda.Latest(function).Environment.Variables["DB_PASSWORD"];

    private Task<ItemResult> UpdateAsync() => _world.Get<UpdateConfigurationStep>().UpdateConfiguration(_world.Input("orders"));

    private Task<PreparedRelease> PrepareAsync(JsonNode? request) =>
        _world
            .Get<PrepareReleaseStep>()
            .PrepareRelease(
                new PrepareReleaseInput
                {
                    Request = request,
                    ExecutionName = "r1",
                    ExecutionArn = World.ReleaseOf("r1").ExecutionArn,
                    StartedAt = _world.Time.Now,
                }
            );

    private JsonNode? Document(string password, string table)
    {
        var function = _world.Function() with
        {
            Environment = new Dictionary<string, string> { ["DB_PASSWORD"] = password, ["ORDERS_TABLE"] = table },
        };
        return JsonSerializer.SerializeToNode(Shop.Request(function), ContractsJson.Default.ReleaseRequest);
    }
}
