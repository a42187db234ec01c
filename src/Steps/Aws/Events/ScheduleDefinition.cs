using System.Text.Json.Serialization;
using Amazon.Scheduler.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A schedule that invokes a function: all of it, for UpdateSchedule sets what is left out to its default.</summary>
public sealed record ScheduleDefinition
{
    public required string Expression { get; init; }

    public required string TimeZone { get; init; }

    public required string State { get; init; }

    public required string FlexibleMode { get; init; }

    public int? FlexibleMinutes { get; set; }

    public string? Description { get; set; }

    /// <summary>
    /// Only while it lies ahead: Scheduler refuses an update with one that has passed, and then it means nothing any more.
    /// </summary>
    public DateTime? StartDate { get; set; }

    public DateTime? EndDate { get; set; }

    public string? KmsKeyArn { get; set; }

    public string? ActionAfterCompletion { get; set; }

    public required string TargetArn { get; init; }

    public required string RoleArn { get; init; }

    public string? Input { get; set; }

    public string? DeadLetterArn { get; set; }

    public int? MaximumRetryAttempts { get; set; }

    public int? MaximumEventAgeInSeconds { get; set; }

    public static ScheduleDefinition Of(GetScheduleResponse live, DateTimeOffset now) =>
        new()
        {
            Expression = live.ScheduleExpression,
            TimeZone = live.ScheduleExpressionTimezone ?? "UTC",
            State = live.State?.Value ?? "ENABLED",
            FlexibleMode = live.FlexibleTimeWindow.Mode.Value,
            FlexibleMinutes = live.FlexibleTimeWindow.MaximumWindowInMinutes,
            Description = live.Description,
            StartDate = live.StartDate > now.UtcDateTime ? live.StartDate : null,
            EndDate = live.EndDate,
            KmsKeyArn = live.KmsKeyArn,
            ActionAfterCompletion = live.ActionAfterCompletion?.Value,
            TargetArn = live.Target.Arn,
            RoleArn = live.Target.RoleArn,
            Input = live.Target.Input,
            DeadLetterArn = live.Target.DeadLetterConfig?.Arn,
            MaximumRetryAttempts = live.Target.RetryPolicy?.MaximumRetryAttempts,
            MaximumEventAgeInSeconds = live.Target.RetryPolicy?.MaximumEventAgeInSeconds,
        };

    public UpdateScheduleRequest ToRequest(string group, string name) =>
        new()
        {
            GroupName = group,
            Name = name,
            ScheduleExpression = Expression,
            ScheduleExpressionTimezone = TimeZone,
            State = State,
            FlexibleTimeWindow = new FlexibleTimeWindow { Mode = FlexibleMode, MaximumWindowInMinutes = FlexibleMinutes },
            Description = Description,
            StartDate = StartDate,
            EndDate = EndDate,
            KmsKeyArn = KmsKeyArn,
            ActionAfterCompletion = ActionAfterCompletion,
            Target = new Target
            {
                Arn = TargetArn,
                RoleArn = RoleArn,
                Input = Input,
                DeadLetterConfig = DeadLetterArn is null ? null : new DeadLetterConfig { Arn = DeadLetterArn },
                RetryPolicy =
                    MaximumRetryAttempts is null && MaximumEventAgeInSeconds is null
                        ? null
                        : new RetryPolicy
                        {
                            MaximumRetryAttempts = MaximumRetryAttempts,
                            MaximumEventAgeInSeconds = MaximumEventAgeInSeconds,
                        },
            },
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScheduleDefinition))]
internal sealed partial class ScheduleDefinitionJson : JsonSerializerContext;
