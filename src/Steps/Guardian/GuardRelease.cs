using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Guardian;

/// <summary>
/// Turns a dead execution into a rollback. An event reports a death, and a schedule sweeps after it, since such events are best
/// effort: both look at everything that has not come to its end, so it does not matter which of them came, or how often.
/// </summary>
public sealed class GuardReleaseStep(OpenReleases open, UnregisteredReleases unregistered, InterruptedExecutions dead)
{
    /// <param name="event">From EventBridge: an execution's change of status, or a schedule.</param>
    [LambdaFunction]
    public async Task<GuardReport> GuardRelease(JsonNode @event)
    {
        await unregistered.RegisterAsync(@event);
        var (left, started, failures) = (new List<string>(), new List<string>(), new List<Exception>());
        foreach (var release in await open.ListAsync())
        {
            try
            {
                left.Add(release.Release.ExecutionArn);
                if (await dead.RecoverAsync(release) is { } rollback)
                    started.Add(rollback);
            }
            catch (Exception e)
            {
                // One that cannot be helped must not keep the others from help.
                failures.Add(e);
            }
        }

        return failures.Count == 0 ? new GuardReport(left, started) : throw new AggregateException(failures);
    }
}
