using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Functions: there, active, allowed, watched, and answering as declared within their time.</summary>
public sealed class FunctionChecks(
    LambdaFunctions functions,
    FunctionPolicies policies,
    IamRoles roles,
    LogGroups logs,
    CloudWatchAlarms alarms,
    SyntheticCalls synthetic
) : ICheckSuite
{
    private const int AtOnce = 5;

    public string Kind => CheckSubjects.Functions;

    public async Task RunAsync(CheckScope scope, CheckLog log)
    {
        var allAlarms = new AsyncLazy<IReadOnlyList<Amazon.CloudWatch.Model.MetricAlarm>>(alarms.ListAsync);
        await Concurrently.ForEachAsync(
            CheckBatches.Slice(Kind, scope.Number, scope.Request.Functions),
            AtOnce,
            function =>
                scope.PendingFunctions.Contains(function.Name)
                    ? log.CheckAsync(
                        CheckCatalog.FunctionActive,
                        $"function:{function.Name}",
                        () => Finding.Skipped("this release creates the function")
                    )
                    : CheckAsync(function, scope, log, allAlarms)
        );
    }

    private async Task CheckAsync(
        FunctionRequest function,
        CheckScope scope,
        CheckLog log,
        AsyncLazy<IReadOnlyList<Amazon.CloudWatch.Model.MetricAlarm>> allAlarms
    )
    {
        var component = $"function:{function.Name}";
        var expected =
            scope.Declared.Functions.FirstOrDefault(f => f.Name == function.Name) ?? new FunctionExpectation { Name = function.Name };
        var latest = new AsyncLazy<FunctionConfiguration?>(() => FindAsync(function.Name, null));
        var live = new AsyncLazy<FunctionConfiguration?>(() => FindAsync(function.Name, scope.Alias));

        await log.CheckAsync(CheckCatalog.FunctionActive, component, async () => Active(await latest.Value, await live.Value, scope));
        await log.CheckAsync(CheckCatalog.FunctionUpdated, component, () => WithAsync(latest, Updated));
        await log.CheckAsync(CheckCatalog.FunctionRole, component, () => WithAsync(latest, RoleAsync));
        await log.CheckAsync(CheckCatalog.FunctionPermissions, component, () => PermissionsAsync(function.Name, expected, scope.Alias));
        // The first invocation makes the log group, so it comes before the look at it.
        await synthetic.CheckAsync(function, expected, latest, live, scope, log);
        await log.CheckAsync(CheckCatalog.FunctionLogGroup, component, () => WithAsync(latest, LogGroupAsync));
        await log.CheckAsync(
            CheckCatalog.FunctionAlarms,
            component,
            () => WithAsync(latest, async f => Alarms(f.FunctionName, expected, scope.Request.Monitoring, await allAlarms.Value))
        );
    }

    private async Task<FunctionConfiguration?> FindAsync(string name, string? qualifier)
    {
        return await functions.FindAsync(name, qualifier);
    }

    private static async Task<Finding> WithAsync(
        AsyncLazy<FunctionConfiguration?> function,
        Func<FunctionConfiguration, Task<Finding>> look
    ) => await function.Value is { } found ? await look(found) : Finding.Skipped("there is no such function");

    private static Finding Active(FunctionConfiguration? latest, FunctionConfiguration? live, CheckScope scope)
    {
        if (latest is null)
            return Finding.Failed("the function does not exist", "absent", "Active");
        // Before its first release a function has no alias yet.
        if (live is null && scope.Run != CheckRuns.Before)
            return Finding.Failed($"the function has no alias {scope.Alias}, or it points to nothing", "no alias", "Active");
        var looked = live ?? latest;
        // An idle function wakes up at its next invocation.
        var holds = looked.State == State.Active || looked.State == State.Inactive;
        return Finding.Of(holds, $"version {looked.Version} is {looked.State}{Because(looked.StateReason)}", looked.State?.Value, "Active");
    }

    private static Task<Finding> Updated(FunctionConfiguration function)
    {
        var status = function.LastUpdateStatus?.Value ?? "Successful";
        return Task.FromResult(
            Finding.Of(
                status == "Successful",
                $"the last update is {status}{Because(function.LastUpdateStatusReason)}",
                status,
                "Successful"
            )
        );
    }

    private async Task<Finding> RoleAsync(FunctionConfiguration function)
    {
        var trust = await roles.FindTrustAsync(function.Role);
        if (trust is null)
            return Finding.Failed($"role {function.Role} does not exist");
        var trusted = trust.Statements.Any(s => s.IsAllow && s.Principals.Contains("lambda.amazonaws.com"));
        return Finding.Of(
            trusted,
            trusted
                ? $"role {IamRoles.NameOf(function.Role)} is there"
                : $"role {IamRoles.NameOf(function.Role)} does not trust lambda.amazonaws.com"
        );
    }

    private async Task<Finding> PermissionsAsync(string function, FunctionExpectation expected, string alias)
    {
        if (expected.InvokedBy.Count == 0)
            return Finding.Skipped("no service is declared that must be allowed to invoke it");
        var policy = await policies.ReadAsync(function, alias);
        var allowed = policy
            .Statements.Where(s => s.IsAllow && s.Actions.Contains("lambda:InvokeFunction"))
            .SelectMany(s => s.Principals)
            .Distinct()
            .ToList();
        var missing = expected.InvokedBy.Except(allowed).ToList();
        return Finding.Of(
            missing.Count == 0,
            missing.Count == 0
                ? "every declared service may invoke the alias"
                : $"the alias may not be invoked by {string.Join(", ", missing)}",
            allowed.Count == 0 ? "nobody" : string.Join(", ", allowed),
            string.Join(", ", expected.InvokedBy)
        );
    }

    private async Task<Finding> LogGroupAsync(FunctionConfiguration function)
    {
        var name = function.LoggingConfig?.LogGroup ?? LogGroups.NameOf(function.FunctionName);
        var group = await logs.FindAsync(name);
        return group is null
            ? Finding.Failed($"there is no log group {name}", "absent", "present")
            : Finding.Passed(
                $"log group {name} is there{(group.RetentionInDays is { } days ? $", kept {days} days" : ", kept for ever")}",
                "present",
                "present"
            );
    }

    private static Finding Alarms(
        string function,
        FunctionExpectation expected,
        MonitoringRequest monitoring,
        IReadOnlyList<Amazon.CloudWatch.Model.MetricAlarm> all
    )
    {
        var watching = all.Where(a => a.ActionsEnabled != false && CloudWatchAlarms.Watches(a, function)).Select(a => a.AlarmName).ToList();
        if (expected.Alarms.Count == 0 && watching.Count == 0 && !monitoring.SetsAlarmsOf(function))
            return Finding.Skipped("no alarm watches the function, and the request keeps its alarms as they are");
        if (expected.Alarms.Count == 0)
            return Finding.Of(
                watching.Count > 0,
                watching.Count > 0 ? string.Join(", ", watching.Take(5)) : "no alarm watches the function",
                $"{watching.Count} alarms",
                "at least 1"
            );
        var missing = expected.Alarms.Except(all.Where(a => a.ActionsEnabled != false).Select(a => a.AlarmName)).ToList();
        return Finding.Of(
            missing.Count == 0,
            missing.Count == 0 ? "every declared alarm is there" : $"missing: {string.Join(", ", missing)}",
            $"{expected.Alarms.Count - missing.Count} of {expected.Alarms.Count}",
            "all"
        );
    }

    private static string Because(string? reason) => reason is { Length: > 0 } ? $": {reason}" : "";
}
