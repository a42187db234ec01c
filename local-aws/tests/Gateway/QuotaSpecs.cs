using CodeRipple.Workflow.LocalAws.Gateway;
using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

public sealed class QuotaSpecs
{
    private readonly ManualClock _clock = new();
    private readonly AccountQuotas _quotas;

    public QuotaSpecs() => _quotas = new AccountQuotas(_clock);

    [Fact]
    public void The_control_plane_of_Lambda_takes_15_calls_a_second_and_no_more()
    {
        Assert.Equal(15, Allowed("lambda", "UpdateAlias"));
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(3, Allowed("lambda", "PublishVersion"));
    }

    [Fact]
    public void Reading_a_function_or_its_policy_has_a_quota_of_its_own()
    {
        Assert.Equal(100, Allowed("lambda", "GetFunction"));
        Assert.Equal(15, Allowed("lambda", "GetPolicy"));
        Assert.Equal(15, Allowed("lambda", "UpdateAlias"));
    }

    [Theory]
    [InlineData("apigateway", "CreateDeployment", 1, 0.2)]
    [InlineData("apigateway", "GetResources", 5, 2.5)]
    [InlineData("apigateway", "GetIntegration", 40, 10)]
    [InlineData("events", "ListTargetsByRule", 50, 50)]
    [InlineData("cloudwatch", "PutMetricAlarm", 3, 3)]
    [InlineData("cloudwatch", "DescribeAlarms", 9, 9)]
    [InlineData("cloudwatch", "GetMetricData", 50, 50)]
    public void A_call_has_the_quota_that_AWS_publishes(string service, string operation, int atOnce, double perSecond)
    {
        Assert.Equal(atOnce, Allowed(service, operation));
        _clock.Advance(TimeSpan.FromSeconds(1 / perSecond * 0.9));
        Assert.False(_quotas.Allow(Call(service, operation)));
        _clock.Advance(TimeSpan.FromSeconds(1 / perSecond * 0.2));
        Assert.True(_quotas.Allow(Call(service, operation)));
    }

    [Fact]
    public void All_calls_of_API_Gateway_count_to_one_quota_too()
    {
        Assert.Equal(40, Allowed("apigateway", "GetIntegration"));
        Assert.False(_quotas.Allow(Call("apigateway", "CreateDeployment")));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(_quotas.Allow(Call("apigateway", "CreateDeployment")));
    }

    [Theory]
    [InlineData("lambda", "Invoke")]
    [InlineData("dynamodb", "PutItem")]
    [InlineData("events", "PutEvents")]
    public void Calls_that_AWS_takes_more_of_than_a_release_makes_are_not_counted(string service, string operation) =>
        Assert.Equal(200, Allowed(service, operation));

    private int Allowed(string service, string operation) => Enumerable.Range(0, 200).Count(_ => _quotas.Allow(Call(service, operation)));

    private static AwsRequest Call(string service, string operation) =>
        new()
        {
            Id = "1",
            Protocol = AwsProtocol.RestJson,
            Service = service,
            Operation = operation,
            Method = "GET",
            RawTarget = "/",
        };

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
