using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Permissions;

public sealed partial class EvaluationSpecs
{
    [Theory]
    [InlineData("stateMachine:orders-release", null)]
    [InlineData("stateMachine:other", "because the trust policy of")]
    public async Task A_service_assumes_a_role_for_the_resource_that_its_trust_policy_names(string source, string? reason)
    {
        var name = TestFunctions.NewName("trusting");
        await _aws.QueryAsync(
            "iam",
            ("Action", "CreateRole"),
            ("Version", "2010-05-08"),
            ("RoleName", name),
            (
                "AssumeRolePolicyDocument",
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"},"ArnLike":{"aws:SourceArn":"arn:aws:states:*:*:stateMachine:orders-*"}}}}
                """
            )
        );
        var role = await TestFunctions.RoleAsync(_aws, name);
        AssertReason(
            reason,
            await ServiceAsync(
                "states.amazonaws.com",
                "arn:aws:states:us-west-2:123456789012:" + source,
                role,
                "lambda:InvokeFunction",
                "arn:f"
            )
        );
        AssertReason(
            "because the trust policy of",
            await ServiceAsync(
                "events.amazonaws.com",
                "arn:aws:states:us-west-2:123456789012:" + source,
                role,
                "lambda:InvokeFunction",
                "arn:f"
            )
        );
    }

    [Fact]
    public async Task A_function_s_policy_decides_for_exactly_its_qualifier_and_the_rule_that_it_names()
    {
        var function = await TestFunctions.CreateWithAliasAsync(_aws);
        const string Rule = "arn:aws:events:us-west-2:123456789012:rule/r";
        var arn = "arn:aws:lambda:us-west-2:123456789012:function:" + function;
        await _aws.Lambda.AddPermissionAsync(
            new()
            {
                FunctionName = function,
                Qualifier = "live",
                StatementId = "rule",
                Action = "lambda:InvokeFunction",
                Principal = "events.amazonaws.com",
                SourceArn = Rule,
            }
        );

        Assert.Null(await ServiceAsync("events.amazonaws.com", Rule, null, "lambda:InvokeFunction", arn + ":live"));
        AssertReason(
            "because no resource-based policy allows",
            await ServiceAsync("events.amazonaws.com", Rule, null, "lambda:InvokeFunction", arn)
        );
        AssertReason(
            "because no resource-based policy allows",
            await ServiceAsync("events.amazonaws.com", Rule + "2", null, "lambda:InvokeFunction", arn + ":live")
        );
        AssertReason(
            "because no resource-based policy allows",
            await ServiceAsync("sns.amazonaws.com", Rule, null, "lambda:InvokeFunction", arn + ":live")
        );
    }

    [Fact]
    public async Task Policies_of_queues_and_topics_decide_too()
    {
        var (queue, topic) = (TestFunctions.NewName("q"), TestFunctions.NewName("t"));
        await _aws.AwsJsonAsync("sqs", "AmazonSQS.CreateQueue", new { QueueName = queue });
        await _aws.QueryAsync("sns", ("Action", "CreateTopic"), ("Version", "2010-03-31"), ("Name", topic));
        const string Rule = "arn:aws:events:us-west-2:123456789012:rule/r";
        var (queueArn, topicArn) = ("arn:aws:sqs:us-west-2:123456789012:" + queue, "arn:aws:sns:us-west-2:123456789012:" + topic);
        Assert.NotNull(await ServiceAsync("events.amazonaws.com", Rule, null, "sqs:SendMessage", queueArn));
        Assert.NotNull(await ServiceAsync("events.amazonaws.com", Rule, null, "sns:Publish", topicArn));

        await _aws.AwsJsonAsync(
            "sqs",
            "AmazonSQS.SetQueueAttributes",
            new { QueueUrl = $"http://sqs/123456789012/{queue}", Attributes = new { Policy = TestQueues.Open(queue) } }
        );
        var policy =
            $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"{{topicArn}}"} }""";
        await _aws.QueryAsync(
            "sns",
            ("Action", "SetTopicAttributes"),
            ("Version", "2010-03-31"),
            ("TopicArn", topicArn),
            ("AttributeName", "Policy"),
            ("AttributeValue", policy)
        );
        Assert.Null(await ServiceAsync("events.amazonaws.com", Rule, null, "sqs:SendMessage", queueArn));
        Assert.Null(await ServiceAsync("events.amazonaws.com", Rule, null, "sns:Publish", topicArn));
    }

    [Theory]
    [InlineData("sns:Publish", "kms:GenerateDataKey")]
    [InlineData("sns:Publish,kms:GenerateDataKey", "kms:Decrypt")]
    [InlineData("sns:Publish,kms:GenerateDataKey*,kms:Decrypt", null)]
    public async Task Who_publishes_to_an_encrypted_topic_needs_its_key(string actions, string? missing)
    {
        var role = await RoleAsync(
            $$"""{"Effect":"Allow","Action":["{{actions.Replace(",", "\",\"", StringComparison.Ordinal)}}"],"Resource":"*"}"""
        );
        var key = (string)(await _aws.AwsJsonAsync("kms", "TrentService.CreateKey", new { })).Json["KeyMetadata"]!["Arn"]!;
        var name = TestFunctions.NewName("t");
        await _aws.QueryAsync(
            "sns",
            ("Action", "CreateTopic"),
            ("Version", "2010-03-31"),
            ("Name", name),
            ("Attributes.entry.1.key", "KmsMasterKeyId"),
            ("Attributes.entry.1.value", key.Split('/')[1])
        );

        var refused = (await AskAsync(role, "sns:Publish", "arn:aws:sns:us-west-2:123456789012:" + name)).Json["Refused"];

        Assert.Equal((missing, missing is null ? null : key), ((string?)refused?["Action"], (string?)refused?["Resource"]));
    }
}
