using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests.Requests;

public sealed class TrafficRequestTests
{
    [Theory]
    [InlineData(null, "100:0")]
    [InlineData("AllAtOnce", "100:0")]
    [InlineData("Canary10Percent5Minutes", "10:300 100:0")]
    [InlineData("Canary10Percent30Minutes", "10:1800 100:0")]
    [InlineData("Linear10PercentEvery1Minute", "10:60 20:60 30:60 40:60 50:60 60:60 70:60 80:60 90:60 100:0")]
    [InlineData("Linear10PercentEvery10Minutes", "10:600 20:600 30:600 40:600 50:600 60:600 70:600 80:600 90:600 100:0")]
    public void A_strategy_has_the_stages_that_CodeDeploy_gives_it(string? strategy, string stages) =>
        Assert.Equal(stages, Show(new TrafficRequest { Strategy = strategy }));

    [Fact]
    public void Own_stages_end_with_all_traffic_whether_that_is_said_or_not()
    {
        var first = new TrafficStage { Percent = 5, BakeSeconds = 10 };

        Assert.Equal("5:10 100:0", Show(new TrafficRequest { Stages = [first] }));
        Assert.Equal("5:10 100:60", Show(new TrafficRequest { Stages = [first, new TrafficStage { Percent = 100, BakeSeconds = 60 }] }));
    }

    [Fact]
    public void A_request_that_says_nothing_shifts_all_at_once_and_has_the_documented_defaults()
    {
        var traffic = RequestReader.Read(Request(null)).Traffic;

        Assert.False(traffic.Splits);
        Assert.Equal(("hold", 900, 20, true), (traffic.OnInconclusive, traffic.HoldSeconds, traffic.MinimumRequests, traffic.Probes));
        Assert.Equal(
            new TrafficLimits
            {
                ErrorRatePercent = 1,
                LatencyRatio = 1.5,
                LatencyMilliseconds = 100,
                ThrottleRatePercent = 1,
            },
            traffic.Limits
        );
    }

    [Fact]
    public void Every_value_that_is_out_of_range_is_reported_at_once()
    {
        var errors = Errors(
            """
            {
              "strategy": "Canary20Percent", "onInconclusive": "wait", "minimumRequests": 1, "holdSeconds": -1, "probes": "yes",
              "stages": [{ "percent": 0, "bakeSeconds": 50000 }, { "bakeSeconds": 1 }],
              "limits": { "errorRatePercent": 101.5, "latencyRatio": 0.5, "p99": 3 }
            }
            """
        );

        Assert.Equal(
            [
                "traffic/strategy: must be one of AllAtOnce, Canary10Percent5Minutes, Canary10Percent10Minutes, Canary10Percent15Minutes, Canary10Percent30Minutes, Linear10PercentEvery1Minute, Linear10PercentEvery2Minutes, Linear10PercentEvery3Minutes, Linear10PercentEvery10Minutes, but is \"Canary20Percent\"",
                "traffic/onInconclusive: must be one of hold, promote, rollBack, but is \"wait\"",
                "traffic/minimumRequests: must be 2 to 100000, but is 1",
                "traffic/holdSeconds: must be 0 to 14400, but is -1",
                "traffic/probes: must be true or false, but is \"yes\"",
                "traffic/stages/0/percent: must be 1 to 100, but is 0",
                "traffic/stages/0/bakeSeconds: must be 0 to 43200, but is 50000",
                "traffic/stages/1/percent: is missing",
                "traffic/limits/errorRatePercent: must be 0 to 100, but is 101.5",
                "traffic/limits/latencyRatio: must be 1 to 1000, but is 0.5",
                "traffic/limits/p99: unknown member; known here: errorRatePercent, latencyRatio, latencyMilliseconds, throttleRatePercent",
            ],
            errors
        );
    }

    [Fact]
    public void Every_rule_between_members_is_checked_at_once()
    {
        var errors = Errors(
            """
            {
              "strategy": "AllAtOnce",
              "stages": [{ "percent": 50, "bakeSeconds": 43000 }, { "percent": 50, "bakeSeconds": 43000 }, { "percent": 60 }],
              "alarms": ["errors", " ", "errors"]
            }
            """
        );

        Assert.Equal(
            [
                "traffic/stages: stand beside strategy \"AllAtOnce\"; leave one of the two out",
                "traffic/stages/1/percent: must be above that of the stage before, 50, but is 50",
                "traffic/stages/2/bakeSeconds: must be at least 1, or the stage could not be judged; leave the stage out if it needs no time",
                "traffic/stages: last 86000 seconds in all; 43200 are allowed",
                "traffic/alarms/1: must be the name of an alarm, 1 to 255 characters, but is \" \"",
                "traffic/alarms/2: \"errors\" is listed already; name each alarm once",
            ],
            errors
        );
    }

    [Fact]
    public void Alarms_that_nobody_would_look_at_are_refused() =>
        Assert.Equal(
            [
                "traffic/alarms: would never be evaluated, because all traffic shifts at once; choose a strategy, or a stage of 100 percent with bakeSeconds",
            ],
            Errors("""{ "alarms": ["errors"] }""")
        );

    private static string Show(TrafficRequest traffic) => string.Join(' ', traffic.AllStages.Select(s => $"{s.Percent}:{s.BakeSeconds}"));

    private static IEnumerable<string> Errors(string traffic) =>
        Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(Request(traffic))).Errors.Select(e => e.ToString());

    private static JsonObject Request(string? traffic)
    {
        var request = new JsonObject
        {
            ["application"] = "shop",
            ["environment"] = "development",
            ["functions"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "orders",
                    ["artifact"] = new JsonObject { ["sha256"] = new string('a', 64), ["size"] = 1000 },
                    ["runtime"] = "dotnet10",
                    ["handler"] = "Orders",
                    ["role"] = "arn:aws:iam::123456789012:role/orders",
                    ["smokeTests"] = new JsonArray(new JsonObject { ["name"] = "health" }),
                }
            ),
        };
        if (traffic is not null)
            request["traffic"] = JsonNode.Parse(traffic);
        return request;
    }
}
