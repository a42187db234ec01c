using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Health;

/// <summary>Starts health checks and reads what they found.</summary>
internal sealed class HealthChecks(ReleaseMachine machine)
{
    // The check found something; that is an end like any other.
    private const string Unhealthy = "InfrastructureUnhealthy";

    /// <param name="application">Null = every application that is live.</param>
    /// <exception cref="UserErrorException">The check did not come to an end, or there is nothing to check.</exception>
    /// <param name="watcher">Hears of states as they end.</param>
    public async Task<IReadOnlyList<HealthState>> RunAsync(
        string name,
        string? application,
        IStateWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        var input = application is null ? new JsonObject() : new JsonObject { ["application"] = application };
        var started = await machine.Clients.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = machine.HealthCheckStateMachineArn,
                Name = name,
                Input = input.ToJsonString(),
            },
            cancellationToken
        );
        await new ExecutionFollower(machine.Clients.StepFunctions, TimeProvider.System).FollowAsync(
            started.ExecutionArn,
            watcher,
            cancellationToken
        );

        var execution = await machine.Clients.StepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn },
            cancellationToken
        );
        if (execution.Status != ExecutionStatus.SUCCEEDED && execution.Error != Unhealthy)
            throw new UserErrorException(
                $"The health check did not finish, so its result is unknown: {execution.Error} {execution.Cause}\nExecution: {execution.ExecutionArn}"
            );
        return await ReadAsync(name, application, cancellationToken);
    }

    private async Task<IReadOnlyList<HealthState>> ReadAsync(string run, string? application, CancellationToken cancellationToken)
    {
        var store = machine.Store;
        var states = new List<HealthState>();
        var applications = application is null
            ? await store.Ledger.ApplicationsAsync(machine.Environment, cancellationToken)
            : [application];
        foreach (var name in applications)
            if (await store.FindHealthAsync(name, machine.Environment, cancellationToken) is { } state && state.Run == run)
                states.Add(state);
        return states.Count > 0
            ? states
            : throw new UserErrorException(
                $"No release of {application ?? "any application"} is live in {machine.Environment}, so there is nothing to check."
            );
    }
}
