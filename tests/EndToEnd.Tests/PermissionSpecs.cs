using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>
/// The local AWS holds steps to the policies of template.yaml: what they do not allow fails the release, and it says what was not allowed.
/// </summary>
[Collection(Machines.Requests)]
public sealed class PermissionSpecs(RunningMachine running) : IDisposable
{
    private readonly StringWriter _progress = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData("PlanRelease", "lambda:ListLayerVersions", ReleaseStatus.Rejected)]
    [InlineData("ShiftTraffic", "lambda:UpdateAlias", ReleaseStatus.RolledBack)]
    public async Task Without_a_permission_the_release_fails_and_says_which_one_is_missing(string step, string action, ReleaseStatus end)
    {
        using var workload = await ShopWorkload.InstallAsync(running, $"lacking-{step.ToLowerInvariant()}");
        var live = new LiveReader(running, workload);
        var draft = await workload.DraftAsync(running);
        await ReleaseAsync(ReleaseStatus.Succeeded, draft);
        var before = await live.FunctionsAsync();

        ReleaseOutcome outcome;
        await using (await LackingPermission.TakeAsync(running.Clients, $"{ReleaseStack.NameFor("development")}-{step}", action))
            outcome = await ReleaseAsync(end, WorkloadMutations.Upgrade(draft));

        Assert.Contains($"is not authorized to perform: {action} on resource: ", outcome.Failure!, StringComparison.Ordinal);
        Assert.Equal(before, await live.FunctionsAsync());
        await ReleaseAsync(ReleaseStatus.Succeeded, WorkloadMutations.Upgrade(draft));
    }

    public void Dispose()
    {
        _deadline.Dispose();
        _progress.Dispose();
    }

    private async Task<ReleaseOutcome> ReleaseAsync(ReleaseStatus end, ReleaseDraft draft)
    {
        var console = Screen.CreateConsole(_progress, default);
        var screen = new Screen(console, console, json: false, TimeProvider.System);
        var outcome = await new Releaser(running.Machine, screen).ReleaseAsync(
            $"lacking-{Guid.NewGuid():N}",
            "test",
            draft,
            _deadline.Token
        );
        Assert.True(outcome.Status == end, _progress.ToString());
        return outcome;
    }
}
