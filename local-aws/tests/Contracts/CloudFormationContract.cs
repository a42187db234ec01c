using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonCloudFormation))]
public sealed class CloudFormationContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private const string Template = """
        Parameters:
          Name: {Type: String}
        Resources:
          Queue:
            Type: AWS::SQS::Queue
            Properties: {QueueName: !Ref Name}
        Outputs:
          Url: {Value: !Ref Queue}
        """;

    [Fact]
    public async Task CreateChangeSet_of_a_new_stack_puts_it_under_review()
    {
        var name = NewName("stack");

        var made = await ChangeSetAsync(name);

        Assert.Contains($":stack/{name}/", made.StackId, StringComparison.Ordinal);
        Assert.Equal(StackStatus.REVIEW_IN_PROGRESS, (await StackAsync(name)).StackStatus);
    }

    [Fact]
    public async Task DescribeChangeSet_returns_what_would_change()
    {
        var name = NewName("stack");
        await ChangeSetAsync(name);

        var described = await ChangesAsync(name);

        Assert.Equal(ExecutionStatus.AVAILABLE, described.ExecutionStatus);
        Assert.Equal(name, Assert.Single(described.Parameters).ParameterValue);
        var change = Assert.Single(described.Changes).ResourceChange;
        Assert.Equal((ChangeAction.Add, "Queue", "AWS::SQS::Queue"), (change.Action, change.LogicalResourceId, change.ResourceType));
        await Assert.ThrowsAsync<ChangeSetNotFoundException>(() =>
            CloudFormation.DescribeChangeSetAsync(new DescribeChangeSetRequest { StackName = name, ChangeSetName = "no" })
        );
    }

    [Fact]
    public async Task ExecuteChangeSet_makes_the_resources()
    {
        var stack = await InstalledAsync();

        Assert.Equal(StackStatus.CREATE_COMPLETE, stack.StackStatus);
        Assert.Contains(stack.StackName, Assert.Single(stack.Outputs).OutputValue, StringComparison.Ordinal);
        Assert.NotNull((await Sqs.GetQueueUrlAsync(stack.StackName)).QueueUrl);
    }

    [Fact]
    public async Task DeleteChangeSet_changes_nothing()
    {
        var name = NewName("stack");
        await ChangeSetAsync(name);
        await ChangesAsync(name);

        await CloudFormation.DeleteChangeSetAsync(new DeleteChangeSetRequest { StackName = name, ChangeSetName = "first" });

        await Assert.ThrowsAsync<ChangeSetNotFoundException>(() =>
            CloudFormation.DescribeChangeSetAsync(new DescribeChangeSetRequest { StackName = name, ChangeSetName = "first" })
        );
    }

    [Fact]
    public async Task DescribeStacks_of_an_unknown_stack_is_a_validation_error()
    {
        var error = await Assert.ThrowsAsync<AmazonCloudFormationException>(() => StackAsync("nobody"));

        Assert.Equal("ValidationError", error.ErrorCode);
        Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescribeStackEvents_has_the_newest_first()
    {
        var stack = await InstalledAsync();

        var events = (
            await CloudFormation.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = stack.StackName })
        ).StackEvents;

        Assert.Equal(("AWS::CloudFormation::Stack", ResourceStatus.CREATE_COMPLETE), (events[0].ResourceType, events[0].ResourceStatus));
        Assert.Contains(events, found => found.LogicalResourceId == "Queue" && found.ResourceStatus == ResourceStatus.CREATE_COMPLETE);
    }

    [Fact]
    public async Task DescribeStackResources_returns_physical_ids()
    {
        var stack = await InstalledAsync();

        var resource = Assert.Single(
            (
                await CloudFormation.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = stack.StackName })
            ).StackResources
        );

        Assert.Equal(("Queue", ResourceStatus.CREATE_COMPLETE), (resource.LogicalResourceId, resource.ResourceStatus));
        Assert.Contains(stack.StackName, resource.PhysicalResourceId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTemplate_gives_back_what_was_sent()
    {
        var stack = await InstalledAsync();

        var answer = await CloudFormation.GetTemplateAsync(
            new GetTemplateRequest { StackName = stack.StackName, TemplateStage = TemplateStage.Original }
        );

        Assert.Contains("AWS::SQS::Queue", answer.TemplateBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValidateTemplate_knows_the_parameters()
    {
        var answer = await CloudFormation.ValidateTemplateAsync(new ValidateTemplateRequest { TemplateBody = Template });

        Assert.Equal("Name", Assert.Single(answer.Parameters).ParameterKey);
    }

    [Fact]
    public async Task DeleteStack_takes_the_resources_away()
    {
        var stack = await InstalledAsync();

        await CloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = stack.StackName });

        await UntilAsync(() => StackAsync(stack.StackId), found => found.StackStatus == StackStatus.DELETE_COMPLETE);
        await Assert.ThrowsAsync<Amazon.SQS.Model.QueueDoesNotExistException>(() => Sqs.GetQueueUrlAsync(stack.StackName));
    }

    private async Task<Stack> InstalledAsync()
    {
        var name = NewName("stack");
        await ChangeSetAsync(name);
        await ChangesAsync(name);
        await CloudFormation.ExecuteChangeSetAsync(new ExecuteChangeSetRequest { StackName = name, ChangeSetName = "first" });
        return await UntilAsync(() => StackAsync(name), stack => stack.StackStatus.Value.EndsWith("_COMPLETE", StringComparison.Ordinal));
    }

    private Task<CreateChangeSetResponse> ChangeSetAsync(string stack) =>
        CloudFormation.CreateChangeSetAsync(
            new CreateChangeSetRequest
            {
                StackName = stack,
                ChangeSetName = "first",
                ChangeSetType = ChangeSetType.CREATE,
                TemplateBody = Template,
                Parameters = [new Parameter { ParameterKey = "Name", ParameterValue = stack }],
                Capabilities = [Capability.CAPABILITY_NAMED_IAM],
            }
        );

    private Task<DescribeChangeSetResponse> ChangesAsync(string stack) =>
        UntilAsync(
            () => CloudFormation.DescribeChangeSetAsync(new DescribeChangeSetRequest { StackName = stack, ChangeSetName = "first" }),
            found => found.Status == ChangeSetStatus.CREATE_COMPLETE
        );

    private async Task<Stack> StackAsync(string name) =>
        (await CloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = name })).Stacks.Single();
}
