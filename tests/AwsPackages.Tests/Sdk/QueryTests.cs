using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.SimpleNotificationService.Model;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

public class QueryTests : SdkSpecs
{
    [Fact]
    public async Task Maps_are_flattened_with_the_names_of_the_service()
    {
        Aws.Answers(
            200,
            """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m-1</MessageId></PublishResult>
            <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>
            """
        );

        var answer = await Sns.PublishAsync(
            new PublishRequest
            {
                TopicArn = "arn:t",
                Subject = "a & b",
                Message = "ü+=",
                MessageAttributes = new()
                {
                    ["outcome"] = new MessageAttributeValue { DataType = "String", StringValue = "ok" },
                },
            }
        );

        Assert.StartsWith("application/x-www-form-urlencoded", Aws.Request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Action"] = "Publish",
                ["Version"] = "2010-03-31",
                ["TopicArn"] = "arn:t",
                ["Subject"] = "a & b",
                ["Message"] = "ü+=",
                ["MessageAttributes.entry.1.Name"] = "outcome",
                ["MessageAttributes.entry.1.Value.DataType"] = "String",
                ["MessageAttributes.entry.1.Value.StringValue"] = "ok",
            },
            Aws.Request.Form
        );
        Assert.Equal("m-1", answer.MessageId);
        Assert.Equal("r-1", answer.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task Lists_are_numbered_from_one_and_an_empty_one_is_an_empty_value()
    {
        Aws.Answers(
            200,
            "<CreateChangeSetResponse><CreateChangeSetResult><Id>arn:c</Id><StackId>arn:s</StackId></CreateChangeSetResult></CreateChangeSetResponse>"
        );

        var answer = await CloudFormation.CreateChangeSetAsync(
            new CreateChangeSetRequest
            {
                StackName = "s",
                ChangeSetName = "c",
                ChangeSetType = ChangeSetType.CREATE,
                Capabilities = [Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND],
                NotificationARNs = [],
                Parameters =
                [
                    new Parameter
                    {
                        ParameterKey = "k",
                        ParameterValue = "v",
                        UsePreviousValue = false,
                    },
                ],
            }
        );

        var form = Aws.Request.Form;
        Assert.Equal("CREATE", form["ChangeSetType"]);
        Assert.Equal("CAPABILITY_AUTO_EXPAND", form["Capabilities.member.2"]);
        Assert.Equal("", form["NotificationARNs"]);
        Assert.Equal(("k", "false"), (form["Parameters.member.1.ParameterKey"], form["Parameters.member.1.UsePreviousValue"]));
        Assert.Equal("arn:c", answer.Id);
    }

    [Fact]
    public async Task Lists_dates_numbers_and_flags_are_read_from_xml()
    {
        Aws.Answers(
            200,
            """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>
              <member><StackName>a</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-02T12:00:00.250Z</CreationTime>
                <DisableRollback>false</DisableRollback><TimeoutInMinutes>7</TimeoutInMinutes>
                <Outputs><member><OutputKey>k</OutputKey><OutputValue>v</OutputValue></member></Outputs><Tags/></member>
              <member><StackName>b</StackName><StackStatus>SOMETHING_NEW</StackStatus></member>
            </Stacks></DescribeStacksResult></DescribeStacksResponse>
            """
        );

        var stacks = (await CloudFormation.DescribeStacksAsync()).Stacks;

        Assert.Equal(["a", "b"], stacks.Select(s => s.StackName));
        Assert.Equal(StackStatus.CREATE_COMPLETE, stacks[0].StackStatus);
        Assert.Equal("SOMETHING_NEW", stacks[1].StackStatus.Value);
        Assert.Equal(new DateTime(2026, 1, 2, 12, 0, 0, 250, DateTimeKind.Utc), stacks[0].CreationTime);
        Assert.Equal((false, 7), (stacks[0].DisableRollback, stacks[0].TimeoutInMinutes));
        Assert.Equal("v", Assert.Single(stacks[0].Outputs).OutputValue);
        Assert.Empty(stacks[0].Tags);
        Assert.Null(stacks[1].Outputs);
    }

    [Fact]
    public async Task Maps_are_read_from_xml()
    {
        Aws.Answers(
            200,
            """
            <GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>
              <entry><key>KmsMasterKeyId</key><value>alias/own</value></entry><entry><key>Owner</key><value>1</value></entry>
            </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>
            """
        );

        Assert.Equal("alias/own", (await Sns.GetTopicAttributesAsync("arn:t")).Attributes["KmsMasterKeyId"]);
    }

    [Fact]
    public async Task A_simulated_policy_reports_its_decision()
    {
        Aws.Answers(
            200,
            """
            <SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults><member>
              <EvalActionName>dynamodb:GetItem</EvalActionName><EvalDecision>explicitDeny</EvalDecision>
              <MissingContextValues><member>aws:x</member></MissingContextValues>
            </member></EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>
            """
        );

        var answer = await Iam.SimulatePrincipalPolicyAsync(
            new SimulatePrincipalPolicyRequest
            {
                PolicySourceArn = "arn:role",
                ActionNames = ["dynamodb:GetItem"],
                ResourceArns = ["arn:table"],
            }
        );

        Assert.Equal("dynamodb:GetItem", Aws.Request.Form["ActionNames.member.1"]);
        var result = Assert.Single(answer.EvaluationResults);
        Assert.Equal(PolicyEvaluationDecisionType.ExplicitDeny, result.EvalDecision);
        Assert.Equal(["aws:x"], result.MissingContextValues);
    }
}
