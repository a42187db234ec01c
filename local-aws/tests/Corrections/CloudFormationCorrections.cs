using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class CloudFormationCorrections
{
    private const string Sam = """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Days: { Type: Number, Default: 14, AllowedValues: [7, 14] }
        Resources:
          Machine:
            Type: AWS::Serverless::StateMachine
            Properties:
              Definition: { StartAt: A, States: { A: { Type: Pass, Result: "${Topic}", End: true } } }
              DefinitionSubstitutions: { Topic: !Ref Topic }
              Role: arn:aws:iam::123456789012:role/executor
          Topic: { Type: AWS::SNS::Topic }
          Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: !Ref Days } }
          Table:
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
              AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
          Alarm:
            Type: AWS::CloudWatch::Alarm
            Properties:
              AlarmName: !Sub "${AWS::StackName}-alarm"
              Namespace: Specs
              MetricName: m
              Statistic: Sum
              Period: 60
              EvaluationPeriods: 1
              Threshold: 1
              ComparisonOperator: GreaterThanThreshold
        Outputs:
          Machine: { Value: !GetAtt Machine.Arn, Export: { Name: !Sub "${AWS::StackName}-machine" } }
          Table: { Value: !Ref Table }
        """;

    [Correction("A SAM template is transformed on the server, all its resources are made, and the stack has its outputs")]
    public static async Task Deploy(AwsClients aws)
    {
        var name = TestFunctions.NewName("stack");
        var stack = await DeployAsync(aws, name, Sam, ChangeSetType.CREATE);
        Assert.Equal(StackStatus.CREATE_COMPLETE, stack.StackStatus);
        var outputs = stack.Outputs.ToDictionary(output => output.OutputKey, output => output.OutputValue);
        var ended = await TestMachines.RunAsync(aws, outputs["Machine"]);
        Assert.StartsWith("\"arn:aws:sns:", (string)ended["output"]!, StringComparison.Ordinal);
        var backups = await aws.AwsJsonAsync(
            "dynamodb",
            "DynamoDB_20120810.DescribeContinuousBackups",
            new { TableName = outputs["Table"] }
        );
        Assert.Contains("\"PointInTimeRecoveryStatus\": \"ENABLED\"", backups.Text, StringComparison.Ordinal);
        var alarms = await TestMetrics.CallAsync(aws, "DescribeAlarms", new { AlarmNames = new[] { name + "-alarm" } });
        Assert.Single(alarms.Json["MetricAlarms"]!.AsArray());
    }

    [Correction("A change set says what would change, and one without changes fails with the reason that deploy knows")]
    public static async Task Preview(AwsClients aws)
    {
        var name = TestFunctions.NewName("stack");
        await DeployAsync(aws, name, Sam, ChangeSetType.CREATE);
        var changed = await ChangeSetAsync(aws, name, Sam, ChangeSetType.UPDATE, days: "7");
        Assert.Equal(
            [("Modify", "Logs")],
            changed.Changes.Select(one => (one.ResourceChange.Action.Value, one.ResourceChange.LogicalResourceId))
        );
        var same = await ChangeSetAsync(aws, name, Sam, ChangeSetType.UPDATE);
        Assert.Equal(ChangeSetStatus.FAILED, same.Status);
        Assert.StartsWith("The submitted information didn't contain changes.", same.StatusReason, StringComparison.Ordinal);
    }

    [Correction("A stack that cannot be made is rolled back, and its events say which resource and why")]
    public static async Task Rolled_back(AwsClients aws)
    {
        var (name, topic) = (TestFunctions.NewName("stack"), TestFunctions.NewName("topic"));
        await CreateAsync(
            aws,
            name,
            $$"""
            {"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "{{topic}}"} },
                           "Queue": {"Type": "AWS::SQS::Queue", "DependsOn": "Topic", "Properties": {"QueueName": "not a name"} } } }
            """
        );
        Assert.Equal(StackStatus.ROLLBACK_COMPLETE, (await DescribeAsync(aws, name)).StackStatus);
        var events = await aws.CloudFormation.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = name });
        var failed = Assert.Single(events.StackEvents, one => one.ResourceStatus == ResourceStatus.CREATE_FAILED);
        Assert.Equal("Queue", failed.LogicalResourceId);
        Assert.NotEmpty(failed.ResourceStatusReason);
        var topics = await TestTopics.CallAsync(aws, "ListTopics");
        Assert.DoesNotContain(topic, topics.Text, StringComparison.Ordinal);
    }

    [Correction("A stack that cannot be made leaves what is to be retained, unless that is to be retained except on create")]
    public static async Task Retained(AwsClients aws)
    {
        var (name, kept, removed) = (TestFunctions.NewName("stack"), TestFunctions.NewName("topic"), TestFunctions.NewName("topic"));
        await CreateAsync(
            aws,
            name,
            $$"""
            {"Resources": {
              "Kept": {"Type": "AWS::SNS::Topic", "DeletionPolicy": "Retain", "Properties": {"TopicName": "{{kept}}"} },
              "Removed": {"Type": "AWS::SNS::Topic", "DeletionPolicy": "RetainExceptOnCreate", "Properties": {"TopicName": "{{removed}}"} },
              "Queue": {"Type": "AWS::SQS::Queue", "DependsOn": ["Kept", "Removed"], "Properties": {"QueueName": "not a name"} } } }
            """
        );
        Assert.Equal(StackStatus.ROLLBACK_COMPLETE, (await DescribeAsync(aws, name)).StackStatus);
        var topics = await TestTopics.CallAsync(aws, "ListTopics");
        Assert.Contains(kept, topics.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(removed, topics.Text, StringComparison.Ordinal);
    }

    [Correction("An update that fails leaves everything as it was")]
    public static async Task Update_rolled_back(AwsClients aws)
    {
        var name = TestFunctions.NewName("stack");
        await DeployAsync(aws, name, Sam, ChangeSetType.CREATE);
        var broken = Sam.Replace("Statistic: Sum", "Statistic: Nonsense", StringComparison.Ordinal)
            .Replace("Default: 14", "Default: 7", StringComparison.Ordinal);
        var stack = await DeployAsync(aws, name, broken, ChangeSetType.UPDATE);
        Assert.Equal(StackStatus.UPDATE_ROLLBACK_COMPLETE, stack.StackStatus);
        var resources = await aws.CloudFormation.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = name });
        var group = resources.StackResources.Single(one => one.LogicalResourceId == "Logs").PhysicalResourceId;
        var groups = await TestLogs.CallAsync(aws, "DescribeLogGroups", new { logGroupNamePrefix = group });
        Assert.Equal(14, (int)groups.Json["logGroups"]![0]!["retentionInDays"]!);
    }

    [Correction("A resource type or property that nothing makes is refused, not skipped")]
    public static async Task Unknown(AwsClients aws)
    {
        var refused = await CreateAsync(aws, TestFunctions.NewName("stack"), """{"Resources":{"A":{"Type":"AWS::Nothing::AtAll"}}}""");
        Assert.Contains("Unrecognized resource types: [AWS::Nothing::AtAll]", refused.Text, StringComparison.Ordinal);
        var name = TestFunctions.NewName("stack");
        await CreateAsync(aws, name, """{"Resources":{"A":{"Type":"AWS::SNS::Topic","Properties":{"Colour":"red"}}}}""");
        Assert.Contains("Colour", (await DescribeAsync(aws, name)).StackStatusReason, StringComparison.Ordinal);
    }

    [Correction("Constraints of parameters and missing capabilities are refused before anything is made")]
    public static async Task Constraints(AwsClients aws)
    {
        var name = TestFunctions.NewName("stack");
        await Refused.ByAsync("ValidationError", 400, () => ChangeSetAsync(aws, name, Sam, ChangeSetType.CREATE, days: "13"));
        Assert.Contains(
            "<Code>InsufficientCapabilitiesException</Code>",
            (await CreateAsync(aws, name, Sam)).Text,
            StringComparison.Ordinal
        );
        await Refused.ByAsync("ValidationError", 400, () => DescribeAsync(aws, name));
    }

    [Correction("Deleting a stack deletes every resource, the state machine too")]
    public static async Task Delete(AwsClients aws)
    {
        var name = TestFunctions.NewName("stack");
        var stack = await DeployAsync(aws, name, Sam, ChangeSetType.CREATE);
        await aws.CloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = name });
        Assert.Equal(StackStatus.DELETE_COMPLETE, (await DescribeAsync(aws, stack.StackId)).StackStatus);
        var machine = await TestMachines.CallAsync(
            aws,
            "DescribeStateMachine",
            new { stateMachineArn = stack.Outputs.Single(one => one.OutputKey == "Machine").OutputValue }
        );
        Assert.Equal("StateMachineDoesNotExist", machine.Code);
    }

    private static Task<Answer> CreateAsync(AwsClients aws, string name, string template) =>
        aws.QueryAsync(
            "cloudformation",
            ("Action", "CreateStack"),
            ("Version", "2010-05-15"),
            ("StackName", name),
            ("TemplateBody", template)
        );

    private static async Task<Stack> DeployAsync(AwsClients aws, string name, string template, ChangeSetType type)
    {
        var changes = await ChangeSetAsync(aws, name, template, type);
        await aws.CloudFormation.ExecuteChangeSetAsync(
            new ExecuteChangeSetRequest { ChangeSetName = changes.ChangeSetId, StackName = name }
        );
        return await DescribeAsync(aws, name);
    }

    private static async Task<DescribeChangeSetResponse> ChangeSetAsync(
        AwsClients aws,
        string name,
        string template,
        ChangeSetType type,
        string? days = null
    )
    {
        await TestFunctions.RoleAsync(aws);
        var made = await aws.CloudFormation.CreateChangeSetAsync(
            new CreateChangeSetRequest
            {
                StackName = name,
                ChangeSetName = TestFunctions.NewName("changes"),
                ChangeSetType = type,
                TemplateBody = template,
                Parameters = days is null ? [] : [new Parameter { ParameterKey = "Days", ParameterValue = days }],
            }
        );
        return await aws.CloudFormation.DescribeChangeSetAsync(new DescribeChangeSetRequest { ChangeSetName = made.Id, StackName = name });
    }

    private static async Task<Stack> DescribeAsync(AwsClients aws, string name) =>
        (await aws.CloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = name })).Stacks.Single();
}
