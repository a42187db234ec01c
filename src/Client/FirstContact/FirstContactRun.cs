using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Facts;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Traffic;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.FirstContact;

/// <summary>
/// Installs a release machine of its own, releases a tiny workload, upgrades it by a canary, breaks it, rolls it back, writes down what
/// only a real account can tell, and removes everything again.
/// </summary>
internal sealed class FirstContactRun(AwsClients clients, Screen screen, FirstContactOptions options, TimeProvider time)
{
    private const string Edition = "EDITION";

    // So many answers of the new kind in a row, and the old kind is gone.
    private const int EnoughAnswers = 40;

    private readonly ThrowAwayStacks _stacks = new(clients, screen, options, time);
    private readonly FirstContactRecord _record = new(clients.Region, time.GetUtcNow());

    /// <summary>The workload that is released.</summary>
    public static WorkloadFile OpenWorkload() =>
        WorkloadFile.Open(Path.Combine(RepositoryRoot.Find(), "samples", "first-contact", WorkloadFile.DefaultName));

    /// <exception cref="UserErrorException">There is something of an earlier one.</exception>
    public async Task<FirstContactRecord> RunAsync(CancellationToken cancellationToken)
    {
        var workload = OpenWorkload();
        await _stacks.DemandAbsentAsync(workload, cancellationToken);
        try
        {
            await TryOutAsync(workload, cancellationToken);
        }
        catch (Exception e)
            when (e is UserErrorException or InvalidReleaseRequestException or AmazonServiceException or AmazonClientException)
        {
            _record.Failure = e.Message;
        }
        catch (OperationCanceledException)
        {
            _record.Failure = "It was interrupted.";
        }
        finally
        {
            _record.Leftovers = await screen.StageAsync(
                new Stage("Removing everything", "Everything removed"),
                _ => new Removal(clients, time).RemoveAsync(workload)
            );
        }

        return _record;
    }

    private async Task TryOutAsync(WorkloadFile workload, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var machine = await _stacks.InstallMachineAsync(options.Runtimes[0], cancellationToken);
        var packages = await workload.BuildAsync(ThrowAwayStacks.Environment, cancellationToken);
        var outputs = await _stacks.InstallBaseAsync(workload, cancellationToken);
        var read = await workload.ReadAsync(clients, ThrowAwayStacks.Environment, outputs, cancellationToken);
        var canary = read.Traffic with
        {
            Stages = [.. read.Traffic.Stages.Select(s => s with { BakeSeconds = (int)options.Bake.TotalSeconds })],
        };
        var draft = new ReleaseDraft(read with { Traffic = canary }, packages);

        await CreateAsync(machine, draft, PageOf(outputs["Api"], read.Api[0]), cancellationToken);
        await UpgradeAsync(machine, draft, cancellationToken);
        await BreakAsync(machine, draft, cancellationToken);
        await GoBackAsync(machine, cancellationToken);
        await AddColdStartsAsync(options.Runtimes[0], began, cancellationToken);
        foreach (var steps in options.Runtimes.Skip(1))
        {
            began = time.GetUtcNow();
            machine = await _stacks.InstallMachineAsync(steps, cancellationToken);
            var all = draft with { Workload = draft.Workload with { Traffic = new TrafficRequest() } };
            var id = ReleaseIds.New("on-" + steps.Name.Replace('.', '-'));
            await ReleaseAsync(machine, $"the same on {steps.Name}", WithEdition(all, id), id, ReleaseStatus.Succeeded, cancellationToken);
            await AddColdStartsAsync(steps, began, cancellationToken);
        }

        _record.Facts.Add(
            await new StepFacts(clients.Logs, clients.StepFunctions).DurationsAsync(
                [machine.ReleaseStateMachineArn, machine.RollbackStateMachineArn],
                _record.Outcomes,
                cancellationToken
            )
        );
    }

    /// <summary>A role made seconds before, a new function and alias, a new route; then an unweighted alias with users.</summary>
    private async Task CreateAsync(ReleaseMachine machine, ReleaseDraft draft, Uri page, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var pages = new StageUsers(http, page, time);
        var first = await WhileAsync(
            pages.AskAsync,
            async () =>
            {
                var outcome = await ReleaseAsync(
                    machine,
                    "a new function with a role that was made seconds before",
                    draft,
                    ReleaseIds.New("first"),
                    ReleaseStatus.Succeeded,
                    cancellationToken
                );
                if (outcome.Status == ReleaseStatus.Succeeded)
                    await SettledAsync(() => pages.Answers.TakeLast(EnoughAnswers).Count(a => a.Edition is not null), cancellationToken);
                return outcome;
            },
            cancellationToken
        );
        _record.Facts.Add(
            new Fact(
                "role.retries",
                "How often was a step repeated until the role that was made seconds before could be assumed?",
                "any number; the release succeeds",
                first.Executions.SelectMany(e => e.States).Where(s => s.Name is "CreateFunction" or "CreateProbe").Sum(s => s.Retries),
                first.Status == ReleaseStatus.Succeeded
            )
        );
        if (first.Status != ReleaseStatus.Succeeded)
            throw new UserErrorException($"The first release did not succeed: {first.Failure}");
        var routed = LastExit(first, "RouteNewFunctions");
        _record.Facts.Add(
            Fact.Within(
                "api.propagationSeconds",
                "How long after a deployment with a new permission does the stage still answer in the old way?",
                TimeSpan.FromSeconds(60),
                routed is { } at ? After(at, pages.Answers.Where(a => a.Edition is null).Select(a => a.Asked)) : null
            )
        );

        var (function, alias) = (draft.Workload.Functions[0], draft.Workload.Alias);
        var users = Users(draft);
        var from = time.GetUtcNow();
        _record.Facts.AddRange(
            await WhileAsync(
                users.CallAsync,
                () =>
                    screen.StageAsync(
                        new Stage("Waiting for metrics of an unweighted alias", "Metrics observed"),
                        _ =>
                            new MetricFacts(clients.CloudWatch, function.Name, alias, time).ObserveAsync(
                                first.Manifest!.Functions[0].Version,
                                from,
                                options.MetricDeadline,
                                options.Bake,
                                cancellationToken
                            )
                    ),
                cancellationToken
            )
        );
    }

    private async Task UpgradeAsync(ReleaseMachine machine, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        var users = Users(draft);
        var outcome = await WhileAsync(
            users.CallAsync,
            async () =>
            {
                var upgrade = await ReleaseAsync(
                    machine,
                    "an upgrade by a canary, with users",
                    WithEdition(draft, "second"),
                    ReleaseIds.New("second"),
                    ReleaseStatus.Succeeded,
                    cancellationToken
                );
                var version = upgrade.Manifest?.Functions[0].Version;
                if (version is not null)
                    await SettledAsync(
                        () => users.Report().Requests.TakeLast(EnoughAnswers).Count(r => r.Version == version),
                        cancellationToken
                    );
                return upgrade;
            },
            cancellationToken
        );
        if (outcome.Status != ReleaseStatus.Succeeded)
            throw new UserErrorException($"The upgrade did not succeed: {outcome.Failure}");
        var current = outcome.Manifest!.Functions[0].Version;
        var shifted = LastExit(outcome, "ShiftTraffic");
        _record.Facts.Add(
            Fact.Within(
                "alias.propagationSeconds",
                "How long after an alias was given one version alone does another version still answer?",
                TimeSpan.FromSeconds(60),
                shifted is { } at
                    ? After(at, users.Report().Requests.Where(r => r.Version is not null && r.Version != current).Select(r => r.Sent))
                    : null
            )
        );
        _record.Facts.Add(
            new Fact(
                "canary.failedRequests",
                "How many requests of users failed during a good canary?",
                "none",
                users.Report().Failed,
                users.Report().Failed == 0
            )
        );
    }

    /// <summary>A version that passes its tests and fails its users.</summary>
    private async Task BreakAsync(ReleaseMachine machine, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        var users = Users(draft);
        var outcome = await WhileAsync(
            users.CallAsync,
            () =>
                ReleaseAsync(
                    machine,
                    "a version that fails its users only",
                    WithEdition(draft, "broken"),
                    ReleaseIds.New("broken"),
                    ReleaseStatus.RolledBack,
                    cancellationToken
                ),
            cancellationToken
        );
        var failed = users.Report().Requests.Where(r => r.Error is not null).Select(r => r.Sent).ToList();
        _record.Facts.Add(
            Fact.Within(
                "canary.detectionSeconds",
                "How long after the first user met an error was the canary judged?",
                options.Bake + TimeSpan.FromSeconds(draft.Workload.Traffic.HoldSeconds),
                outcome.Verdict is { } verdict && failed.Count > 0 ? verdict - failed[0] : null
            )
        );
        _record.Facts.Add(
            Fact.Within(
                "canary.restoredSeconds",
                "How long after the verdict did users still meet errors?",
                TimeSpan.FromSeconds(60),
                outcome.Verdict is { } judged ? After(judged, failed) : null
            )
        );
    }

    private async Task GoBackAsync(ReleaseMachine machine, CancellationToken cancellationToken)
    {
        var application = OpenWorkload().Application;
        var current =
            await machine.Store.Ledger.FindCurrentAsync(application, machine.Environment, cancellationToken)
            ?? throw new UserErrorException("No release is live, although one has succeeded.");
        var request = new RollbackRequest
        {
            Application = application,
            Environment = machine.Environment,
            To = current.Previous,
            RequestedBy = System.Environment.UserName,
            Reason = "coderipple first-contact",
        };
        var releaser = new Releaser(machine, screen);
        var execution = await releaser.Runs.StartRollbackAsync(
            ReleaseIds.New("back"),
            JsonSerializer.SerializeToNode(request, ContractsJson.Default.RollbackRequest)!.AsObject(),
            cancellationToken
        );
        var outcome = await releaser.FollowAsync(
            current.Id,
            progress => releaser.Runs.FollowRollbackAsync(execution, current, progress, cancellationToken)
        );
        Add("a rollback to the release before, on request", ReleaseStatus.RolledBack, outcome);
    }

    private async Task<ReleaseOutcome> ReleaseAsync(
        ReleaseMachine machine,
        string what,
        ReleaseDraft draft,
        string id,
        ReleaseStatus expected,
        CancellationToken cancellationToken
    )
    {
        var outcome = await new Releaser(machine, screen).ReleaseAsync(id, what, draft, cancellationToken);
        Add(what, expected, outcome);
        return outcome;
    }

    private void Add(string what, ReleaseStatus expected, ReleaseOutcome outcome)
    {
        screen.ReleaseEnded(outcome);
        _record.Add(what, expected, outcome);
    }

    private async Task AddColdStartsAsync(StepRuntime steps, DateTimeOffset from, CancellationToken cancellationToken) =>
        _record.Facts.Add(
            await new StepFacts(clients.Logs, clients.StepFunctions).ColdStartsAsync(
                steps.Name,
                "/aws/lambda/" + ThrowAwayStacks.MachineStack,
                from,
                cancellationToken
            )
        );

    private TrafficGenerator Users(ReleaseDraft draft) =>
        new(
            clients.Lambda,
            draft.Workload.Functions[0].Name,
            draft.Workload.Alias,
            new SmokeTest { Name = "users", Event = new JsonObject() },
            time
        );

    private Uri PageOf(string api, ApiRequest request)
    {
        var stage = options.ApiUrl ?? $"https://{{api}}.execute-api.{clients.Region}.amazonaws.com/{{stage}}";
        return new Uri(
            stage.Replace("{api}", api, StringComparison.Ordinal).Replace("{stage}", request.Stage, StringComparison.Ordinal)
                + request.Routes[0].Path
        );
    }

    private static ReleaseDraft WithEdition(ReleaseDraft draft, string edition) =>
        draft with
        {
            Workload = draft.Workload with
            {
                Functions =
                [
                    .. draft.Workload.Functions.Select(f =>
                        f with
                        {
                            Environment = new Dictionary<string, string>(f.Environment) { [Edition] = edition },
                        }
                    ),
                ],
            },
        };

    /// <summary>Does something while users ask.</summary>
    private static async Task<T> WhileAsync<T>(Func<CancellationToken, Task> users, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = users(ended.Token);
        try
        {
            return await work();
        }
        finally
        {
            await ended.CancelAsync();
            await asking;
        }
    }

    /// <summary>Waits until enough answers in a row are of the new kind, or it has taken too long.</summary>
    private async Task SettledAsync(Func<int> answers, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + options.PropagationDeadline;
        while (answers() < EnoughAnswers && time.GetUtcNow() < deadline)
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken);
    }

    private static DateTimeOffset? LastExit(ReleaseOutcome outcome, string state) =>
        outcome.Executions[0].States.LastOrDefault(s => s.Name == state)?.Exited;

    /// <summary>From a moment to the last of some others; zero when all were before it.</summary>
    private static TimeSpan After(DateTimeOffset moment, IEnumerable<DateTimeOffset> others)
    {
        var last = others.DefaultIfEmpty(moment).Max();
        return last > moment ? last - moment : TimeSpan.Zero;
    }
}
