using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>How the traffic of all functions of a release moves to the new versions, and who may stop it on the way.</summary>
public sealed record TrafficRequest
{
    [Description("A strategy of AWS CodeDeploy, by its name. Default: AllAtOnce, unless there are stages.")]
    [AllowedValues(
        TrafficStrategies.AllAtOnce,
        "Canary10Percent5Minutes",
        "Canary10Percent10Minutes",
        "Canary10Percent15Minutes",
        "Canary10Percent30Minutes",
        "Linear10PercentEvery1Minute",
        "Linear10PercentEvery2Minutes",
        "Linear10PercentEvery3Minutes",
        "Linear10PercentEvery10Minutes"
    )]
    public string? Strategy { get; set; }

    [Description(
        "Stages of your own instead of a strategy, with rising percentages. After the last one all traffic is on the new versions."
    )]
    [ItemCount(50)]
    public IReadOnlyList<TrafficStage> Stages { get; set; } = [];

    [Description(
        "What to do when a stage ends without a verdict: hold it for longer and then roll back, promote to the next stage, or roll back at once."
    )]
    [AllowedValues(Hold, Promote, RollBack)]
    public string OnInconclusive { get; set; } = Hold;

    [Description("How many seconds a stage is held at most while there is no verdict.")]
    [Range(0, 14_400)]
    public int HoldSeconds { get; set; } = 900;

    [Description(
        "Requests of users to a new version before it can be called healthy, and before their errors can stop the release. Own probes are counted apart: as many decide where users make fewer requests."
    )]
    [Range(2, 100_000)]
    public int MinimumRequests { get; set; } = 20;

    [Description("How much worse than the old version a new one may be.")]
    public TrafficLimits Limits { get; set; } = new();

    [Description(
        "Names of CloudWatch alarms, metric or composite, that stop the release when they fire. One that fires before the release decides nothing."
    )]
    [ItemCount(100)]
    public IReadOnlyList<string> Alarms { get; set; } = [];

    [Description(
        "Whether the smoke tests of each function are sent to its new version at every look, so that little traffic still gives a verdict."
    )]
    public bool Probes { get; set; } = true;

    internal const string Hold = "hold";
    internal const string Promote = "promote";
    internal const string RollBack = "rollBack";

    [JsonIgnore]
    public bool Holds => OnInconclusive == Hold;

    [JsonIgnore]
    public bool Promotes => OnInconclusive == Promote;

    /// <summary>The stages in their order; the last one has all traffic.</summary>
    [JsonIgnore]
    public IReadOnlyList<TrafficStage> AllStages => TrafficStrategies.StagesOf(this);

    /// <summary>Whether any stage splits the traffic between two versions.</summary>
    [JsonIgnore]
    public bool Splits => AllStages.Any(s => s.Percent < 100);
}

/// <summary>A share of the traffic, and how long it stays before the next.</summary>
public sealed record TrafficStage
{
    [Description("Share of the traffic that goes to the new versions.")]
    [Range(1, 100)]
    public required int Percent { get; init; }

    [Description("Seconds that the stage lasts while the new versions are judged.")]
    [Range(0, 43_200)]
    public int BakeSeconds { get; set; }
}

/// <summary>How much worse than the old version a new one may be before the traffic goes back.</summary>
public sealed record TrafficLimits
{
    [Description("Percentage points that the error rate of a new version may lie above the old one's.")]
    [Range(0.0, 100.0)]
    public double ErrorRatePercent { get; set; } = 1;

    [Description(
        "How many times the old version's duration the new one's may be; of both the duration that nine of ten requests stay below."
    )]
    [Range(1.0, 1000.0)]
    public double LatencyRatio { get; set; } = 1.5;

    [Description("Milliseconds by which the duration may always rise, whatever the ratio.")]
    [Range(0, 900_000)]
    public int LatencyMilliseconds { get; set; } = 100;

    [Description("Percentage points that the share of throttled requests of a function may lie above that before the shift.")]
    [Range(0.0, 100.0)]
    public double ThrottleRatePercent { get; set; } = 1;
}
