using System.Text.Json.Serialization;
using Amazon.EventBridge.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A target of a rule that is a function: all of it, for PutTargets replaces a target as a whole.</summary>
public sealed record RuleTargetState
{
    public required string Arn { get; init; }

    public string? RoleArn { get; set; }

    public string? Input { get; set; }

    public string? InputPath { get; set; }

    public SortedDictionary<string, string>? InputPathsMap { get; set; }

    public string? InputTemplate { get; set; }

    public string? DeadLetterArn { get; set; }

    public int? MaximumRetryAttempts { get; set; }

    public int? MaximumEventAgeInSeconds { get; set; }

    public static RuleTargetState Of(Target live) =>
        new()
        {
            Arn = live.Arn,
            RoleArn = live.RoleArn,
            Input = live.Input,
            InputPath = live.InputPath,
            InputPathsMap = live.InputTransformer?.InputPathsMap is { Count: > 0 } paths ? new(paths, StringComparer.Ordinal) : null,
            InputTemplate = live.InputTransformer?.InputTemplate,
            DeadLetterArn = live.DeadLetterConfig?.Arn,
            MaximumRetryAttempts = live.RetryPolicy?.MaximumRetryAttempts,
            MaximumEventAgeInSeconds = live.RetryPolicy?.MaximumEventAgeInSeconds,
        };

    public Target ToTarget(string id) =>
        new()
        {
            Id = id,
            Arn = Arn,
            RoleArn = RoleArn,
            Input = Input,
            InputPath = InputPath,
            InputTransformer = InputTemplate is null
                ? null
                : new InputTransformer { InputPathsMap = InputPathsMap?.ToDictionary(), InputTemplate = InputTemplate },
            DeadLetterConfig = DeadLetterArn is null ? null : new DeadLetterConfig { Arn = DeadLetterArn },
            RetryPolicy =
                MaximumRetryAttempts is null && MaximumEventAgeInSeconds is null
                    ? null
                    : new RetryPolicy { MaximumRetryAttempts = MaximumRetryAttempts, MaximumEventAgeInSeconds = MaximumEventAgeInSeconds },
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RuleTargetState))]
internal sealed partial class RuleTargetStateJson : JsonSerializerContext;
