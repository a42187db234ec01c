using System.Globalization;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>EventBridge rules: enabled, due when declared, with targets that are there and may be invoked.</summary>
public sealed class RuleChecks(EventRules rules, RuleTargets targets, TimeProvider time) : ICheckSuite
{
    private const int AtOnce = 4;

    public string Kind => CheckSubjects.Rules;

    public Task RunAsync(CheckScope scope, CheckLog log) =>
        Concurrently.ForEachAsync(
            CheckBatches.Slice(Kind, scope.Number, scope.Declared.Rules),
            AtOnce,
            rule => CheckAsync(rule, scope, log)
        );

    private async Task CheckAsync(RuleExpectation expected, CheckScope scope, CheckLog log)
    {
        var component = $"rule:{expected.Name}";
        var found = new AsyncLazy<DescribeRuleResponse?>(() => rules.FindAsync(expected.Bus, expected.Name));
        var all = new AsyncLazy<IReadOnlyList<Target>>(() => rules.ListTargetsAsync(expected.Bus, expected.Name));

        await log.CheckAsync(CheckCatalog.RuleEnabled, component, async () => Enabled(await found.Value));
        await log.CheckAsync(CheckCatalog.RuleSchedule, component, () => With(found, rule => Schedule(rule, expected)));
        await log.CheckAsync(CheckCatalog.RuleDays, component, () => With(found, rule => Days(rule, expected)));
        await log.CheckAsync(CheckCatalog.RuleNextRun, component, () => With(found, NextRun));
        await log.CheckAsync(
            CheckCatalog.RuleTargets,
            component,
            () => WithAsync(found, async _ => await targets.PresentAsync(await all.Value, expected, scope))
        );
        await log.CheckAsync(
            CheckCatalog.RuleAllowed,
            component,
            () => WithAsync(found, async rule => await targets.AllowedAsync(await all.Value, rule.Arn))
        );
        await log.CheckAsync(
            CheckCatalog.RuleDeadLetters,
            component,
            () => WithAsync(found, async _ => RuleTargets.DeadLetters(await all.Value, expected))
        );
    }

    private static async Task<Finding> WithAsync(AsyncLazy<DescribeRuleResponse?> rule, Func<DescribeRuleResponse, Task<Finding>> look) =>
        await rule.Value is { } found ? await look(found) : Finding.Skipped("there is no such rule");

    private static Task<Finding> With(AsyncLazy<DescribeRuleResponse?> rule, Func<DescribeRuleResponse, Finding> look) =>
        WithAsync(rule, found => Task.FromResult(look(found)));

    private static Finding Enabled(DescribeRuleResponse? rule)
    {
        if (rule is null)
            return Finding.Failed("the rule does not exist", "absent", "ENABLED");
        return Finding.Of(rule.State != RuleState.DISABLED, $"the rule is {rule.State}", rule.State.Value, "ENABLED");
    }

    private static Finding Schedule(DescribeRuleResponse rule, RuleExpectation expected)
    {
        if (expected.Schedule is null)
            return Finding.Skipped("no schedule is declared");
        var measured = rule.ScheduleExpression is { Length: > 0 } expression ? expression : "no schedule";
        return Finding.Of(measured == expected.Schedule, $"the schedule is {measured}", measured, expected.Schedule);
    }

    private static Finding Days(DescribeRuleResponse rule, RuleExpectation expected)
    {
        if (expected.Schedule is null)
            return Finding.Skipped("no schedule is declared");
        var wanted = expected.Days is { } days ? WeekDays.Parse(days) : ScheduleExpression.Parse(expected.Schedule).Weekdays;
        if (wanted is null)
            return Finding.Skipped("the declared schedule does not run on fixed days of the week; rule.schedule compares the whole of it");
        if (!ScheduleExpression.TryParse(rule.ScheduleExpression ?? "", out var schedule, out var problem))
            return Finding.Failed($"the schedule {rule.ScheduleExpression} cannot be read: {problem}");
        var measured = schedule.Weekdays is { } found ? WeekDays.Text(found) : "no fixed days of the week";
        return Finding.Of(schedule.Weekdays?.SetEquals(wanted) == true, $"it runs on {measured}", measured, WeekDays.Text(wanted));
    }

    private Finding NextRun(DescribeRuleResponse rule)
    {
        if (rule.ScheduleExpression is not { Length: > 0 } expression)
            return Finding.Skipped("the rule has no schedule");
        if (!ScheduleExpression.TryParse(expression, out var schedule, out var problem))
            return Finding.Failed($"the schedule {expression} cannot be read: {problem}");
        return schedule.NextAfter(time.GetUtcNow()) is { } next
            ? Finding.Passed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{expression} runs next on {next:dddd yyyy-MM-dd HH:mm} UTC{(expression.StartsWith("rate", StringComparison.Ordinal) ? " at the latest" : "")}"
                ),
                next.UtcDateTime.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture)
            )
            : Finding.Failed($"{expression} never runs again", "never");
    }
}
