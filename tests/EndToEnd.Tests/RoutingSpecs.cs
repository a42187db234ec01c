using System.Net;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.Rehearsal.FaultyCode;
using CodeRipple.Workflow.Rehearsal.Scenarios;
using Xunit.Abstractions;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>The API in front of the functions and the alarms behind them, read back after releases and rollbacks.</summary>
[Collection(Machines.Routing)]
public sealed class RoutingSpecs(RunningMachine running, ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private readonly StringWriter _progress = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(10));
    private readonly HttpClient _http = new();
    private readonly string _name = $"s{Guid.NewGuid():N}"[..8];
    private ShopWorkload _workload = null!;
    private BaseStackReader _baseStack = null!;
    private ReleaseDraft _draft = null!;
    private string _apiRole = "";

    private string Function => _workload.Functions[0];

    private static string Source => "apigateway.amazonaws.com arn:aws:execute-api:us-west-2:123456789012:";

    public async Task InitializeAsync()
    {
        _workload = await ShopWorkload.InstallAsync(running, _name);
        var outputs = await running.Clients.CloudFormation.OutputsAsync($"{_name}-development", CancellationToken.None);
        _baseStack = new BaseStackReader(running, _workload, outputs!["Api"]);
        _apiRole = outputs["ApiRole"];
        _draft = await _workload.DraftAsync(running);
    }

    [Fact]
    public async Task The_first_release_opens_the_API_and_sets_the_alarms_and_a_failed_one_closes_it_again()
    {
        var (integration, deployment) = (await _baseStack.IntegrationAsync(), await _baseStack.DeploymentAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await CallAsync());

        await ReleaseAsync("fails", WorkloadMutations.FailEndToEndTest(_draft), ReleaseStatus.RolledBack);

        Assert.Equal((integration, deployment), (await _baseStack.IntegrationAsync(), await _baseStack.DeploymentAsync()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await CallAsync());
        Assert.Empty(await _baseStack.AlarmsAsync());
        // The new log group stays: it has the log of what failed.
        Assert.Equal(90, await _baseStack.RetentionAsync(Function));

        await ReleaseAsync("first", _draft, ReleaseStatus.Succeeded);

        Assert.Equal(HttpStatusCode.OK, await CallAsync());
        Assert.NotEqual(deployment, await _baseStack.DeploymentAsync());
        Assert.Contains($":function:{Function}:live/invocations", await _baseStack.IntegrationAsync(), StringComparison.Ordinal);
        var permission = Assert.Single(await _baseStack.PermissionsAsync(Function));
        Assert.StartsWith(Source, permission, StringComparison.Ordinal);
        Assert.EndsWith("/live/POST/hello", permission, StringComparison.Ordinal);
        Assert.Equal(6, (await _baseStack.AlarmsAsync()).Count);
        Assert.Contains(
            await _baseStack.AlarmsAsync(),
            a =>
                a.StartsWith(
                    $"{Function}-duration: Average Duration GreaterThanThreshold 60000 in 2x300 s, notBreaching, to arn:aws:sns:",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(90, await _baseStack.RetentionAsync(Function));
    }

    [Fact]
    public async Task An_upgrade_deploys_no_API_and_a_rollback_of_it_restores_alarms_that_it_changed()
    {
        running.Host.Calls.Clear();
        await ReleaseAsync("first", _draft, ReleaseStatus.Succeeded);
        var (deployment, alarms) = (await _baseStack.DeploymentAsync(), await _baseStack.AlarmsAsync());

        var stricter = WorkloadMutations.Upgrade(_draft);
        stricter = stricter with
        {
            Workload = stricter.Workload with
            {
                Monitoring = new MonitoringRequest
                {
                    Errors = new AlarmLimit { Threshold = 1 },
                    LogRetentionDays = 7,
                },
            },
        };
        await ReleaseAsync("fails", WorkloadMutations.FailEndToEndTest(stricter), ReleaseStatus.RolledBack);
        Assert.Equal(alarms, await _baseStack.AlarmsAsync());
        Assert.Equal(90, await _baseStack.RetentionAsync(Function));

        await ReleaseAsync("second", stricter, ReleaseStatus.Succeeded);
        Assert.Contains(
            await _baseStack.AlarmsAsync(),
            a => a.StartsWith($"{Function}-errors: Sum Errors GreaterThanThreshold 1 in 2x300 s", StringComparison.Ordinal)
        );
        // A release never shortens it.
        Assert.Equal(90, await _baseStack.RetentionAsync(Function));
        Assert.Equal(deployment, await _baseStack.DeploymentAsync());
        // Each of them alone stays within the quotas of the account.
        var stack = ReleaseStack.NameFor("development");
        Assert.DoesNotContain(
            running.Host.Calls.Snapshot(),
            c => c.Status == 429 && c.Caller?.StartsWith(stack, StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public async Task No_request_fails_because_of_an_upgrade_or_a_rollback()
    {
        await ReleaseAsync("first", _draft, ReleaseStatus.Succeeded);

        await using (var load = new ContinuousLoad(running, _baseStack, Function))
        {
            await load.AnsweredAsync(10);
            await ReleaseAsync("fails", WorkloadMutations.FailEndToEndTest(WorkloadMutations.Upgrade(_draft)), ReleaseStatus.RolledBack);
            await load.AnsweredAsync(10);
            Report("rollback", load);
        }

        await using (var load = new ContinuousLoad(running, _baseStack, Function))
        {
            await load.AnsweredAsync(10);
            await ReleaseAsync("second", WorkloadMutations.Upgrade(_draft), ReleaseStatus.Succeeded);
            await load.AnsweredAsync(10);
            Report("upgrade", load);
        }
    }

    [Fact]
    public async Task No_request_fails_while_an_API_is_turned_to_the_alias_and_back()
    {
        await ReleaseAsync("first", _draft, ReleaseStatus.Succeeded);
        await _baseStack.CallFunctionItselfAsync(Function);
        var (integration, deployment) = (await _baseStack.IntegrationAsync(), await _baseStack.DeploymentAsync());

        await using var load = new ContinuousLoad(running, _baseStack, function: null);
        await load.AnsweredAsync(10);
        await ReleaseAsync("turn-fails", WorkloadMutations.FailEndToEndTest(WorkloadMutations.Upgrade(_draft)), ReleaseStatus.RolledBack);
        await load.AnsweredAsync(10);

        Report("routing and its rollback", load);
        Assert.Equal((integration, deployment), (await _baseStack.IntegrationAsync(), await _baseStack.DeploymentAsync()));
    }

    [Fact]
    public async Task An_API_that_invokes_its_function_with_a_role_keeps_it_and_gets_it_back()
    {
        await ReleaseAsync("first", _draft, ReleaseStatus.Succeeded);
        await _baseStack.CallFunctionItselfAsync(Function, _apiRole);
        var (integration, deployment) = (await _baseStack.IntegrationAsync(), await _baseStack.DeploymentAsync());

        await ReleaseAsync("fails", WorkloadMutations.FailEndToEndTest(WorkloadMutations.Upgrade(_draft)), ReleaseStatus.RolledBack);
        Assert.Equal((integration, deployment), (await _baseStack.IntegrationAsync(), await _baseStack.DeploymentAsync()));

        await ReleaseAsync("second", WorkloadMutations.Upgrade(_draft), ReleaseStatus.Succeeded);
        Assert.Contains(_apiRole, await _baseStack.IntegrationAsync(), StringComparison.Ordinal);
        Assert.Contains($":function:{Function}:live/invocations", await _baseStack.IntegrationAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await CallAsync());
    }

    [Fact]
    public async Task A_new_version_that_fails_for_callers_of_the_API_only_is_caught_from_their_requests()
    {
        await ReleaseAsync("first", _draft, ReleaseStatus.Succeeded);
        var canary = await FaultyVersion.Failing.ReplaceAsync(
            WorkloadMutations.InStages(WorkloadMutations.Upgrade(_draft)),
            running.Clients.Lambda,
            _deadline.Token
        );

        await using var load = new ContinuousLoad(running, _baseStack, function: null);
        await load.AnsweredAsync(10);
        var outcome = await ReleaseAsync("canary", canary, ReleaseStatus.RolledBack);
        var failed = load.Errors.Count;
        await load.AnsweredAsync(20);

        output.WriteLine($"{failed} of {load.Requests} requests failed. {outcome.Failure}");
        Assert.Matches(@"hello version \d+: \d+ of \d+ requests failed \(100\.0 %\), of version \d+ 0 of \d+ ", outcome.Failure!);
        Assert.All(load.Errors, e => Assert.StartsWith("api: 502", e, StringComparison.Ordinal));
        Assert.Equal(failed, load.Errors.Count);
    }

    [Fact]
    public async Task A_request_to_adopt_turns_the_rule_to_the_alias()
    {
        await ReleaseAsync("first", _draft, ReleaseStatus.Succeeded);
        await using var rule = await BypassingRule.MakeAsync(running.Clients, Function, _deadline.Token);

        await ReleaseAsync("adopts", _draft with { Workload = _draft.Workload with { Adopt = true } }, ReleaseStatus.Succeeded);

        var targets = await running.Clients.EventBridge.ListTargetsByRuleAsync(
            new Amazon.EventBridge.Model.ListTargetsByRuleRequest { Rule = $"{Function}-rehearsal" }
        );
        Assert.EndsWith($":function:{Function}:live", Assert.Single(targets.Targets).Arn, StringComparison.Ordinal);
        Assert.Contains(
            await _baseStack.PermissionsAsync(Function),
            p => p == $"events.amazonaws.com arn:aws:events:us-west-2:123456789012:rule/{Function}-rehearsal"
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _baseStack?.Dispose();
        _workload?.Dispose();
        _http.Dispose();
        _deadline.Dispose();
        _progress.Dispose();
    }

    private void Report(string during, ContinuousLoad load)
    {
        output.WriteLine(
            $"{during}: {load.Requests} requests, {load.Errors.Count} errors; {string.Join(", ", load.Answers.OrderBy(a => a.Key).Select(a => $"version by {a.Key}: {a.Value}"))}"
        );
        Assert.Empty(load.Errors);
        Assert.Contains(load.Answers.Keys, a => a.StartsWith("api", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> CallAsync()
    {
        using var answer = await _baseStack.CallAsync(_http);
        return answer.StatusCode;
    }

    private async Task<ReleaseOutcome> ReleaseAsync(string id, ReleaseDraft draft, ReleaseStatus ends)
    {
        var console = Screen.CreateConsole(_progress, default);
        var screen = new Screen(console, console, json: false, TimeProvider.System);
        var outcome = await new Releaser(running.Machine, screen).ReleaseAsync($"{id}-{_name}", "test", draft, _deadline.Token);
        Assert.True(outcome.Status == ends, _progress.ToString());
        return outcome;
    }
}
