using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests;

public sealed class MonitoringRequestTests
{
    [Fact]
    public void By_default_alarms_and_log_retention_are_set_and_nothing_is_adopted()
    {
        var monitoring = Read("{}");

        Assert.Equal((true, true, true), (monitoring.SetsAlarms, monitoring.SetsLogRetention, monitoring.SetsAlarmsOf("orders")));
        Assert.Equal((0, 0), (monitoring.Adopt.Count, monitoring.Keep.Count));
    }

    [Theory]
    [InlineData("""{"alarms":"keep"}""", false)]
    [InlineData("""{"keep":["orders-errors"]}""", true)]
    [InlineData("""{"keep":["orders-errors","orders-duration","orders-throttles"]}""", false)]
    public void A_function_whose_alarms_are_all_kept_gets_none(string monitoring, bool sets) =>
        Assert.Equal(sets, Read(monitoring).SetsAlarmsOf("orders"));

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once_with_its_path()
    {
        var error = Assert.Throws<InvalidReleaseRequestException>(() =>
            Read(
                """
                { "alarms": "keep", "errors": { "threshold": 1 },
                  "adopt": ["orders-error", "/aws/lambda/orders"], "keep": ["stock-errors", "/aws/lambda/orders"] }
                """
            )
        );

        const string Rule =
            "is neither an alarm nor the log group of one of this request's functions, which are named "
            + "FUNCTION-errors, FUNCTION-duration, FUNCTION-throttles and /aws/lambda/FUNCTION";
        Assert.Equal(
            $"""
            monitoring/errors: has no effect beside alarms "keep"; leave one of the two out
            monitoring/adopt/0: "orders-error" {Rule}
            monitoring/keep/0: "stock-errors" {Rule}
            monitoring/keep: "/aws/lambda/orders" is listed under adopt, too; leave one of the two out
            """,
            string.Join('\n', error.Errors)
        );
    }

    private static MonitoringRequest Read(string monitoring) =>
        RequestReader
            .Read(
                JsonNode.Parse(
                    $$"""
                    {
                      "application": "shop",
                      "environment": "development",
                      "functions": [{
                        "name": "orders", "artifact": { "sha256": "{{new string('a', 64)}}", "size": 1 }, "runtime": "dotnet10",
                        "handler": "Orders", "role": "arn:aws:iam::123456789012:role/orders", "smokeTests": [{ "name": "health" }]
                      }],
                      "monitoring": {{monitoring}}
                    }
                    """
                )!
            )
            .Monitoring;
}
