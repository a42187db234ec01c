using Amazon.EventBridge.Model;
using Amazon.Lambda.Model;
using Amazon.Scheduler;
using Amazon.Scheduler.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;
using DeadLetterConfig = Amazon.EventBridge.Model.DeadLetterConfig;
using RetryPolicy = Amazon.EventBridge.Model.RetryPolicy;
using Target = Amazon.EventBridge.Model.Target;

namespace CodeRipple.Workflow.Steps.Tests.Routing;

public sealed class TriggerWalkTests : IAsyncLifetime, IDisposable
{
    private const string Function = "arn:aws:lambda:us-west-2:123456789012:function:orders";

    private readonly World _world = new();

    public Task InitializeAsync() => _world.HasLiveFunctionAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Everything_that_bypasses_the_alias_is_reported_with_its_remedy_and_nothing_is_touched()
    {
        _world.Apis.Has(FakeApis.Proxy("orders"));
        _world.Apis.Has(FakeApis.Proxy("orders:7"), id: "api2", path: "/seven");
        HasTriggers();
        _world.Lambda.Permits("orders", null, "bucket", "s3.amazonaws.com", "arn:aws:s3:::orders");

        var error = await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request()));

        Assert.Equal(
            """
            6 triggers bypass the alias live; new code would get their calls untested:
            - POST /hooks of API "hooks api1" (api1) invokes orders:$LATEST; name the route under "api" in the request, or point the integration to arn:aws:lambda:us-west-2:123456789012:function:orders:live and deploy the API
            - POST /seven of API "hooks api2" (api2) invokes orders:7; name the route under "api" in the request, or point the integration to arn:aws:lambda:us-west-2:123456789012:function:orders:live and deploy the API
            - event source mapping m1 from arn:aws:sqs:us-west-2:123456789012:orders invokes orders:$LATEST; set "adopt": true in the request, or point it to arn:aws:lambda:us-west-2:123456789012:function:orders:live
            - s3.amazonaws.com for arn:aws:s3:::orders by statement "bucket" of the function's policy invokes orders:$LATEST; let it invoke arn:aws:lambda:us-west-2:123456789012:function:orders:live and permit that there, then: aws lambda remove-permission --function-name orders --statement-id bucket
            - schedule "nightly" of group "default" invokes orders:$LATEST; set "adopt": true in the request, or point it to arn:aws:lambda:us-west-2:123456789012:function:orders:live
            - target "t" of rule "pushes" on bus "shop" invokes orders:$LATEST; set "adopt": true in the request, or point it to arn:aws:lambda:us-west-2:123456789012:function:orders:live
            """,
            error.Message
        );
        Assert.DoesNotContain(
            _world.History.Events,
            e => e.StartsWith("Put", StringComparison.Ordinal) || e.StartsWith("Update", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_goes_through_an_alias_and_what_invokes_other_functions_is_well()
    {
        _world.Apis.Has(FakeApis.Proxy("orders:live"));
        _world.Events.Has("default", "others", new Target { Id = "t", Arn = Function + "-2" });
        _world.Events.Has("default", "ours", new Target { Id = "t", Arn = Function + ":live" });
        _world.Lambda.HasMapping("m1", Function + ":live");
        _world.Lambda.Permits("orders", null, "left-over", "events.amazonaws.com", "arn:aws:events:us-west-2:123456789012:rule/gone");
        _world.Lambda.Permits(
            "orders",
            null,
            "left-over-api",
            "apigateway.amazonaws.com",
            "arn:aws:execute-api:us-west-2:123456789012:api1/*/POST/hooks"
        );

        await _world.StartAsync(Request());

        Assert.Empty((await _world.ReadPlanAsync()).Triggers);
    }

    [Fact]
    public async Task What_is_switched_off_is_a_warning_and_what_is_on_is_none()
    {
        foreach (var rule in new[] { "off", "on" })
            _world.Events.Has("default", rule, new Target { Id = "t", Arn = Function + ":live" });
        _world.Events.Disabled = "off";
        foreach (var mapping in new[] { "m1", "m2" })
            _world.Lambda.HasMapping(mapping, Function + ":live");
        _world.Lambda.HasMapping("m3", Function + "-2");
        _world.Lambda.DisabledMapping = "m2";
        foreach (var state in new[] { ScheduleState.DISABLED, ScheduleState.ENABLED })
            _world.Schedules.Has(
                new GetScheduleResponse
                {
                    Name = state.Value,
                    GroupName = "default",
                    State = state,
                    Target = new() { Arn = Function + ":live" },
                }
            );

        await _world.StartAsync(Request());

        Assert.Equal(
            [
                "Event source mapping m2 from arn:aws:sqs:us-west-2:123456789012:orders is switched off: it does not invoke orders.",
                "Rule \"off\" on bus \"default\" is switched off: it does not invoke orders.",
                "Schedule \"DISABLED\" of group \"default\" is switched off: it does not invoke orders.",
            ],
            (await _world.ReadPlanAsync()).Warnings
        );
    }

    [Fact]
    public async Task What_others_delete_while_it_is_looked_at_invokes_nothing()
    {
        _world.Apis.Has(FakeApis.Proxy("orders"));
        _world.Apis.Vanishing = "api1";
        _world.Events.Has("default", "going", new Target { Id = "t", Arn = Function });
        _world.Events.Vanishing = "going";

        await _world.StartAsync(Request());

        Assert.Empty((await _world.ReadPlanAsync()).Triggers);
    }

    [Fact]
    public async Task Adopted_triggers_invoke_the_alias_and_keep_everything_else()
    {
        HasTriggers();
        await _world.StartAsync(Request() with { Adopt = true });

        await _world.RouteAsync();

        var target = _world.Events.Target("shop", "pushes");
        Assert.Equal(
            (Function + ":live", "$.detail", "arn:aws:sqs:us-west-2:123456789012:dead", 3),
            (target.Arn, target.InputPath, target.DeadLetterConfig.Arn, target.RetryPolicy.MaximumRetryAttempts)
        );
        var schedule = _world.Schedules.Schedule("nightly");
        Assert.Equal(
            (Function + ":live", "Europe/Berlin", "DISABLED", "{}", "Every night", "DELETE"),
            (
                schedule.Target.Arn,
                schedule.ScheduleExpressionTimezone,
                schedule.State.Value,
                schedule.Target.Input,
                schedule.Description,
                schedule.ActionAfterCompletion.Value
            )
        );
        Assert.Equal(Function + ":live", _world.Lambda.Mapping("m1"));
        var permission = Assert.Single(_world.Lambda.Sent<AddPermissionRequest>());
        Assert.Equal(
            ("events.amazonaws.com", "arn:aws:events:us-west-2:123456789012:rule/shop/pushes"),
            (permission.Principal, permission.SourceArn)
        );
    }

    [Fact]
    public async Task A_rollback_gives_adopted_triggers_back_as_they_were()
    {
        HasTriggers();
        await _world.StartAsync(Request() with { Adopt = true });
        await _world.RouteAsync();

        await _world.RevertAsync();

        Assert.Equal(
            (Function, "$.detail"),
            (_world.Events.Target("shop", "pushes").Arn, _world.Events.Target("shop", "pushes").InputPath)
        );
        Assert.Equal(
            (Function, "DISABLED"),
            (_world.Schedules.Schedule("nightly").Target.Arn, _world.Schedules.Schedule("nightly").State.Value)
        );
        Assert.Equal(Function, _world.Lambda.Mapping("m1"));
        Assert.Empty(_world.Lambda.Statements("orders", "live"));
        Assert.All(await _world.VerifyAsync(), r => Assert.Contains(r.Outcome, new[] { RevertOutcome.Restored, RevertOutcome.Removed }));
    }

    [Fact]
    public async Task A_target_that_EventBridge_refuses_stops_the_release()
    {
        HasTriggers();
        await _world.StartAsync(Request() with { Adopt = true });
        _world.Events.RefusesTargets = true;

        var error = await Assert.ThrowsAsync<DriftDetectedException>(() => _world.RouteAsync());

        Assert.Equal("Target t of rule pushes could not be changed: not for you (AccessDeniedException)", error.Message);
    }

    [Fact]
    public async Task A_rule_that_waits_for_a_function_to_come_is_found_too()
    {
        _world.Events.Has("default", "early", new Target { Id = "t", Arn = "arn:aws:lambda:us-west-2:123456789012:function:invoices" });

        await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Shop.Request(_world.Function("invoices"))));
    }

    private void HasTriggers()
    {
        _world.Events.Has(
            "shop",
            "pushes",
            new Target
            {
                Id = "t",
                Arn = Function,
                InputPath = "$.detail",
                DeadLetterConfig = new DeadLetterConfig { Arn = "arn:aws:sqs:us-west-2:123456789012:dead" },
                RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 3 },
            }
        );
        _world.Schedules.Has(
            new GetScheduleResponse
            {
                Name = "nightly",
                GroupName = "default",
                Description = "Every night",
                ScheduleExpression = "cron(0 3 * * ? *)",
                ScheduleExpressionTimezone = "Europe/Berlin",
                State = ScheduleState.DISABLED,
                FlexibleTimeWindow = new FlexibleTimeWindow { Mode = FlexibleTimeWindowMode.OFF },
                ActionAfterCompletion = ActionAfterCompletion.DELETE,
                StartDate = _world.Time.Now.AddDays(-30).UtcDateTime,
                Target = new Amazon.Scheduler.Model.Target
                {
                    Arn = Function,
                    RoleArn = "arn:aws:iam::123456789012:role/nightly",
                    Input = "{}",
                },
            }
        );
        _world.Lambda.HasMapping("m1", Function);
    }

    private ReleaseRequest Request() => Shop.Request(_world.Function());
}
