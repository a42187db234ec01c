using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Completion;

public sealed class ReleaseMetricsTests : IDisposable
{
    private static readonly ReleaseRecord Running = World.RecordOf(World.ReleaseOf("r1"), DateTimeOffset.UnixEpoch);
    private readonly MemoryStream _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_success_is_one_line_in_the_embedded_metric_format()
    {
        Ended(
            Running,
            Succeeded(),
            new Manifest
            {
                Id = "r1",
                Application = "shop",
                Environment = "development",
                ExecutionArn = "arn:execution",
                StartedAt = DateTimeOffset.UnixEpoch,
                CompletedAt = DateTimeOffset.UnixEpoch,
                Alias = "live",
                Layers =
                [
                    new ManifestLayer("shared", "arn:layer", "sha", Published: true),
                    new ManifestLayer("kept", "arn:kept", "sha", Published: false),
                ],
                Functions = [new ManifestFunction("orders", "2", "1", "sha", [], Changed: true)],
            }
        );

        Assert.Equal(
            """
            {"_aws":{"Timestamp":90000,"CloudWatchMetrics":[{"Namespace":"CodeRipple/Releases","Dimensions":[["Environment"],["Environment","Application"]],"Metrics":[
            {"Name":"Succeeded","Unit":"Count"},{"Name":"Rejected","Unit":"Count"},{"Name":"RolledBack","Unit":"Count"},{"Name":"RollbackFailed","Unit":"Count"},
            {"Name":"Duration","Unit":"Seconds"},{"Name":"LayersPublished","Unit":"Count"},{"Name":"FunctionsReleased","Unit":"Count"},{"Name":"FunctionsRolledBack","Unit":"Count"}]}]},
            "Environment":"development","Application":"shop","Succeeded":1,"Rejected":0,"RolledBack":0,"RollbackFailed":0,"Duration":90,"LayersPublished":1,"FunctionsReleased":1,"FunctionsRolledBack":0,
            "release":"r1","executionArn":"arn:aws:states:us-west-2:123456789012:execution:release:r1"}
            """.ReplaceLineEndings("") + "\n",
            Text()
        );
    }

    [Fact]
    public void A_second_delivery_counts_nothing()
    {
        Ended(Succeeded(), Succeeded());

        Assert.Empty(Text());
    }

    [Fact]
    public void Going_back_from_a_release_that_was_live_is_counted_without_the_time_that_it_was_live()
    {
        Ended(Succeeded(), Succeeded() with { Status = ReleaseStatus.RolledBack });

        var line = JsonNode.Parse(Text())!;
        Assert.Equal((0, 1), ((int)line["Succeeded"]!, (int)line["RolledBack"]!));
        Assert.Null(line["Duration"]);
    }

    [Fact]
    public void Functions_that_were_restored_are_counted_once_each_also_when_they_are_not_restored()
    {
        Ended(
            Running,
            Running with
            {
                Status = ReleaseStatus.RollbackFailed,
                Restored = ["alias:orders:live", "function-code:orders", "function-code:prices"],
                Removed = ["function:stock"],
                NotRestored = ["function-code:orders: somebody changed it: twice", "the rollback stopped: Throttled"],
            }
        );

        var line = JsonNode.Parse(Text())!;
        Assert.Equal((3, 0), ((int)line["FunctionsRolledBack"]!, (int)line["FunctionsReleased"]!));
    }

    [Fact]
    public void A_request_that_could_not_be_read_counts_for_its_environment()
    {
        new ReleaseMetrics(new EmbeddedMetrics(_output)).RejectedUnread("development", "arn:execution", DateTimeOffset.UnixEpoch);

        var line = JsonNode.Parse(Text())!;
        Assert.Equal(1, (int)line["Rejected"]!);
        Assert.Equal("""[["Environment"]]""", line["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]!.ToJsonString());
    }

    private static ReleaseRecord Succeeded() =>
        Running with
        {
            Status = ReleaseStatus.Succeeded,
            EndedAt = DateTimeOffset.UnixEpoch.AddSeconds(90),
        };

    private void Ended(ReleaseRecord before, ReleaseRecord record, Manifest? manifest = null) =>
        new ReleaseMetrics(new EmbeddedMetrics(_output)).Ended(before, record, manifest);

    private string Text() => System.Text.Encoding.UTF8.GetString(_output.ToArray());
}
