using Amazon.Scheduler;
using Amazon.Scheduler.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>EventBridge Scheduler in memory: an update sets everything that it leaves out to its default.</summary>
internal sealed class FakeSchedules : FakeService
{
    private readonly Dictionary<string, GetScheduleResponse> _schedules = [];

    public FakeSchedules(History history)
        : base(history)
    {
        Client
            .ListSchedulesAsync(Arg.Any<ListSchedulesRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new ListSchedulesResponse
            {
                Schedules =
                [
                    .. _schedules.Values.Select(s => new ScheduleSummary
                    {
                        Name = s.Name,
                        GroupName = s.GroupName,
                        Target = new TargetSummary { Arn = s.Target.Arn },
                        State = s.State,
                    }),
                ],
            });
        Client
            .GetScheduleAsync(Arg.Any<GetScheduleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => _schedules[call.Arg<GetScheduleRequest>().Name]);
        Client
            .UpdateScheduleAsync(Arg.Any<UpdateScheduleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Update(call.Arg<UpdateScheduleRequest>()));
    }

    public IAmazonScheduler Client { get; } = Substitute.For<IAmazonScheduler>();

    public void Has(GetScheduleResponse schedule) => _schedules[schedule.Name] = schedule;

    public GetScheduleResponse Schedule(string name) => _schedules[name];

    private UpdateScheduleResponse Update(UpdateScheduleRequest request) =>
        Change<UpdateScheduleResponse>(
            request,
            request.Name,
            () =>
                Has(
                    new GetScheduleResponse
                    {
                        Name = request.Name,
                        GroupName = request.GroupName ?? "default",
                        ScheduleExpression = request.ScheduleExpression,
                        ScheduleExpressionTimezone = request.ScheduleExpressionTimezone ?? "UTC",
                        State = request.State ?? Amazon.Scheduler.ScheduleState.ENABLED,
                        FlexibleTimeWindow = request.FlexibleTimeWindow,
                        Description = request.Description,
                        StartDate = request.StartDate,
                        EndDate = request.EndDate,
                        ActionAfterCompletion = request.ActionAfterCompletion ?? Amazon.Scheduler.ActionAfterCompletion.NONE,
                        Target = request.Target,
                    }
                )
        );
}
