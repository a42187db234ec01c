using System.Text.Json;

namespace CodeRipple.Workflow.Contracts.Tests;

/// <summary>The JSON that state machines pass on and that earlier releases have left in table and bucket.</summary>
public sealed class StateJsonTests
{
    private const string Release =
        """{"id":"back-1","application":"shop","environment":"development","planUri":"","executionArn":"arn:1","token":0}""";

    [Fact]
    public void A_release_without_a_plan_has_an_empty_address()
    {
        var release = new ReleaseReference
        {
            Id = "back-1",
            Application = "shop",
            Environment = "development",
            PlanUri = null,
            ExecutionArn = "arn:1",
        };

        Assert.Equal(Release, JsonSerializer.Serialize(release, ContractsJson.Default.ReleaseReference));
        Assert.Equal(release, JsonSerializer.Deserialize(Release, ContractsJson.Default.ReleaseReference));
    }

    [Fact]
    public void A_rollback_without_tests_passes_an_empty_address_on()
    {
        var json = $$"""{"release":{{Release}},"testPlanUri":""}""";

        var input = JsonSerializer.Deserialize(json, ContractsJson.Default.TestRestoredInput)!;

        Assert.Null(input.TestPlanUri);
        Assert.Equal(json, JsonSerializer.Serialize(input, ContractsJson.Default.TestRestoredInput));
        Assert.Contains(
            "\"testPlanUri\":\"\"",
            JsonSerializer.Serialize(Plan(null), ContractsJson.Default.RollbackPlan),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rollback_with_tests_passes_their_address_on()
    {
        var json = JsonSerializer.Serialize(Plan("s3://releases/plans/r1.json"), ContractsJson.Default.RollbackPlan);

        Assert.Contains("\"testPlanUri\":\"s3://releases/plans/r1.json\"", json, StringComparison.Ordinal);
        Assert.Equal("s3://releases/plans/r1.json", JsonSerializer.Deserialize(json, ContractsJson.Default.RollbackPlan)!.TestPlanUri);
    }

    [Fact]
    public void A_plan_says_its_execution_beside_its_release_and_can_be_read_again()
    {
        var request = new ReleaseRequest
        {
            Application = "shop",
            Environment = "development",
            Functions = [],
        };
        var plan = new ReleasePlan
        {
            Release = JsonSerializer.Deserialize(Release, ContractsJson.Default.ReleaseReference)!,
            Request = request,
            StartedAt = DateTimeOffset.UnixEpoch,
        };

        var json = JsonSerializer.Serialize(plan, ContractsJson.Default.ReleasePlan);

        Assert.Contains("\"executionArn\":\"arn:1\",\"startedAt\":\"1970-01-01T00:00:00+00:00\"", json, StringComparison.Ordinal);
        Assert.Equal("arn:1", JsonSerializer.Deserialize(json, ContractsJson.Default.ReleasePlan)!.ExecutionArn);
    }

    private static RollbackPlan Plan(string? tests) =>
        new()
        {
            Release = JsonSerializer.Deserialize(Release, ContractsJson.Default.ReleaseReference)!,
            Error = new CaughtError("RollbackRequested", null),
            TestPlanUri = tests,
        };
}
