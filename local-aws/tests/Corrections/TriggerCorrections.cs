using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class TriggerCorrections
{
    [Correction("An event source mapping that names an alias invokes the alias")]
    public static async Task Mapping_of_an_alias(AwsClients aws)
    {
        var (name, queue) = (await TestFunctions.CreateWithAliasAsync(aws), await TestQueues.CreateAsync(aws));
        var mapping = await aws.Lambda.CreateEventSourceMappingAsync(
            new CreateEventSourceMappingRequest
            {
                FunctionName = name,
                EventSourceArn = queue.Arn,
                Enabled = false,
            }
        );
        await aws.Lambda.UpdateEventSourceMappingAsync(
            new UpdateEventSourceMappingRequest { UUID = mapping.UUID, FunctionName = $"{name}:live" }
        );
        Assert.EndsWith(
            $":function:{name}:live",
            (await aws.Lambda.GetEventSourceMappingAsync(new GetEventSourceMappingRequest { UUID = mapping.UUID })).FunctionArn,
            StringComparison.Ordinal
        );
    }

    [Correction("UpdateSchedule sets what is left out to its default, and takes ActionAfterCompletion")]
    public static async Task Updated_schedule(AwsClients aws)
    {
        var name = TestFunctions.NewName("schedule");
        await ScheduleAsync(
            aws,
            HttpMethod.Post,
            name,
            new
            {
                ScheduleExpression = "rate(1 day)",
                State = "DISABLED",
                FlexibleTimeWindow,
                Target,
            }
        );
        await ScheduleAsync(
            aws,
            HttpMethod.Put,
            name,
            new
            {
                ScheduleExpression = "rate(1 day)",
                ActionAfterCompletion = "DELETE",
                FlexibleTimeWindow,
                Target,
            }
        );
        var schedule = (await aws.JsonAsync("scheduler", HttpMethod.Get, $"/schedules/{name}")).Json;
        Assert.Equal(("ENABLED", "DELETE"), ((string)schedule["State"]!, (string)schedule["ActionAfterCompletion"]!));
    }

    [Correction("UpdateSchedule is validated like CreateSchedule")]
    public static async Task Refused_schedule(AwsClients aws)
    {
        var name = TestFunctions.NewName("schedule");
        await ScheduleAsync(
            aws,
            HttpMethod.Post,
            name,
            new
            {
                ScheduleExpression = "rate(1 day)",
                FlexibleTimeWindow,
                Target,
            }
        );
        var answer = await ScheduleAsync(
            aws,
            HttpMethod.Put,
            name,
            new
            {
                ScheduleExpression = "every day",
                FlexibleTimeWindow,
                Target,
            }
        );
        Assert.Equal(400, (int)answer.Status);
    }

    private static object FlexibleTimeWindow => new { Mode = "OFF" };

    private static object Target =>
        new { Arn = "arn:aws:lambda:us-west-2:123456789012:function:f", RoleArn = "arn:aws:iam::123456789012:role/r" };

    private static Task<Answer> ScheduleAsync(AwsClients aws, HttpMethod method, string name, object body) =>
        aws.JsonAsync("scheduler", method, $"/schedules/{name}", body);
}
