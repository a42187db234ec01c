using Amazon.CloudWatch;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

/// <summary>What PlanRelease finds out before any traffic is shifted.</summary>
public sealed class TrafficPlanTests : IDisposable
{
    private const string Remedy = "Release this change with strategy AllAtOnce, then the next ones in stages again";

    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Every_alias_that_Lambda_would_not_split_is_named_before_anything_is_changed()
    {
        await _world.HasLiveFunctionAsync("roles");
        await _world.HasLiveFunctionAsync("letters");
        _world.Lambda.Latest("letters").DeadLetterConfig = new DeadLetterConfig { TargetArn = "arn:aws:sqs:us-west-2:123456789012:dead" };
        await _world.HasLiveFunctionAsync("warm");
        _world.Lambda.WithProvisionedConcurrency.Add("warm");
        await _world.HasLiveFunctionAsync("latest");
        _world.Lambda.HasAlias("latest", "$LATEST");
        await _world.HasLiveFunctionAsync("fine");
        _world.HasFunction("unadopted");

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() =>
            StartAsync(
                _world.Function("roles") with
                {
                    Role = "arn:aws:iam::123456789012:role/other",
                },
                _world.Function("letters"),
                _world.Function("warm"),
                _world.Function("latest"),
                _world.Function("fine"),
                _world.Function("unadopted"),
                _world.Function("added")
            )
        );

        Assert.Equal(
            [
                $"traffic: the traffic of roles cannot be split: its role changes from {Shop.Role} to arn:aws:iam::123456789012:role/other, and Lambda splits traffic only between versions with the same role. {Remedy}",
                $"traffic: the traffic of letters cannot be split: its dead-letter queue changes from none to arn:aws:sqs:us-west-2:123456789012:dead, and Lambda splits traffic only between versions with the same one. {Remedy}",
                $"traffic: the traffic of warm cannot be split: alias live has provisioned concurrency, and Lambda gives such an alias no weights. {Remedy}",
                $"traffic: the traffic of latest cannot be split: alias live points to $LATEST, which can have no share. {Remedy}",
            ],
            error.Errors.Select(e => e.ToString())
        );
    }

    [Fact]
    public async Task All_at_once_such_functions_are_released_as_ever()
    {
        await _world.HasLiveFunctionAsync("roles");

        var planned = await _world.StartAsync(
            Shop.Request(_world.Function("roles") with { Role = "arn:aws:iam::123456789012:role/other" })
        );

        Assert.Equal(["roles"], planned.Functions.Select(f => f.Name));
    }

    [Fact]
    public async Task Alarms_are_kept_as_they_stand_before_the_release_and_unknown_ones_are_refused()
    {
        await _world.HasLiveFunctionAsync("orders");
        _world.CloudWatch.HasAlarm("errors", StateValue.OK);
        _world.CloudWatch.HasAlarm("all of the shop", StateValue.ALARM, isComposite: true);
        var traffic = new TrafficRequest { Strategy = "Canary10Percent5Minutes", Alarms = ["errors", "all of the shop"] };

        await _world.StartAsync(Shop.Request(_world.Function("orders")) with { Traffic = traffic });
        await _world.Get<ReleaseLock>().ReleaseAsync(_world.Release);
        _world.Time.Now += TimeSpan.FromSeconds(1);
        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() =>
            _world.StartAsync(
                Shop.Request("r2", _world.Function("orders")) with
                {
                    Traffic = traffic with { Alarms = ["errors", "misspelt"] },
                }
            )
        );

        Assert.Equal([new WatchedAlarm("errors", "OK"), new WatchedAlarm("all of the shop", "ALARM")], (await ReadPlanAsync("r1")).Alarms);
        Assert.Equal(
            "traffic/alarms/1: there is no alarm \"misspelt\" in this account and region; create it, or leave it out",
            Assert.Single(error.Errors).ToString()
        );
    }

    private Task<PlannedRelease> StartAsync(params FunctionRequest[] functions) =>
        _world.StartAsync(Shop.Request(functions) with { Traffic = new TrafficRequest { Strategy = "Linear10PercentEvery1Minute" } });

    private Task<ReleasePlan> ReadPlanAsync(string id) => _world.Get<ReleaseBucket>().ReadPlanAsync(World.ReleaseOf(id));
}
