using CodeRipple.Workflow.LocalAws.Gateway;
using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

public sealed class QuotaSpecs
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void The_control_plane_takes_its_calls_per_second_and_no_more()
    {
        var quota = new LambdaQuota(15, _clock);
        Assert.Equal(15, Enumerable.Range(0, 40).Count(_ => quota.Allows(Call("UpdateAlias"))));
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(3, Enumerable.Range(0, 40).Count(_ => quota.Allows(Call("PublishVersion"))));
    }

    [Fact]
    public void Reading_a_function_has_a_quota_of_its_own()
    {
        var quota = new LambdaQuota(15, _clock);
        Assert.Equal(100, Enumerable.Range(0, 200).Count(_ => quota.Allows(Call("GetFunction"))));
        Assert.Equal(15, Enumerable.Range(0, 40).Count(_ => quota.Allows(Call("GetPolicy"))));
        Assert.True(quota.Allows(Call("UpdateAlias")));
    }

    [Fact]
    public void Invocations_and_other_services_are_not_counted()
    {
        var quota = new LambdaQuota(1, _clock);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.True(quota.Allows(Call("Invoke"))));
        Assert.All(Enumerable.Range(0, 50), _ => Assert.True(quota.Allows(Call("PutItem") with { Service = "dynamodb" })));
    }

    private static AwsRequest Call(string operation) =>
        new()
        {
            Id = "1",
            Protocol = AwsProtocol.RestJson,
            Service = "lambda",
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
