using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>CloudFormation makes the stack with the permissions of whoever installs it: docs/policies has them all.</summary>
public sealed class InstallPolicyTests
{
    // A managed policy may have so many characters, white space not counted:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int LongestPolicy = 6_144;

    /// <summary>
    /// What CloudFormation calls for each type: the permissions of the type's handlers in the CloudFormation registry, without those of
    /// properties that the template does not use (VPCs, file systems, replicas, …).
    /// </summary>
    private static readonly Dictionary<string, string> Handlers = new()
    {
        ["AWS::CloudWatch::Alarm"] = "cloudwatch:PutMetricAlarm DescribeAlarms DeleteAlarms TagResource UntagResource ListTagsForResource",
        ["AWS::CloudWatch::Dashboard"] =
            "cloudwatch:PutDashboard GetDashboard DeleteDashboards TagResource UntagResource ListTagsForResource",
        ["AWS::DynamoDB::Table"] =
            "dynamodb:CreateTable DeleteTable DescribeTable UpdateTable DescribeTimeToLive DescribeContinuousBackups UpdateContinuousBackups DescribeContributorInsights DescribeKinesisStreamingDestination GetResourcePolicy ListTagsOfResource TagResource UntagResource",
        ["AWS::Events::EventBus"] =
            "events:CreateEventBus DescribeEventBus UpdateEventBus DeleteEventBus ListTagsForResource TagResource UntagResource",
        ["AWS::Events::Rule"] =
            "events:PutRule DescribeRule DeleteRule PutTargets RemoveTargets ListTargetsByRule ListTagsForResource TagResource UntagResource iam:PassRole",
        ["AWS::IAM::ManagedPolicy"] =
            "iam:CreatePolicy DeletePolicy GetPolicy GetPolicyVersion ListPolicyVersions ListEntitiesForPolicy CreatePolicyVersion DeletePolicyVersion",
        ["AWS::IAM::Role"] =
            "iam:CreateRole DeleteRole GetRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy ListRolePolicies ListAttachedRolePolicies GetRolePolicy PutRolePolicy DeleteRolePolicy AttachRolePolicy DetachRolePolicy TagRole UntagRole PutRolePermissionsBoundary DeleteRolePermissionsBoundary",
        ["AWS::KMS::Key"] =
            "kms:CreateKey DescribeKey GetKeyPolicy PutKeyPolicy GetKeyRotationStatus EnableKeyRotation DisableKeyRotation EnableKey DisableKey UpdateKeyDescription ScheduleKeyDeletion ListResourceTags TagResource UntagResource",
        ["AWS::Lambda::EventInvokeConfig"] =
            "lambda:PutFunctionEventInvokeConfig GetFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig DeleteFunctionEventInvokeConfig",
        ["AWS::Lambda::Function"] =
            "lambda:CreateFunction GetFunction UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction GetFunctionCodeSigningConfig GetFunctionRecursionConfig GetRuntimeManagementConfig TagResource UntagResource iam:PassRole s3:GetObject",
        ["AWS::Lambda::Permission"] = "lambda:AddPermission GetPolicy RemovePermission",
        ["AWS::Logs::LogGroup"] =
            "logs:CreateLogGroup DescribeLogGroups DeleteLogGroup PutRetentionPolicy DeleteRetentionPolicy TagResource UntagResource ListTagsForResource GetDataProtectionPolicy DescribeIndexPolicies DescribeResourcePolicies",
        ["AWS::S3::Bucket"] =
            "s3:CreateBucket DeleteBucket ListBucket PutBucketVersioning PutEncryptionConfiguration PutBucketPublicAccessBlock PutBucketNotification PutBucketTagging GetBucketTagging GetBucketVersioning GetEncryptionConfiguration GetBucketPublicAccessBlock GetBucketNotification GetAccelerateConfiguration GetLifecycleConfiguration GetAnalyticsConfiguration GetBucketCORS GetInventoryConfiguration GetBucketLogging GetMetricsConfiguration GetReplicationConfiguration GetBucketWebsite GetBucketObjectLockConfiguration GetBucketOwnershipControls GetIntelligentTieringConfiguration GetBucketAcl",
        ["AWS::S3::BucketPolicy"] = "s3:GetBucketPolicy PutBucketPolicy DeleteBucketPolicy",
        ["AWS::SNS::Subscription"] = "sns:Subscribe GetSubscriptionAttributes SetSubscriptionAttributes Unsubscribe",
        ["AWS::SNS::Topic"] =
            "sns:CreateTopic DeleteTopic GetTopicAttributes SetTopicAttributes ListSubscriptionsByTopic ListTagsForResource TagResource UntagResource GetDataProtectionPolicy",
        ["AWS::SNS::TopicPolicy"] = "sns:SetTopicAttributes GetTopicAttributes",
        ["AWS::SQS::Queue"] =
            "sqs:CreateQueue DeleteQueue GetQueueUrl GetQueueAttributes SetQueueAttributes ListQueueTags TagQueue UntagQueue",
        ["AWS::SQS::QueuePolicy"] = "sqs:SetQueueAttributes",
        ["AWS::Scheduler::Schedule"] = "scheduler:CreateSchedule GetSchedule UpdateSchedule DeleteSchedule iam:PassRole",
        ["AWS::StepFunctions::StateMachine"] =
            "states:CreateStateMachine DescribeStateMachine UpdateStateMachine DeleteStateMachine ListTagsForResource TagResource UntagResource iam:PassRole s3:GetObject",
    };

    [Fact]
    public async Task Whoever_has_the_policies_may_make_change_and_delete_every_resource_of_the_stack()
    {
        var allowed = Statements("install", "install-resources").SelectMany(Actions).ToHashSet();

        var types = (await TransformedTemplate.ReadAsync()).Resources.Select(r => r.Type).Distinct().Order().ToList();
        Assert.All(
            types,
            type => Assert.True(Handlers.ContainsKey(type), $"{type} is new: add what its handlers need, here and to docs/policies")
        );
        foreach (var type in types)
            Assert.Equal([], ActionsOf(type).Where(action => !allowed.Contains(action)).Select(action => $"{type} needs {action}"));
    }

    [Fact]
    public void The_policies_allow_nothing_of_other_stacks_but_new_keys_and_lists()
    {
        var wide = Statements("install", "install-resources")
            .Where(s => Texts(s["Resource"]).Contains("*"))
            .SelectMany(Actions)
            .Order(StringComparer.Ordinal);

        Assert.Equal(["kms:CreateKey", "lambda:GetAccountSettings", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies"], wide);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("install-resources")]
    [InlineData("release")]
    public void Each_fits_into_a_managed_policy(string policy) =>
        Assert.InRange(Read(policy).ToJsonString().Count(c => !char.IsWhiteSpace(c)), 1, LongestPolicy);

    private static IEnumerable<string> ActionsOf(string type)
    {
        var service = "";
        foreach (var word in Handlers[type].Split(' '))
        {
            if (word.Contains(':', StringComparison.Ordinal))
                service = word[..(word.IndexOf(':', StringComparison.Ordinal) + 1)];
            yield return word.Contains(':', StringComparison.Ordinal) ? word : service + word;
        }
    }

    private static IEnumerable<JsonObject> Statements(params string[] policies) =>
        policies.SelectMany(p => Read(p)["Statement"]!.AsArray()).Select(s => s!.AsObject());

    private static IEnumerable<string> Actions(JsonObject statement) => Texts(statement["Action"]);

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);

    private static JsonNode Read(string policy) => JsonNode.Parse(File.ReadAllText(Repository.Path($"docs/policies/{policy}.json")))!;
}
