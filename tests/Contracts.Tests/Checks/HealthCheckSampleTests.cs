using System.Text.Json;

namespace CodeRipple.Workflow.Contracts.Tests;

public sealed class HealthCheckSampleTests
{
    [Fact]
    public void The_sample_for_the_console_is_what_a_health_check_takes()
    {
        var request = RequestReader
            .Parse(File.ReadAllText(Repository.Path("samples/health-check.json")))
            .Deserialize(ContractsJson.Default.HealthCheckRequest)!;

        Assert.Equal("coderipple", request.Application);
    }

    [Fact]
    public void The_sample_event_carries_the_same_request()
    {
        var entry = RequestReader.Parse(File.ReadAllText(Repository.Path("samples/health-check-requested.json")))![0]!;

        Assert.Equal("Health Check Requested", (string)entry["DetailType"]!);
        Assert.Equal(
            "coderipple",
            JsonSerializer.Deserialize((string)entry["Detail"]!, ContractsJson.Default.HealthCheckRequest)!.Application
        );
    }
}
