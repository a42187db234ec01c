using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests.Workloads;

public sealed class WorkloadReaderTests
{
    private const string Good = """
        {
          "$schema": "schemas/workload.schema.json",
          "application": "shop",
          "baseStack": "base-stack.yaml",
          "layers": [{ "name": "shared-${environment}", "path": "layers/shared", "compatibleRuntimes": ["dotnet10"], "probe": { "types": ["Shared"] } }],
          "functions": [{
            "name": "shop-${environment}-orders",
            "path": "functions/orders",
            "runtime": "dotnet10",
            "handler": "Orders",
            "role": "${outputs.OrdersRoleArn}",
            "memorySize": 256,
            "environment": { "TABLE": "orders-${environment}-${region}-${accountId}" },
            "layers": ["shared-${environment}"],
            "smokeTests": [{ "name": "health", "event": { "id": "${environment}" }, "expect": { "ok": true } }]
          }],
          "endToEndTests": [{ "name": "an order", "function": "shop-${environment}-orders" }]
        }
        """;

    private static readonly Dictionary<string, string> Values = new()
    {
        ["environment"] = "testing",
        ["region"] = "us-west-2",
        ["accountId"] = "123456789012",
        ["outputs.OrdersRoleArn"] = "arn:aws:iam::123456789012:role/orders",
    };

    [Fact]
    public void Placeholders_are_filled_wherever_there_is_text()
    {
        var workload = WorkloadReader.Read(JsonNode.Parse(Good), Values);

        var function = Assert.Single(workload.Functions);
        Assert.Equal(
            ("shop-testing-orders", "arn:aws:iam::123456789012:role/orders", 256),
            (function.Name, function.Role, function.MemorySize)
        );
        Assert.Equal("orders-testing-us-west-2-123456789012", function.Environment["TABLE"]);
        Assert.Equal(["shared-testing"], function.Layers);
        Assert.Equal("testing", function.SmokeTests[0].Event!["id"]!.GetValue<string>());
        Assert.Equal("shop-testing-orders", Assert.Single(workload.EndToEndTests).Function);
        Assert.Equal(("live", "base-stack.yaml"), (workload.Alias, workload.BaseStack));
    }

    [Fact]
    public void The_file_itself_stays_as_it_was()
    {
        var document = JsonNode.Parse(Good)!;

        WorkloadReader.Read(document, Values);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Good), document));
    }

    [Fact]
    public void The_request_has_everything_and_the_artifacts_of_the_paths()
    {
        var workload = WorkloadReader.Read(JsonNode.Parse(Good), Values);

        var request = workload.ToRequest(
            "testing",
            path => new Artifact { Sha256 = new string(path.Contains("layers", StringComparison.Ordinal) ? 'a' : 'b', 64), Size = 7 }
        );

        Assert.Equal(("shop", "testing", "live"), (request.Application, request.Environment, request.Alias));
        Assert.Equal(("shared-testing", new string('a', 64)), (request.Layers[0].Name, request.Layers[0].Artifact.Sha256));
        var (function, declared) = (request.Functions[0], workload.Functions[0]);
        Assert.Equal(new string('b', 64), function.Artifact.Sha256);
        Assert.Equal((declared.Handler, declared.Timeout, declared.MemorySize), (function.Handler, function.Timeout, function.MemorySize));
        Assert.Same(declared.Environment, function.Environment);
        Assert.Same(declared.Layers, function.Layers);
        Assert.Same(declared.SmokeTests, function.SmokeTests);
        Assert.Same(workload.EndToEndTests, request.EndToEndTests);
    }

    [Fact]
    public void An_unknown_placeholder_is_reported_with_the_known_ones()
    {
        var error = Errors(Good.Replace("orders-${environment}-", "orders-${stage}-", StringComparison.Ordinal));

        Assert.Equal(
            [
                "functions/0/environment/TABLE: unknown placeholder ${stage}; known here: ${environment}, ${region}, ${accountId}, ${outputs.OrdersRoleArn}",
            ],
            error
        );
    }

    [Fact]
    public void Mistakes_in_placeholders_and_in_members_are_reported_together()
    {
        var document = JsonNode.Parse(Good)!;
        document["functions"]![0]!["description"] = "${who}";
        document["functions"]![0]!["memorySize"] = 64;
        document["functions"]![0]!["memory"] = 256;
        document["functions"]![0]!.AsObject().Remove("path");

        var errors = Errors(document.ToJsonString());

        Assert.Equal(4, errors.Count);
        Assert.Contains(errors, e => e.StartsWith("functions/0/description: unknown placeholder ${who}", StringComparison.Ordinal));
        Assert.Contains("functions/0/memorySize: must be 128 to 10240, but is 64", errors);
        Assert.Contains(errors, e => e.StartsWith("functions/0/memory: unknown member", StringComparison.Ordinal));
        Assert.Contains("functions/0/path: is missing", errors);
    }

    [Fact]
    public void What_concerns_several_members_is_checked_as_in_a_request() =>
        Assert.Equal(
            ["functions/0/layers/0: unknown layer \"other\"; name one of this request's layers or give the ARN of a layer version"],
            Errors(Good.Replace("\"layers\": [\"shared-${environment}\"]", "\"layers\": [\"other\"]", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("[]", "(document): must be an object, but is an array")]
    [InlineData("null", "(document): must be an object, but is null")]
    public void A_file_that_is_no_object_is_reported(string json, string error) => Assert.Equal([error], Errors(json));

    private static IReadOnlyList<string> Errors(string json) =>
        [
            .. Assert
                .Throws<InvalidReleaseRequestException>(() => WorkloadReader.Read(JsonNode.Parse(json), Values))
                .Errors.Select(e => e.ToString()),
        ];
}
