using Amazon.Scheduler;
using Amazon.Scheduler.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Schedules of EventBridge Scheduler.</summary>
public sealed class Schedules(IAmazonScheduler scheduler, TimeProvider time)
{
    public Task<IReadOnlyList<ScheduleSummary>> ListAsync() =>
        Pages.ReadAsync<ScheduleSummary>(async next =>
        {
            var page = await scheduler.ListSchedulesAsync(new ListSchedulesRequest { MaxResults = 100, NextToken = next });
            return (page.Schedules, page.NextToken);
        });

    public async Task<ScheduleDefinition?> FindAsync(string group, string name)
    {
        var live = await Missing.OrNullAsync<GetScheduleResponse, ResourceNotFoundException>(() =>
            scheduler.GetScheduleAsync(new GetScheduleRequest { GroupName = group, Name = name })
        );
        return live is null ? null : ScheduleDefinition.Of(live, time.GetUtcNow());
    }

    public async Task UpdateAsync(string group, string name, ScheduleDefinition wanted)
    {
        try
        {
            await scheduler.UpdateScheduleAsync(wanted.ToRequest(group, name));
        }
        catch (ConflictException e)
        {
            throw new ResourceNotStabilizedException($"Schedule {name} is being changed: {e.Message}");
        }
    }
}
