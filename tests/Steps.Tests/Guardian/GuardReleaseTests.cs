using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Guardian;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Guardian;

public sealed class GuardReleaseTests : IAsyncLifetime, IDisposable
{
    private static readonly string Execution = World.ReleaseOf("r1").ExecutionArn;
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        _world.Executions.Is(Execution, ExecutionStatus.RUNNING);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_release_that_runs_is_left_alone()
    {
        var report = await GuardAsync();

        Assert.Equal([Execution], report.Open);
        Assert.Empty(_world.Executions.Started);
    }

    [Fact]
    public async Task A_release_that_waits_for_the_lock_of_another_one_is_left_alone()
    {
        var waiting = World.ReleaseOf("r2");
        await _world.Get<ReleaseLedger>().RegisterAsync(World.RecordOf(waiting, _world.Time.Now), waiting);
        _world.Executions.Is(waiting.ExecutionArn, ExecutionStatus.RUNNING);
        _world.Time.Now += TimeSpan.FromHours(1);

        var report = await GuardAsync();

        Assert.Contains(waiting.ExecutionArn, report.Open);
        Assert.Empty(_world.Executions.Started);
    }

    [Theory]
    [InlineData("ABORTED", "The execution was stopped before its end.")]
    [InlineData("TIMED_OUT", "The execution did not end before its deadline.")]
    [InlineData("FAILED", "The execution ended as FAILED.")]
    public async Task A_dead_release_is_rolled_back_and_the_rollback_knows_how_it_died(string status, string words)
    {
        _world.Executions.Is(Execution, status);

        await GuardAsync();

        var started = Assert.Single(_world.Executions.Started);
        Assert.Equal(FakeExecutions.Rollbacks, started.StateMachineArn);
        Assert.StartsWith("r1-", started.Name, StringComparison.Ordinal);
        Assert.EndsWith("-guard-1", started.Name, StringComparison.Ordinal);
        var request = JsonSerializer.Deserialize(started.Input, ContractsJson.Default.RollbackRequest)!;
        Assert.Equal(_world.Release with { Token = 0 }, request.Release);
        Assert.True(request.StartedByGuardian);
        Assert.Equal(words, (string?)JsonNode.Parse(request.Error!.Cause!)!["errorMessage"]);
    }

    [Fact]
    public async Task Two_events_of_one_death_start_one_rollback()
    {
        _world.Executions.Is(Execution, ExecutionStatus.ABORTED);

        await GuardAsync();
        await GuardAsync();

        Assert.Single(_world.Executions.Started);
    }

    [Fact]
    public async Task A_rollback_that_the_release_had_started_itself_is_waited_for()
    {
        _world.Executions.Is(Execution, ExecutionStatus.TIMED_OUT);
        _world.Executions.Is(FakeExecutions.RollbackArn("r1"), ExecutionStatus.RUNNING);

        await GuardAsync();

        Assert.Empty(_world.Executions.Started);
    }

    [Fact]
    public async Task A_rollback_that_a_person_has_started_is_waited_for()
    {
        _world.Executions.Is(Execution, ExecutionStatus.ABORTED);
        _world.Executions.Is(FakeExecutions.RollbackArn("by-hand"), ExecutionStatus.RUNNING);
        await _world.PlanRollbackAsync(execution: FakeExecutions.RollbackArn("by-hand"));

        await GuardAsync();

        Assert.Empty(_world.Executions.Started);
    }

    [Fact]
    public async Task A_rollback_that_died_is_started_again_three_times_and_then_one_says_that_a_person_is_needed()
    {
        _world.Executions.Is(Execution, ExecutionStatus.ABORTED);

        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await GuardAsync();
            foreach (var started in _world.Executions.Started.Where(s => !s.Name.EndsWith("gave-up", StringComparison.Ordinal)))
                _world.Executions.Is(FakeExecutions.RollbackArn(started.Name), ExecutionStatus.ABORTED);
        }

        Assert.Equal(
            ["guard-1", "guard-2", "guard-3", "gave-up"],
            _world.Executions.Started.Select(s => s.Name[(s.Name.IndexOf('-', 3) + 1)..])
        );
        var last = JsonSerializer.Deserialize(_world.Executions.Started[^1].Input, ContractsJson.Default.RollbackRequest)!;
        Assert.True(last.Abandon);
        Assert.Contains("guard-3 ended as ABORTED", last.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_is_needed_reads_what_happened_and_the_record_says_so_too()
    {
        var report = await _world.RollBackAsync(
            new RollbackRequest
            {
                Release = _world.Release,
                StartedByGuardian = true,
                Abandon = true,
                Reason = "guard-1 ended as ABORTED",
            }
        );

        Assert.Equal(ReleaseStatus.RollbackFailed, report.Status);
        Assert.Contains(
            "nothing is known to be restored: every attempt of the rollback was interrupted. guard-1 ended as ABORTED",
            report.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(ReleaseStatus.RollbackFailed, (await RecordAsync())!.Status);
    }

    [Fact]
    public async Task A_release_that_has_ended_and_notified_is_closed_without_a_message()
    {
        await _world.RollBackAsync();
        _world.Executions.Is(Execution, ExecutionStatus.FAILED);
        _world.Executions.Is(RolledBackRelease.Execution, ExecutionStatus.SUCCEEDED);
        _world.Executions.HasNotified(RolledBackRelease.Execution);

        await GuardAsync();

        Assert.Empty(_world.Executions.Started);
        Assert.Empty((await GuardAsync()).Open);
    }

    [Fact]
    public async Task A_rollback_that_died_before_it_could_notify_is_reported_and_not_done_again()
    {
        await _world.RollBackAsync();
        _world.Executions.Is(Execution, ExecutionStatus.FAILED);
        _world.Executions.Is(RolledBackRelease.Execution, ExecutionStatus.ABORTED);
        _world.History.Clear();

        await GuardAsync();
        var request = JsonSerializer.Deserialize(Assert.Single(_world.Executions.Started).Input, ContractsJson.Default.RollbackRequest)!;
        var plan = await _world.PlanRollbackAsync(request, "guard");

        Assert.True(plan.Notify);
        Assert.Equal(ReleaseStatus.RolledBack, plan.Report!.Status);
        Assert.Empty(_world.History.Events);
    }

    [Fact]
    public async Task A_release_that_died_between_its_success_and_the_message_stays_live_and_is_reported()
    {
        await CompleteAsync();
        _world.Executions.Is(Execution, ExecutionStatus.ABORTED);

        await GuardAsync();
        var request = JsonSerializer.Deserialize(Assert.Single(_world.Executions.Started).Input, ContractsJson.Default.RollbackRequest)!;
        var plan = await _world.PlanRollbackAsync(request, "guard");

        Assert.True(plan.Notify);
        Assert.Equal(ReleaseStatus.Succeeded, plan.Report!.Status);
        Assert.Equal("2", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task A_release_that_succeeded_and_only_was_not_forgotten_is_forgotten()
    {
        await CompleteAsync();
        _world.Executions.Is(Execution, ExecutionStatus.SUCCEEDED);

        await GuardAsync();

        Assert.Empty(_world.Executions.Started);
        Assert.Empty(await _world.Get<OpenReleases>().ListAsync());
    }

    [Fact]
    public async Task A_release_that_died_before_it_was_registered_is_registered_so_that_somebody_hears_of_it()
    {
        var execution = World.ReleaseOf("r7").ExecutionArn;
        _world.Executions.Is(execution, ExecutionStatus.ABORTED);

        await GuardAsync(Died(execution, "r7", "ABORTED", """{"application":"shop","environment":"development"}"""));

        Assert.Equal(
            "r7",
            JsonSerializer.Deserialize(Assert.Single(_world.Executions.Started).Input, ContractsJson.Default.RollbackRequest)!.Release!.Id
        );
        Assert.Equal(ReleaseStatus.InProgress, (await _world.Get<ReleaseLedger>().FindRecordAsync(World.ReleaseOf("r7").Key))!.Status);
    }

    [Theory]
    [InlineData("r7", """{"application":"shop#production","id":"r7"}""", "unknown", "r7")]
    [InlineData("r7", """{"application":"shop","id":"r7\nBcc: all"}""", "shop", "r7")]
    [InlineData("é 7", """{"application":"Größe","id":"ü"}""", "unknown", "execution-")]
    [InlineData("r7", """{"application":["shop"],"id":7,"reason":{}}""", "unknown", "r7")]
    [InlineData("r7", "not JSON", "unknown", "r7")]
    public async Task What_a_dead_execution_calls_itself_is_held_to_the_rules_of_a_request(
        string name,
        string input,
        string application,
        string id
    )
    {
        var execution = $"arn:aws:states:us-west-2:123456789012:execution:release:{name}";
        _world.Executions.Is(execution, ExecutionStatus.ABORTED);

        await GuardAsync(Died(execution, name, "ABORTED", input));
        await GuardAsync(Died(execution, name, "ABORTED", input));

        var request = JsonSerializer.Deserialize(Assert.Single(_world.Executions.Started).Input, ContractsJson.Default.RollbackRequest)!;
        Assert.Equal(application, request.Release!.Application);
        Assert.StartsWith(id, request.Release.Id, StringComparison.Ordinal);
        Assert.NotNull(ReleaseKey.TryCreate(request.Release.Application, request.Release.Id));
        var report = await _world.RollBackAsync(request);
        Assert.Matches(@"\A[ -~]{1,99}\z", report.Subject);
        Assert.Contains(execution, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dead_execution_says_fits_into_a_message()
    {
        var execution = World.ReleaseOf("r7").ExecutionArn;
        _world.Executions.Is(execution, ExecutionStatus.ABORTED);
        var input = $$"""{"application":"shop","requestedBy":"ann\u0007","reason":"{{new string('x', 250_000)}}"}""";

        await GuardAsync(Died(execution, "r7", "ABORTED", input));

        var record = (await _world.Get<ReleaseLedger>().FindRecordAsync(World.ReleaseOf("r7").Key))!;
        Assert.Equal(("ann ", 1024), (record.RequestedBy, record.Reason!.Length));
    }

    [Fact]
    public async Task An_execution_that_died_with_the_id_of_another_release_is_heard_of_under_an_id_of_its_own()
    {
        var execution = World.ReleaseOf("r7").ExecutionArn;
        _world.Executions.Is(execution, ExecutionStatus.ABORTED);

        await GuardAsync(Died(execution, "r7", "ABORTED", """{"application":"shop","id":"r1"}"""));

        var release = JsonSerializer
            .Deserialize(Assert.Single(_world.Executions.Started).Input, ContractsJson.Default.RollbackRequest)!
            .Release!;
        Assert.StartsWith("execution-", release.Id, StringComparison.Ordinal);
        Assert.Equal(Execution, (await RecordAsync())!.ExecutionArn);
    }

    [Fact]
    public async Task A_request_that_was_rejected_unread_has_notified_already()
    {
        await GuardAsync(Died(World.ReleaseOf("r7").ExecutionArn, "r7", "FAILED", "{}"));

        Assert.Empty(_world.Executions.Started);
    }

    [Fact]
    public async Task The_guardian_does_not_notify_twice_about_an_unregistered_rejection()
    {
        var execution = World.ReleaseOf("r7").ExecutionArn;
        _world.Executions.Is(execution, ExecutionStatus.ABORTED);
        _world.Executions.HasNotified(execution);

        await GuardAsync(Died(execution, "r7", "ABORTED", """{"application":"shop","environment":"development"}"""));

        Assert.Empty(_world.Executions.Started);
        Assert.Null(await _world.Get<ReleaseLedger>().FindRecordAsync(World.ReleaseOf("r7").Key));
    }

    [Fact]
    public async Task One_that_cannot_be_helped_does_not_keep_the_others_from_help()
    {
        await _world.Get<OpenReleases>().WriteAsync(new OpenRelease { Release = World.ReleaseOf("r0") });
        await _world.Get<ReleaseLedger>().RegisterAsync(World.RecordOf(World.ReleaseOf("r0"), _world.Time.Now), World.ReleaseOf("r0"));
        _world.Executions.Is(World.ReleaseOf("r0").ExecutionArn, ExecutionStatus.ABORTED);
        foreach (var attempt in Enumerable.Range(1, 4))
            _world.Executions.Is(
                FakeExecutions.RollbackArn(InterruptedExecutions.NameOf(World.ReleaseOf("r0").ExecutionArn, attempt)),
                ExecutionStatus.FAILED
            );
        _world.Executions.Is(Execution, ExecutionStatus.ABORTED);

        await Assert.ThrowsAsync<AggregateException>(() => GuardAsync());

        Assert.Single(_world.Executions.Started);
    }

    [Fact]
    public void The_name_of_a_rollback_fits_whatever_the_execution_is_called()
    {
        var names = new[] { new string('a', 80), new string('a', 79) + "b" }
            .Select(n => InterruptedExecutions.NameOf("arn:aws:states:us-west-2:123456789012:execution:release:" + n, 1))
            .ToList();

        Assert.All(names, n => Assert.InRange(n.Length, 1, 80));
        Assert.Distinct(names);
    }

    private async Task CompleteAsync()
    {
        await _world.Get<Steps.Monitoring.ConfigureMonitoringStep>().ConfigureMonitoring(_world.Input());
        await _world.Get<Steps.Completion.CompleteReleaseStep>().CompleteRelease(_world.Input());
    }

    private Task<GuardReport> GuardAsync(JsonNode? @event = null) => _world.Get<GuardReleaseStep>().GuardRelease(@event!);

    private Task<ReleaseRecord?> RecordAsync() => _world.Get<ReleaseLedger>().FindRecordAsync(_world.Release.Key);

    private static JsonObject Died(string execution, string name, string status, string input) =>
        new()
        {
            ["source"] = "aws.states",
            ["detail"] = new JsonObject
            {
                ["executionArn"] = execution,
                ["stateMachineArn"] = FakeExecutions.Releases,
                ["name"] = name,
                ["status"] = status,
                ["startDate"] = 1_790_000_000_000,
                ["input"] = input,
            },
        };
}
