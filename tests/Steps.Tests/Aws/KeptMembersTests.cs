using Amazon.APIGateway.Model;
using Amazon.CloudWatch.Model;
using Amazon.Lambda.Model;
using Amazon.Scheduler.Model;
using CodeRipple.Workflow.Steps.Aws;
using RuleTarget = Amazon.EventBridge.Model.Target;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

/// <summary>
/// A resource that AWS replaces as a whole loses what a change or a rollback does not send back. The members come from AWS's own
/// model, so one that AWS adds fails here until somebody has decided about it.
/// </summary>
public sealed class KeptMembersTests
{
    /// <summary>Parts of targets that invoke something else than a function.</summary>
    private static readonly string[] OfOtherTargets =
    [
        "AppSyncParameters",
        "BatchParameters",
        "EcsParameters",
        "EventBridgeParameters",
        "HttpParameters",
        "KinesisParameters",
        "RedshiftDataParameters",
        "RunCommandParameters",
        "SageMakerPipelineParameters",
        "SqsParameters",
    ];

    [Fact]
    public void Everything_of_an_integration_is_sent_back()
    {
        var live = Members.Filled<GetIntegrationResponse>();

        var sent = IntegrationState.Of(live).ToRequest("api", "resource", "POST");

        AssertKept(live, sent, without: ["RestApiId", "ResourceId", "HttpMethod"], renamed: ("IntegrationHttpMethod", "HttpMethod"));
    }

    [Fact]
    public void Everything_of_the_response_of_an_integration_is_sent_back()
    {
        var live = Members.Filled<IntegrationResponse>();

        var sent = IntegrationResponseState.Of(live).ToRequest("api", "resource", "POST", live.StatusCode);

        AssertKept(live, sent, without: ["RestApiId", "ResourceId", "HttpMethod"]);
    }

    [Fact]
    public void Everything_of_a_target_of_a_rule_is_sent_back()
    {
        var live = Members.Filled<RuleTarget>();

        AssertKept(live, RuleTargetState.Of(live).ToTarget(live.Id), without: OfOtherTargets);
    }

    [Fact]
    public void Everything_of_a_schedule_is_sent_back()
    {
        var live = Members.Filled<GetScheduleResponse>();

        var sent = ScheduleDefinition.Of(live, DateTimeOffset.UnixEpoch).ToRequest(live.GroupName, live.Name);

        // The token makes a repeated request the same one.
        AssertKept(live, sent, without: ["ClientToken", .. OfOtherTargets]);
    }

    [Fact]
    public void Everything_of_an_alarm_is_sent_back()
    {
        var live = Members.Filled<MetricAlarm>();

        // Tags are given at the creation only.
        AssertKept(live, AlarmDefinition.Of(live).ToRequest(live.AlarmName), without: ["Tags"]);
    }

    // These keep what a request leaves out.
    [Theory]
    [InlineData(
        typeof(UpdateFunctionConfigurationRequest),
        "Description Environment EphemeralStorage FunctionName Handler Layers MemorySize RevisionId Role Runtime Timeout",
        "CapacityProviderConfig DeadLetterConfig DurableConfig FileSystemConfigs ImageConfig KMSKeyArn LoggingConfig SnapStart TracingConfig VpcConfig"
    )]
    [InlineData(
        typeof(UpdateEventSourceMappingRequest),
        "FunctionName UUID",
        "AmazonManagedKafkaEventSourceConfig BatchSize BisectBatchOnFunctionError DestinationConfig DocumentDBEventSourceConfig Enabled "
            + "FilterCriteria FunctionResponseTypes KMSKeyArn LoggingConfig MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds "
            + "MaximumRetryAttempts MetricsConfig ParallelizationFactor ProvisionedPollerConfig ScalingConfig "
            + "SelfManagedKafkaEventSourceConfig SourceAccessConfigurations TumblingWindowInSeconds"
    )]
    [InlineData(typeof(UpdateAliasRequest), "FunctionName FunctionVersion Name RevisionId RoutingConfig", "Description")]
    public void What_an_update_may_set_is_either_restored_or_left_as_it_is(Type request, string restored, string left) =>
        Assert.Equal($"{restored} {left}".Split(' ').Order(StringComparer.Ordinal), Members.Of(request).Select(m => m.Name));

    /// <param name="without">What names the resource, or that it cannot have.</param>
    /// <param name="renamed">A member of the request, and what it is called in the answer.</param>
    private static void AssertKept(object live, object sent, string[] without, params (string Sent, string Live)[] renamed)
    {
        var known = Members.Of(live.GetType()).ToDictionary(m => m.Name);
        foreach (var member in Members.Of(sent.GetType()).Where(m => !without.Contains(m.Name) || renamed.Any(r => r.Sent == m.Name)))
        {
            var name = renamed.FirstOrDefault(r => r.Sent == member.Name).Live ?? member.Name;
            Assert.True(known.TryGetValue(name, out var answered), $"{member.Name} can be set and is not among what is read");
            Assert.Equal(
                $"{member.Name}: {Members.Describe(answered.GetValue(live), without)}",
                $"{member.Name}: {Members.Describe(member.GetValue(sent), without)}"
            );
        }
    }
}
