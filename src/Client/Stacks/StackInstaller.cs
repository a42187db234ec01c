using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using CodeRipple.Workflow.Client.Aws;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>Creates or updates a CloudFormation stack through a change set, and waits until it stands.</summary>
internal sealed class StackInstaller(AwsClients clients, TimeProvider time)
{
    private const int LargestBody = 51_200;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly IAmazonCloudFormation _cloudFormation = clients.CloudFormation;

    /// <param name="parameters">Those that the template does not declare are left out.</param>
    /// <returns>The outputs of the stack.</returns>
    /// <exception cref="UserErrorException">CloudFormation could not make the stack; the message has the resources and reasons.</exception>
    public async Task<IReadOnlyDictionary<string, string>> InstallAsync(
        string stackName,
        PackagedTemplate template,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var artifacts = await ArtifactStore.OpenAsync(clients, either.Token);
            var request = new CreateChangeSetRequest
            {
                StackName = stackName,
                ChangeSetName = $"install-{time.GetUtcNow():yyyyMMddHHmmssfff}",
                Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
                Parameters =
                [
                    .. parameters
                        .Where(p => template.Declares(p.Key))
                        .Select(p => new Parameter { ParameterKey = p.Key, ParameterValue = p.Value }),
                ],
            };
            await AddBodyAsync(request, await template.UploadAsync(artifacts, either.Token), artifacts, either.Token);
            if (await CreateChangeSetAsync(request, either.Token))
            {
                await _cloudFormation.ExecuteChangeSetAsync(
                    new ExecuteChangeSetRequest { ChangeSetName = request.ChangeSetName, StackName = stackName },
                    either.Token
                );
                await WaitForStackAsync(stackName, either.Token);
            }

            return await _cloudFormation.OutputsAsync(stackName, either.Token) ?? new Dictionary<string, string>();
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new UserErrorException(
                $"Stack {stackName} was not ready after {Deadline.TotalMinutes:0} minutes. See its events in CloudFormation."
            );
        }
    }

    private static async Task AddBodyAsync(
        CreateChangeSetRequest request,
        JsonObject template,
        ArtifactStore artifacts,
        CancellationToken cancellationToken
    )
    {
        var body = template.ToJsonString(Compact);
        if (body.Length <= LargestBody)
            request.TemplateBody = body;
        else
            request.TemplateURL = ArtifactStore.HttpsAddress(
                await artifacts.UploadAsync(System.Text.Encoding.UTF8.GetBytes(body), ".template", cancellationToken)
            );
    }

    /// <returns>False when the stack is already as wanted.</returns>
    private async Task<bool> CreateChangeSetAsync(CreateChangeSetRequest request, CancellationToken cancellationToken)
    {
        var exists =
            await _cloudFormation.FindStackAsync(request.StackName, cancellationToken) is { } stack
            && stack.StackStatus != StackStatus.REVIEW_IN_PROGRESS;
        request.ChangeSetType = exists ? ChangeSetType.UPDATE : ChangeSetType.CREATE;
        await _cloudFormation.CreateChangeSetAsync(request, cancellationToken);
        for (var pause = FirstPause; ; pause = await PauseAsync(pause, cancellationToken))
        {
            var answer = await _cloudFormation.DescribeChangeSetAsync(
                new DescribeChangeSetRequest { ChangeSetName = request.ChangeSetName, StackName = request.StackName },
                cancellationToken
            );
            if (answer.Status == ChangeSetStatus.CREATE_COMPLETE)
                return true;
            if (answer.Status == ChangeSetStatus.FAILED)
                return HasNoChanges(answer.StatusReason)
                    ? false
                    : throw new UserErrorException($"Stack {request.StackName}: {answer.StatusReason}");
        }
    }

    private static bool HasNoChanges(string? reason) =>
        reason is not null
        && (
            reason.Contains("didn't contain changes", StringComparison.Ordinal)
            || reason.Contains("No updates are to be performed", StringComparison.Ordinal)
        );

    private async Task WaitForStackAsync(string stackName, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = await PauseAsync(pause, cancellationToken))
        {
            var status = (await _cloudFormation.FindStackAsync(stackName, cancellationToken))?.StackStatus.Value ?? "DELETE_COMPLETE";
            if (status is "CREATE_COMPLETE" or "UPDATE_COMPLETE")
                return;
            if (!status.EndsWith("IN_PROGRESS", StringComparison.Ordinal))
                throw new UserErrorException($"Stack {stackName} ended in {status}:\n{await ReasonsAsync(stackName, cancellationToken)}");
        }
    }

    private async Task<string> ReasonsAsync(string stackName, CancellationToken cancellationToken)
    {
        var events = await _cloudFormation.DescribeStackEventsAsync(
            new DescribeStackEventsRequest { StackName = stackName },
            cancellationToken
        );
        return string.Join(
            "\n",
            (events.StackEvents ?? [])
                .Where(e => e.ResourceStatus?.Value.EndsWith("FAILED", StringComparison.Ordinal) == true)
                .Select(e => $"- {e.LogicalResourceId} ({e.ResourceType}): {e.ResourceStatusReason}")
        );
    }

    private async Task<TimeSpan> PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await Task.Delay(pause, time, cancellationToken);
        return TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
    }
}
