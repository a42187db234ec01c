using System.Text.Json.Nodes;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace CodeRipple.Workflow.Cli.Stack;

/// <summary>Creates or updates a CloudFormation stack through a change set, and waits until it stands.</summary>
internal sealed class StackInstaller(IAmazonCloudFormation cloudFormation, ArtifactStore artifacts, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(15);

    /// <returns>The outputs of the stack.</returns>
    /// <exception cref="UserErrorException">CloudFormation could not make the stack; the message has the resources and reasons.</exception>
    public async Task<IReadOnlyDictionary<string, string>> InstallAsync(
        string stackName, JsonObject template, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            if (await CreateChangeSetAsync(stackName, template, parameters, either.Token) is { } changeSet)
            {
                await cloudFormation.ExecuteChangeSetAsync(new ExecuteChangeSetRequest { ChangeSetName = changeSet, StackName = stackName }, either.Token);
                await WaitForStackAsync(stackName, either.Token);
            }

            var stack = await FindStackAsync(stackName, either.Token);
            return stack?.Outputs?.ToDictionary(o => o.OutputKey, o => o.OutputValue) ?? [];
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new UserErrorException($"Stack {stackName} was not ready after {Deadline.TotalMinutes:0} minutes. See its events in CloudFormation.");
        }
    }

    private async Task<string?> CreateChangeSetAsync(
        string stackName, JsonObject template, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var exists = await FindStackAsync(stackName, cancellationToken) is { } stack && stack.StackStatus != StackStatus.REVIEW_IN_PROGRESS;
        var body = template.ToJsonString();
        var request = new CreateChangeSetRequest
        {
            StackName = stackName,
            ChangeSetName = $"install-{time.GetUtcNow():yyyyMMddHHmmssfff}",
            ChangeSetType = exists ? ChangeSetType.UPDATE : ChangeSetType.CREATE,
            Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
            Parameters = [.. parameters.Select(p => new Parameter { ParameterKey = p.Key, ParameterValue = p.Value })],
        };
        await AddTemplateAsync(request, body, cancellationToken);
        var changeSet = (await cloudFormation.CreateChangeSetAsync(request, cancellationToken)).Id;
        while (true)
        {
            var answer = await cloudFormation.DescribeChangeSetAsync(new DescribeChangeSetRequest { ChangeSetName = changeSet, StackName = stackName }, cancellationToken);
            if (answer.Status == ChangeSetStatus.CREATE_COMPLETE)
                return changeSet;
            if (answer.Status == ChangeSetStatus.FAILED)
                return HasNoChanges(answer.StatusReason) ? null : throw new UserErrorException($"Stack {stackName}: {answer.StatusReason}");
            await PauseAsync(cancellationToken);
        }
    }

    // A template body of more than 51,200 bytes is refused; an object may have 1 MB.
    private async Task AddTemplateAsync(CreateChangeSetRequest request, string body, CancellationToken cancellationToken)
    {
        if (body.Length <= 51_200)
        {
            request.TemplateBody = body;
            return;
        }

        var uri = new Uri(await artifacts.UploadAsync(System.Text.Encoding.UTF8.GetBytes(body), ".template", cancellationToken));
        request.TemplateURL = $"https://{artifacts.Bucket}.s3.amazonaws.com{uri.AbsolutePath}";
    }

    private static bool HasNoChanges(string? reason) => reason is not null
        && (reason.Contains("didn't contain changes", StringComparison.Ordinal) || reason.Contains("No updates are to be performed", StringComparison.Ordinal));

    private async Task WaitForStackAsync(string stackName, CancellationToken cancellationToken)
    {
        while (true)
        {
            var status = (await FindStackAsync(stackName, cancellationToken))?.StackStatus.Value ?? "DELETE_COMPLETE";
            if (status is "CREATE_COMPLETE" or "UPDATE_COMPLETE")
                return;
            if (!status.EndsWith("IN_PROGRESS", StringComparison.Ordinal))
                throw new UserErrorException($"Stack {stackName} ended in {status}:\n{await ReasonsAsync(stackName, cancellationToken)}");
            await PauseAsync(cancellationToken);
        }
    }

    private async Task<Amazon.CloudFormation.Model.Stack?> FindStackAsync(string stackName, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await cloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = stackName }, cancellationToken);
            return answer.Stacks?.FirstOrDefault();
        }
        catch (AmazonCloudFormationException e) when (e.ErrorCode == "ValidationError" && e.Message.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private async Task<string> ReasonsAsync(string stackName, CancellationToken cancellationToken)
    {
        var events = await cloudFormation.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = stackName }, cancellationToken);
        return string.Join("\n", (events.StackEvents ?? [])
            .Where(e => e.ResourceStatus?.Value.EndsWith("FAILED", StringComparison.Ordinal) == true)
            .Select(e => $"- {e.LogicalResourceId} ({e.ResourceType}): {e.ResourceStatusReason}"));
    }

    private Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromMilliseconds(300), time, cancellationToken);
}
