using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Starting;

/// <summary>
/// Starts what an event asks for. EventBridge delivers at least once, so the name of the execution comes from the request:
/// however often an event comes, and through whichever door, it is one release. It judges nothing: what is wrong with a
/// request, the state machine says, to people.
/// </summary>
public sealed class StartReleaseStep(ReleaseBucket bucket, Executions executions, EnvironmentSeal seal, StateMachineSettings machines)
{
    [LambdaFunction]
    public Task<StartResult> StartRelease(RequestEvent input) =>
        input.DetailType switch
        {
            RequestEvent.ReleaseRequested => StartRequestAsync(input),
            RequestEvent.ObjectCreated => StartFileAsync(input),
            RequestEvent.RollbackRequested => StartRollbackAsync(input),
            _ => throw new InvalidOperationException($"\"{input.DetailType}\" starts nothing; a rule of the template sends it here."),
        };

    private async Task<StartResult> StartRequestAsync(RequestEvent input)
    {
        if (RequestFile.KeyIn(bucket, input.Detail) is { } key)
            return await StartFileAsync(input, key, version: null);

        var name = ExecutionNames.OfRelease(input.Detail) ?? ExecutionNames.OfEvent("event", input.Id);
        // The execution keeps its input for 90 days.
        var request = (await seal.SealAsync(input.Detail ?? new JsonObject()))!;
        if (RequestFile.IsNeededFor(request))
        {
            // By its content: another request with the same id must neither replace this one nor look like it.
            var kept = BucketKeys.Input(ExecutionNames.OfOther(name, request.ToJsonString()));
            await bucket.WriteAsync(kept, request, ContractsJson.Default.JsonNode);
            request = RequestFile.ReferTo(bucket.UriOf(kept));
        }

        return await StartReleaseAsync(name, request);
    }

    private Task<StartResult> StartFileAsync(RequestEvent input)
    {
        var file = input.Detail?["object"];
        var key = (string?)file?["key"] ?? throw new InvalidOperationException($"Event {input.Id} of S3 names no object.");
        // The console makes a "folder" by an empty object of such a name.
        return key.EndsWith('/')
            ? Task.FromResult(new StartResult(null, StartResult.Nothing))
            : StartFileAsync(input, key, (string?)file?["version-id"]);
    }

    private async Task<StartResult> StartFileAsync(RequestEvent input, string key, string? version)
    {
        var file = await bucket.FindTextAsync(key, version);
        var request = RequestFile.ReferTo(bucket.UriOf(key), file?.Version);
        var name = file is null
            ? ExecutionNames.OfEvent("event", input.Id)
            : ExecutionNames.OfRelease(RequestFile.TryParse(file.Text)) ?? ExecutionNames.OfFile(key, file.Version ?? input.Id);
        return await StartReleaseAsync(name, request);
    }

    private Task<StartResult> StartRollbackAsync(RequestEvent input)
    {
        var request = (input.Detail as JsonObject)?.DeepClone().AsObject() ?? [];
        // These are for the release machine and its guardian, not for people.
        foreach (var member in new[] { "release", "error", "startedByGuardian", "resumedExecutionArn", "abandon", "askedAt" })
            request.Remove(member);
        if (input.Time is { } sent)
            request["askedAt"] = sent;
        return StartAsync(machines.Rollback, ExecutionNames.OfEvent("rollback", input.Id), request.ToJsonString());
    }

    private async Task<StartResult> StartReleaseAsync(string name, JsonNode input)
    {
        var text = input.ToJsonString();
        var result = await StartAsync(machines.Release, name, text);
        if (
            result.Outcome == StartResult.Started
            || (await executions.FindAsync(ExecutionArn.Of(machines.Release, name).ToString()))?.Input == text
        )
            return result;
        // Another request with the same id, or the same one through another door: PrepareRelease finds out, and people are notified.
        return await StartAsync(machines.Release, ExecutionNames.OfOther(name, text), text);
    }

    private async Task<StartResult> StartAsync(string stateMachineArn, string name, string input) =>
        new(name, await executions.StartAsync(stateMachineArn, name, input) ? StartResult.Started : StartResult.Duplicate);
}
