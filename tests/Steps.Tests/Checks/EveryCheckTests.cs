using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.Lambda;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>
/// Every check passes on a shop that is well and fails on the one defect that it is for. docs/infrastructure-checks.md names these tests.
/// </summary>
public sealed class EveryCheckTests
{
    private readonly CheckedShop _shop = new();

    public EveryCheckTests()
    {
        // An order that is placed is written down at once.
        _shop.Events.OnPut = entry =>
        {
            _shop.Tables.Items.Add($"{entry.Time:yyyy-MM-ddTHH:mm:ss} e-1");
            return new Amazon.EventBridge.Model.PutEventsResponse { Entries = [new() { EventId = "e-1" }] };
        };
        _shop.RolePolicyOfRules();
    }

    [Fact]
    public async Task A_shop_that_is_well_passes_every_check()
    {
        var results = await _shop.RunAsync();

        Assert.All(results, r => Assert.True(r.Verdict == CheckVerdict.Passed, r.ToLine()));
        Assert.Equal(
            CheckCatalog.All.Select(c => c.Id).Where(id => id != CheckCatalog.CheckCompleted.Id).Order(),
            results.Select(r => r.Id).Distinct().Order()
        );
        Assert.All(results, r => Assert.Null(r.Remedy));
    }

    [Fact]
    public Task A_function_that_is_gone_is_not_active() =>
        BreaksAsync(CheckCatalog.FunctionActive, shop => shop.Functions.Clear(), "does not exist");

    [Fact]
    public Task A_function_in_a_failed_state_is_not_active() =>
        BreaksAsync(CheckCatalog.FunctionActive, shop => shop.Functions["shop-orders:live"].State = State.Failed, "version 7 is Failed");

    [Fact]
    public Task A_function_whose_alias_is_gone_is_not_active() =>
        BreaksAsync(CheckCatalog.FunctionActive, shop => shop.Functions.Remove("shop-orders:live"), "no alias live");

    [Fact]
    public Task A_failed_update_is_found() =>
        BreaksAsync(
            CheckCatalog.FunctionUpdated,
            shop =>
            {
                shop.Functions["shop-orders"].LastUpdateStatus = LastUpdateStatus.Failed;
                shop.Functions["shop-orders"].LastUpdateStatusReason = "the layer is gone";
            },
            "Failed: the layer is gone"
        );

    [Fact]
    public Task A_function_that_throws_is_not_executable() =>
        BreaksAsync(
            CheckCatalog.FunctionExecutable,
            shop => shop.OnInvoke = _ => CheckedShop.Reply("""{"errorType":"Boom","errorMessage":"no table"}""", "Unhandled"),
            "Boom: no table"
        );

    [Fact]
    public Task A_wrong_answer_is_found_with_the_difference() =>
        BreaksAsync(
            CheckCatalog.FunctionResponse,
            shop => shop.OnInvoke = _ => CheckedShop.Reply("""{"status":"degraded"}"""),
            "status is \"degraded\", expected \"healthy\""
        );

    [Fact]
    public Task A_function_that_needs_most_of_its_time_out_is_not_in_time() =>
        BreaksAsync(
            CheckCatalog.FunctionInTime,
            shop => shop.OnInvoke = _ => CheckedShop.Reply("""{"status":"healthy"}""", log: "REPORT Duration: 2800.00 ms"),
            "median 2800 ms of 3 calls after a first one of 2800 ms, timeout 3 s"
        );

    [Fact]
    public Task A_function_that_is_timed_out_is_not_in_time() =>
        BreaksAsync(
            CheckCatalog.FunctionInTime,
            shop =>
                shop.OnInvoke = _ =>
                    CheckedShop.Reply("""{"errorMessage":"2026-01-01 x Task timed out after 3.00 seconds"}""", "Unhandled"),
            "ended before it had answered"
        );

    [Fact]
    public Task A_role_that_is_gone_is_found() => BreaksAsync(CheckCatalog.FunctionRole, shop => shop.Trust = null, "does not exist");

    [Fact]
    public Task A_role_that_does_not_trust_Lambda_is_found() =>
        BreaksAsync(
            CheckCatalog.FunctionRole,
            shop => shop.Trust = """{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"}}]}""",
            "does not trust"
        );

    [Fact]
    public Task A_declared_caller_that_may_not_invoke_the_alias_is_found() =>
        BreaksAsync(CheckCatalog.FunctionPermissions, shop => shop.Policies.Clear(), "may not be invoked by apigateway.amazonaws.com");

    [Fact]
    public Task A_missing_log_group_is_found() =>
        BreaksAsync(CheckCatalog.FunctionLogGroup, shop => shop.Groups.Clear(), "no log group /aws/lambda/shop-orders");

    [Fact]
    public Task A_function_without_alarm_is_found() =>
        BreaksAsync(CheckCatalog.FunctionAlarms, shop => shop.Alarms.Clear(), "no alarm watches the function");

    [Fact]
    public async Task A_function_without_alarm_is_as_wanted_when_the_request_keeps_alarms_as_they_are()
    {
        _shop.Alarms.Clear();
        _shop.Request = _shop.Request with { Monitoring = new MonitoringRequest { Alarms = "keep" } };

        var results = await _shop.RunAsync();

        Assert.Equal(CheckVerdict.Skipped, results.Single(r => r.Id == CheckCatalog.FunctionAlarms.Id).Verdict);
        var coverage = results.Single(r => r.Id == CheckCatalog.MonitoringFunctions.Id);
        Assert.Equal(CheckVerdict.Passed, coverage.Verdict);
        Assert.Contains("1 need no alarm", coverage.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_missing_table_is_not_accessible() =>
        BreaksAsync(CheckCatalog.TableAccessible, shop => shop.Tables.Orders = null, "does not exist");

    [Fact]
    public Task Other_keys_than_declared_are_found() =>
        BreaksAsync(CheckCatalog.TableKeySchema, shop => shop.Tables.Orders!.KeySchema = [new("id", KeyType.HASH)], "the key is id");

    [Fact]
    public Task Another_billing_mode_than_declared_is_found() =>
        BreaksAsync(CheckCatalog.TableBilling, shop => shop.Tables.Orders!.BillingModeSummary = null, "billing is PROVISIONED");

    [Fact]
    public Task A_table_without_a_key_of_the_account_is_not_encrypted() =>
        BreaksAsync(
            CheckCatalog.TableEncrypted,
            shop => shop.Tables.Orders!.SSEDescription = null,
            "not encrypted with a key of this account"
        );

    [Fact]
    public Task A_table_without_point_in_time_recovery_is_found() =>
        BreaksAsync(CheckCatalog.TableRecovery, shop => shop.Tables.Recovery = PointInTimeRecoveryStatus.DISABLED, "is DISABLED");

    [Fact]
    public Task A_table_that_anybody_can_delete_is_found() =>
        BreaksAsync(
            CheckCatalog.TableDeletionProtection,
            shop => shop.Tables.Orders!.DeletionProtectionEnabled = false,
            "deletion protection is off"
        );

    [Fact]
    public Task A_function_that_may_not_use_its_table_is_found() =>
        BreaksAsync(
            CheckCatalog.TableAccess,
            shop => shop.RolePolicy = """{"Statement":[{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}]}""",
            "shop-orders may not dynamodb:PutItem"
        );

    [Fact]
    public Task A_slow_table_is_found() =>
        BreaksAsync(
            CheckCatalog.TableLatency,
            shop => shop.Tables.OnRead = () => shop.Time.Now += TimeSpan.FromMilliseconds(1001),
            "median 1001 ms of 5 reads after a first one of 1001 ms, limit 1000 ms"
        );

    [Fact]
    public Task A_disabled_rule_is_found() =>
        BreaksAsync(CheckCatalog.RuleEnabled, shop => shop.Events.Nightly!.State = RuleState.DISABLED, "the rule is DISABLED");

    [Fact]
    public Task A_missing_rule_is_found() => BreaksAsync(CheckCatalog.RuleEnabled, shop => shop.Events.Nightly = null, "does not exist");

    [Fact]
    public Task Another_schedule_than_declared_is_found() =>
        BreaksAsync(
            CheckCatalog.RuleSchedule,
            shop => shop.Events.Nightly!.ScheduleExpression = "cron(0 21 ? * MON-SAT *)",
            "cron(0 21 ? * MON-SAT *)"
        );

    [Fact]
    public Task A_rule_that_runs_on_other_days_is_found() =>
        BreaksAsync(
            CheckCatalog.RuleDays,
            shop => shop.Events.Nightly!.ScheduleExpression = "cron(0 22 ? * MON-FRI *)",
            "MON,TUE,WED,THU,FRI"
        );

    [Theory]
    [InlineData("cron(0 6 L * ? *)")]
    [InlineData("cron(0 6 24 12 ? *)")]
    [InlineData("cron(0 6 ? * MON#1 *)")]
    [InlineData("rate(2 days)")]
    [InlineData("cron(0 6 ? * SUN *)")]
    [InlineData("rate(1 hour)")]
    public async Task A_rule_that_runs_as_its_schedule_is_declared_is_well_on_whatever_days(string schedule)
    {
        _shop.Events.Nightly!.ScheduleExpression = schedule;
        var declared = _shop.Request.Infrastructure;
        _shop.Request = _shop.Request with { Infrastructure = declared with { Rules = [declared.Rules[0] with { Schedule = schedule }] } };

        Assert.DoesNotContain(await _shop.RunAsync(), r => r.Verdict == CheckVerdict.Failed);
    }

    [Fact]
    public async Task A_rule_that_runs_weekly_instead_of_monthly_is_found_by_its_schedule_and_the_remedies_name_no_other()
    {
        var declared = _shop.Request.Infrastructure;
        _shop.Request = _shop.Request with
        {
            Infrastructure = declared with { Rules = [declared.Rules[0] with { Schedule = "cron(0 6 L * ? *)" }] },
        };

        var failed = Assert.Single(await _shop.RunAsync(), r => r.Verdict == CheckVerdict.Failed);

        Assert.Equal(CheckCatalog.RuleSchedule.Id, failed.Id);
        Assert.DoesNotContain("MON", CheckCatalog.RuleSchedule.Remedy + CheckCatalog.RuleDays.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_rule_that_never_runs_again_is_found() =>
        BreaksAsync(
            CheckCatalog.RuleNextRun,
            shop => shop.Events.Nightly!.ScheduleExpression = "cron(0 22 ? * MON-SAT 2020)",
            "never runs again"
        );

    [Fact]
    public Task A_rule_without_its_target_is_found() =>
        BreaksAsync(CheckCatalog.RuleTargets, shop => shop.Events.Targets.Clear(), "shop-orders is not a target");

    [Fact]
    public Task A_target_past_the_alias_is_found() =>
        BreaksAsync(CheckCatalog.RuleTargets, shop => shop.Events.Targets[0].Arn = CheckedShop.FunctionArn, "past its alias");

    [Fact]
    public Task A_target_that_the_rule_may_not_invoke_is_found() =>
        BreaksAsync(CheckCatalog.RuleAllowed, shop => shop.Events.Targets[0].RoleArn = null, "does not let this rule invoke it");

    [Fact]
    public Task A_target_without_a_dead_letter_queue_is_found() =>
        BreaksAsync(CheckCatalog.RuleDeadLetters, shop => shop.Events.Targets[0].DeadLetterConfig = null, "no dead-letter queue: orders");

    [Fact]
    public Task A_rule_that_does_not_match_the_sample_event_is_found() =>
        BreaksAsync(CheckCatalog.EventMatches, shop => shop.Events.Matches = false, "does not match shop.check");

    [Fact]
    public Task An_event_that_the_bus_does_not_take_is_found() =>
        BreaksAsync(CheckCatalog.EventObserved, shop => shop.Events.Refuses = true, "the bus did not accept the event");

    [Fact]
    public Task An_item_of_a_sample_event_that_stays_is_found() =>
        BreaksAsync(
            CheckCatalog.EventCleaned,
            shop => shop.Tables.DeleteError = new InvalidOperationException("not authorized"),
            "not authorized"
        );

    [Fact]
    public async Task A_pattern_is_tried_with_the_account_and_region_of_the_release()
    {
        await _shop.RunAsync();

        var tried = System.Text.Json.Nodes.JsonNode.Parse(_shop.Events.Tried!)!;
        var place = AwsScope.Of(_shop.Scope("health-1").Release);
        Assert.Equal((place.Account, place.Region), ((string?)tried["account"], (string?)tried["region"]));
    }

    [Fact]
    public Task A_missing_stage_is_found() => BreaksAsync(CheckCatalog.ApiStage, shop => shop.HasStage = false, "has no stage live");

    [Fact]
    public Task A_method_that_points_past_the_alias_is_found() =>
        BreaksAsync(
            CheckCatalog.ApiRouted,
            shop =>
                shop.Integration = $"arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/{CheckedShop.FunctionArn}/invocations",
            "POST /webhook points to"
        );

    [Fact]
    public Task An_API_that_may_not_invoke_the_alias_is_found() =>
        BreaksAsync(
            CheckCatalog.ApiAllowed,
            shop =>
                shop.Policies["shop-orders:live"] = shop.Policies["shop-orders:live"].Replace("abc123", "other", StringComparison.Ordinal),
            "does not let the API invoke it"
        );

    [Fact]
    public async Task An_API_that_invokes_with_a_role_of_its_own_needs_no_statement()
    {
        _shop.IntegrationRole = "arn:aws:iam::123456789012:role/api";
        _shop.Policies.Remove("shop-orders:live");

        var allowed = (await _shop.RunAsync()).Single(r => r.Id == CheckCatalog.ApiAllowed.Id);

        Assert.Equal(
            (CheckVerdict.Skipped, "the API invokes it with role arn:aws:iam::123456789012:role/api"),
            (allowed.Verdict, allowed.Evidence)
        );
    }

    [Fact]
    public Task A_function_that_nobody_watches_lowers_the_coverage() =>
        BreaksAsync(CheckCatalog.MonitoringFunctions, shop => shop.Alarms.Clear(), "without log group or alarm: shop-orders");

    [Fact]
    public Task A_layer_of_a_function_that_nobody_watches_lowers_the_coverage() =>
        BreaksAsync(CheckCatalog.MonitoringLayers, shop => shop.Alarms.Clear(), "without an alarm: shared");

    [Fact]
    public Task A_role_that_may_do_everything_is_found() =>
        BreaksAsync(
            CheckCatalog.SecurityRole,
            shop => shop.RolePolicy = """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
            "role shop-orders may do more than a function needs: policy inline, statement (without Sid): * on *"
        );

    [Fact]
    public Task A_managed_policy_of_an_administrator_is_found() =>
        BreaksAsync(
            CheckCatalog.SecurityRole,
            shop => shop.ManagedPolicy = """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
            "policy managed"
        );

    [Fact]
    public Task A_function_that_everybody_may_invoke_is_found() =>
        BreaksAsync(
            CheckCatalog.SecurityPolicy,
            shop =>
                shop.Policies["shop-orders"] =
                    """{"Statement":[{"Sid":"open","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction"}]}""",
            "publicly invokable: statement open"
        );

    [Theory]
    [InlineData("DB_PASSWORD", "hunter22")]
    [InlineData("HARMLESS", "AKIAIOSFODNN7EXAMPLE")]
    public Task A_secret_in_plain_text_is_found(string name, string value) =>
        BreaksAsync(CheckCatalog.SecuritySecrets, shop => shop.Functions["shop-orders"].Environment.Variables[name] = value, name);

    [Fact]
    public Task A_topic_that_is_not_encrypted_is_found() =>
        BreaksAsync(CheckCatalog.SecurityTopic, shop => shop.Stores.OpenTopics.Add(CheckedShop.NotificationTopic), "not encrypted");

    [Fact]
    public Task A_topic_of_the_machine_s_own_alarms_that_is_not_encrypted_is_found() =>
        BreaksAsync(CheckCatalog.SecurityTopic, shop => shop.Stores.OpenTopics.Add(CheckedShop.AlarmTopic), "not encrypted");

    [Fact]
    public Task A_bucket_that_is_not_encrypted_is_found() =>
        BreaksAsync(CheckCatalog.SecurityBucket, shop => shop.Stores.BucketIsEncrypted = false, "not encrypted");

    private async Task BreaksAsync(CheckDefinition check, Action<CheckedShop> @break, string evidence)
    {
        @break(_shop);

        var failed = (await _shop.RunAsync()).Where(r => r.Id == check.Id && r.Verdict == CheckVerdict.Failed).ToList();

        Assert.Single(failed);
        Assert.Contains(evidence, failed[0].Evidence, StringComparison.Ordinal);
        Assert.NotEmpty(failed[0].Remedy!);
    }
}
