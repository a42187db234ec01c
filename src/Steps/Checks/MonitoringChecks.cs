using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// Coverage: every function has a log group and an alarm, and so every layer is seen through the functions that use it. Whose alarms
/// the request keeps as they are needs none.
/// </summary>
public sealed class MonitoringChecks(LambdaFunctions functions, LogGroups logs, CloudWatchAlarms alarms, StepSettings settings)
    : ICheckSuite
{
    public string Kind => CheckSubjects.Monitoring;

    public async Task RunAsync(CheckScope scope, CheckLog log)
    {
        var unwatched = new AsyncLazy<IReadOnlyList<string>>(() => UnwatchedAsync(scope));
        await log.CheckAsync(CheckCatalog.MonitoringFunctions, "monitoring", async () => Functions(await unwatched.Value, scope));
        await log.CheckAsync(CheckCatalog.MonitoringLayers, "monitoring", async () => Layers(await unwatched.Value, scope));
    }

    private static Finding Functions(IReadOnlyList<string> unwatched, CheckScope scope)
    {
        var all = Present(scope).Count;
        if (all == 0)
            return Finding.Skipped("there are no functions");
        return Finding.Of(
            unwatched.Count == 0,
            unwatched.Count == 0
                ? $"every function has a log group and an alarm{Excepted(scope)}"
                : $"without log group or alarm: {Some(unwatched)}",
            $"{all - unwatched.Count} of {all}",
            "all"
        );
    }

    private static Finding Layers(IReadOnlyList<string> unwatched, CheckScope scope)
    {
        if (scope.Request.Layers.Count == 0)
            return Finding.Skipped("there are no layers");
        var present = Present(scope);
        if (present.Count == 0)
            return Finding.Skipped("there are no functions");
        var dark = scope
            .Request.Layers.Select(l => (Layer: l.Name, Users: present.Where(f => f.Layers.Contains(l.Name)).Select(f => f.Name).ToList()))
            .Where(l => l.Users.Intersect(unwatched).Any())
            .Select(l => l.Layer)
            .ToList();
        return Finding.Of(
            dark.Count == 0,
            dark.Count == 0 ? "every function that uses a layer is watched" : $"used by functions without an alarm: {Some(dark)}",
            $"{scope.Request.Layers.Count - dark.Count} of {scope.Request.Layers.Count}",
            "all"
        );
    }

    private static string Excepted(CheckScope scope) =>
        Present(scope).Count(f => !scope.Request.Monitoring.SetsAlarmsOf(f.Name)) is > 0 and var count
            ? $"; {count} need no alarm, since the request keeps alarms as they are"
            : "";

    private async Task<IReadOnlyList<string>> UnwatchedAsync(CheckScope scope)
    {
        var watching = (await alarms.ListAsync()).Where(a => a.ActionsEnabled != false).ToList();
        var groups = (await logs.ListAsync(LogGroups.NameOf(settings.TargetPrefix))).Select(g => g.LogGroupName).ToHashSet();
        var unwatched = new List<string>();
        foreach (var function in Present(scope).Select(f => f.Name))
            if (
                scope.Request.Monitoring.SetsAlarmsOf(function) && !watching.Any(a => CloudWatchAlarms.Watches(a, function))
                || !groups.Contains(LogGroups.NameOf(function)) && !await HasOwnGroupAsync(function)
            )
                unwatched.Add(function);
        return unwatched;
    }

    private async Task<bool> HasOwnGroupAsync(string function)
    {
        return (await functions.FindAsync(function))?.LoggingConfig?.LogGroup is { Length: > 0 } own
            && await logs.FindAsync(own) is not null;
    }

    private static IReadOnlyList<FunctionRequest> Present(CheckScope scope) =>
        [.. scope.Request.Functions.Where(f => !scope.PendingFunctions.Contains(f.Name))];

    private static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(20)) + (names.Count > 20 ? $" and {names.Count - 20} more" : "");
}
