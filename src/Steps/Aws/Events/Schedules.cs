using Amazon.Scheduler;
using Amazon.Scheduler.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Schedules of EventBridge Scheduler.</summary>
public sealed class Schedules(IAmazonScheduler scheduler, TimeProvider time)
{
    public async Task<IReadOnlyList<ScheduleSummary>> ListAsync()
    {
        var found = new List<ScheduleSummary>();
        string? next = null;
        do
        {
            var page = await scheduler.ListSchedulesAsync(new ListSchedulesRequest { MaxResults = 100, NextToken = next });
            found.AddRange(page.Schedules ?? []);
            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return found;
    }

    public async Task<ScheduleDefinition?> FindAsync(string group, string name)
    {
        try
        {
            return ScheduleDefinition.Of(await scheduler.GetScheduleAsync(new GetScheduleRequest { GroupName = group, Name = name }), time.GetUtcNow());
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public async Task UpdateAsync(string group, string name, ScheduleDefinition wanted)
    {
        try
        {
            await scheduler.UpdateScheduleAsync(wanted.ToRequest(group, name));
        }
        catch (ConflictException e)
        {
            throw new FunctionNotReadyException($"Schedule {name} is being changed: {e.Message}");
        }
    }
}
