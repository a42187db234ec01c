using Amazon.Scheduler;
using Amazon.Scheduler.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonScheduler))]
public sealed class SchedulerContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private readonly AmazonSchedulerClient _scheduler = Client<AmazonSchedulerClient, AmazonSchedulerConfig>(aws, (c, o) => new(c, o));

    [Fact]
    public async Task CreateSchedule_answers_its_arn()
    {
        var name = NewName("schedule");

        var created = await CreateAsync(name);

        Assert.EndsWith($":schedule/default/{name}", created.ScheduleArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSchedule_returns_all_of_it()
    {
        var name = NewName("schedule");
        await CreateAsync(name);

        var schedule = await ReadAsync(name);

        Assert.Equal(
            ("rate(1 day)", "Europe/Berlin", "DISABLED", FlexibleTimeWindowMode.FLEXIBLE, (int?)15, """{"a":1}""", (int?)3),
            (
                schedule.ScheduleExpression,
                schedule.ScheduleExpressionTimezone,
                schedule.State.Value,
                schedule.FlexibleTimeWindow.Mode,
                schedule.FlexibleTimeWindow.MaximumWindowInMinutes,
                schedule.Target.Input,
                schedule.Target.RetryPolicy.MaximumRetryAttempts
            )
        );
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ReadAsync("nobody"));
    }

    [Fact]
    public async Task UpdateSchedule_sets_what_it_leaves_out_to_the_default()
    {
        var name = NewName("schedule");
        await CreateAsync(name);

        await _scheduler.UpdateScheduleAsync(
            new UpdateScheduleRequest
            {
                Name = name,
                ScheduleExpression = "rate(2 days)",
                FlexibleTimeWindow = new FlexibleTimeWindow { Mode = FlexibleTimeWindowMode.OFF },
                Target = new Target { Arn = Function + ":live", RoleArn = Role },
            }
        );

        var schedule = await ReadAsync(name);
        Assert.Equal(
            ("rate(2 days)", "ENABLED", Function + ":live", (string?)null),
            (schedule.ScheduleExpression, schedule.State.Value, schedule.Target.Arn, schedule.Description)
        );
    }

    [Fact]
    public async Task ListSchedules_returns_their_targets()
    {
        var name = NewName("schedule");
        await CreateAsync(name);

        var schedule = (await _scheduler.ListSchedulesAsync(new ListSchedulesRequest { NamePrefix = name })).Schedules.Single(s =>
            s.Name == name
        );

        Assert.Equal(("default", Function), (schedule.GroupName, schedule.Target.Arn));
    }

    [Fact]
    public async Task DeleteSchedule_ends_it()
    {
        var name = NewName("schedule");
        await CreateAsync(name);

        await _scheduler.DeleteScheduleAsync(new DeleteScheduleRequest { Name = name });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ReadAsync(name));
    }

    private const string Function = "arn:aws:lambda:us-west-2:123456789012:function:nightly";
    private const string Role = "arn:aws:iam::123456789012:role/nightly";

    private Task<CreateScheduleResponse> CreateAsync(string name) =>
        _scheduler.CreateScheduleAsync(
            new CreateScheduleRequest
            {
                Name = name,
                Description = "nightly",
                ScheduleExpression = "rate(1 day)",
                ScheduleExpressionTimezone = "Europe/Berlin",
                State = ScheduleState.DISABLED,
                FlexibleTimeWindow = new FlexibleTimeWindow { Mode = FlexibleTimeWindowMode.FLEXIBLE, MaximumWindowInMinutes = 15 },
                Target = new Target
                {
                    Arn = Function,
                    RoleArn = Role,
                    Input = """{"a":1}""",
                    RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 3 },
                },
            }
        );

    private Task<GetScheduleResponse> ReadAsync(string name) => _scheduler.GetScheduleAsync(new GetScheduleRequest { Name = name });
}
