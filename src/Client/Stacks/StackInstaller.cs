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
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(30);
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
        if (await PlanAsync(stackName, template, parameters, new Dictionary<string, string>(), cancellationToken) is { } plan)
            await ApplyAsync(plan, progress: null, cancellationToken);
        return await _cloudFormation.OutputsAsync(stackName, cancellationToken) ?? new Dictionary<string, string>();
    }

    /// <summary>Uploads the template with its code, and has CloudFormation say what it would change.</summary>
    /// <param name="parameters">Those that the template does not declare are left out. A stack keeps the values that are not given.</param>
    /// <returns>Null when the stack is already as wanted.</returns>
    /// <exception cref="UserErrorException">CloudFormation refuses the template.</exception>
    public Task<StackPlan?> PlanAsync(
        string stackName,
        PackagedTemplate template,
        IReadOnlyDictionary<string, string> parameters,
        IReadOnlyDictionary<string, string> tags,
        CancellationToken cancellationToken
    ) =>
        InTimeAsync(
            stackName,
            async token =>
            {
                var existing = await ExistingAsync(stackName, token);
                var artifacts = await ArtifactStore.OpenAsync(clients, token);
                var request = new CreateChangeSetRequest
                {
                    StackName = stackName,
                    ChangeSetName = $"install-{time.GetUtcNow():yyyyMMddHHmmssfff}",
                    ChangeSetType = existing is null ? ChangeSetType.CREATE : ChangeSetType.UPDATE,
                    Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
                    Parameters = Parameters(template, parameters, existing),
                    Tags = tags.Count == 0 ? null : [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })],
                };
                await AddBodyAsync(request, await template.UploadAsync(artifacts, token), artifacts, token);
                return await CreateChangeSetAsync(request, token);
            },
            cancellationToken
        );

    /// <param name="progress">Hears how far it is.</param>
    /// <exception cref="UserErrorException">CloudFormation could not make the stack; the message has the resources and reasons.</exception>
    public Task ApplyAsync(StackPlan plan, IProgress<string>? progress, CancellationToken cancellationToken) =>
        InTimeAsync(
            plan.StackName,
            async token =>
            {
                var events = new StackEvents(_cloudFormation, plan.StackName);
                await events.SkipAsync(token);
                await _cloudFormation.ExecuteChangeSetAsync(
                    new ExecuteChangeSetRequest { ChangeSetName = plan.ChangeSet, StackName = plan.StackName },
                    token
                );
                await WaitForStackAsync(plan, events, progress, token);
                return true;
            },
            cancellationToken
        );

    /// <summary>Leaves everything as it was.</summary>
    public async Task DiscardAsync(StackPlan plan, CancellationToken cancellationToken)
    {
        // A stack that was never made has nothing but its change sets.
        if (plan.IsNew)
            await _cloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = plan.StackName }, cancellationToken);
        else
            await DeleteChangeSetAsync(plan.StackName, plan.ChangeSet, cancellationToken);
    }

    private async Task<T> InTimeAsync<T>(string stackName, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new UserErrorException(
                $"Stack {stackName} was not ready after {Deadline.TotalMinutes:0} minutes. See its events in CloudFormation."
            );
        }
    }

    /// <summary>The stack that is to be updated. What a first installation that failed has left is nothing, and is in the way.</summary>
    private async Task<Stack?> ExistingAsync(string stackName, CancellationToken cancellationToken)
    {
        var stack = await _cloudFormation.FindStackAsync(stackName, cancellationToken);
        if (stack?.StackStatus == StackStatus.ROLLBACK_COMPLETE)
        {
            await _cloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = stackName }, cancellationToken);
            for (var pause = FirstPause; stack is not null; pause = await PauseAsync(pause, cancellationToken))
                stack = await _cloudFormation.FindStackAsync(stackName, cancellationToken);
        }

        return stack?.StackStatus == StackStatus.REVIEW_IN_PROGRESS ? null : stack;
    }

    // As `sam deploy`: an update without a value would fall back to the template's default.
    private static List<Parameter> Parameters(PackagedTemplate template, IReadOnlyDictionary<string, string> wanted, Stack? existing) =>
        [
            .. wanted.Where(p => template.Declares(p.Key)).Select(p => new Parameter { ParameterKey = p.Key, ParameterValue = p.Value }),
            .. (existing?.Parameters ?? [])
                .Where(p => template.Declares(p.ParameterKey) && !wanted.ContainsKey(p.ParameterKey))
                .Select(p => new Parameter { ParameterKey = p.ParameterKey, UsePreviousValue = true }),
        ];

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

    private async Task<StackPlan?> CreateChangeSetAsync(CreateChangeSetRequest request, CancellationToken cancellationToken)
    {
        await _cloudFormation.CreateChangeSetAsync(request, cancellationToken);
        for (var pause = FirstPause; ; pause = await PauseAsync(pause, cancellationToken))
        {
            var answer = await DescribeAsync(request, page: null, cancellationToken);
            if (answer.Status == ChangeSetStatus.CREATE_COMPLETE)
                return new StackPlan(
                    request.StackName,
                    request.ChangeSetName,
                    request.ChangeSetType == ChangeSetType.CREATE,
                    await ChangesAsync(request, answer, cancellationToken)
                );
            if (answer.Status != ChangeSetStatus.FAILED)
                continue;
            await DeleteChangeSetAsync(request.StackName, request.ChangeSetName, cancellationToken);
            return HasNoChanges(answer.StatusReason)
                ? null
                : throw new UserErrorException(
                    $"Stack {request.StackName}: {answer.StatusReason}{StackEvents.RemedyFor(answer.StatusReason)}"
                );
        }
    }

    private async Task<IReadOnlyList<StackChange>> ChangesAsync(
        CreateChangeSetRequest request,
        DescribeChangeSetResponse page,
        CancellationToken cancellationToken
    )
    {
        var changes = new List<StackChange>();
        while (true)
        {
            changes.AddRange(
                (page.Changes ?? [])
                    .Select(c => c.ResourceChange)
                    .Select(c => new StackChange(
                        c.Action,
                        c.LogicalResourceId,
                        c.ResourceType,
                        c.Replacement == Replacement.True || c.Replacement == Replacement.Conditional
                    ))
            );
            if (page.NextToken is null)
                return changes;
            page = await DescribeAsync(request, page.NextToken, cancellationToken);
        }
    }

    private Task<DescribeChangeSetResponse> DescribeAsync(
        CreateChangeSetRequest request,
        string? page,
        CancellationToken cancellationToken
    ) =>
        _cloudFormation.DescribeChangeSetAsync(
            new DescribeChangeSetRequest
            {
                ChangeSetName = request.ChangeSetName,
                StackName = request.StackName,
                NextToken = page,
            },
            cancellationToken
        );

    private Task DeleteChangeSetAsync(string stackName, string changeSet, CancellationToken cancellationToken) =>
        _cloudFormation.DeleteChangeSetAsync(
            new DeleteChangeSetRequest { ChangeSetName = changeSet, StackName = stackName },
            cancellationToken
        );

    private static bool HasNoChanges(string? reason) =>
        reason is not null
        && (
            reason.Contains("didn't contain changes", StringComparison.Ordinal)
            || reason.Contains("No updates are to be performed", StringComparison.Ordinal)
        );

    private async Task WaitForStackAsync(
        StackPlan plan,
        StackEvents events,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        for (var pause = FirstPause; ; pause = await PauseAsync(pause, cancellationToken))
        {
            var status = (await _cloudFormation.FindStackAsync(plan.StackName, cancellationToken))?.StackStatus.Value ?? "DELETE_COMPLETE";
            var isOver = !status.EndsWith("IN_PROGRESS", StringComparison.Ordinal);
            if (progress is not null || isOver)
                await events.ReadAsync(cancellationToken);
            progress?.Report($"{events.Ready} of {plan.Changes.Count} resources ({events.Current})");
            if (status is "CREATE_COMPLETE" or "UPDATE_COMPLETE")
                return;
            if (isOver)
                throw new UserErrorException($"Stack {plan.StackName} ended in {status}:\n{events.Reasons}");
        }
    }

    private async Task<TimeSpan> PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await Task.Delay(pause, time, cancellationToken);
        return TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
    }
}
