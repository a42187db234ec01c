using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// What must be known before the traffic of a release can be shifted: alarms as they stand, and aliases that cannot be split.
/// </summary>
public sealed class TrafficPlan(CloudWatchAlarms alarms, LambdaFunctions functions, LambdaAliases aliases)
{
    private const int AtOnce = 8;

    /// <summary>The watched alarms as they stand now.</summary>
    /// <exception cref="InvalidReleaseRequestException">An alarm does not exist, or Lambda would not split a function's traffic. Nothing
    /// was changed.</exception>
    public async Task<IReadOnlyList<WatchedAlarm>> CheckAsync(ReleaseRequest request, IReadOnlyList<PlannedFunction> planned)
    {
        var states = await alarms.ReadStatesAsync(request.Traffic.Alarms);
        var errors = request
            .Traffic.Alarms.Index()
            .Where(a => !states.ContainsKey(a.Item))
            .Select(a => new RequestError(
                $"/traffic/alarms/{a.Index}",
                $"there is no alarm \"{a.Item}\" in this account and region; create it, or leave it out"
            ))
            .ToList();
        if (request.Traffic.Splits)
            errors.AddRange(await FindUnsplittableAsync(request, [.. planned.Where(f => f.Change == FunctionChange.Update)]));
        return errors.Count == 0
            ? [.. request.Traffic.Alarms.Select(name => new WatchedAlarm(name, states[name].Value))]
            : throw new InvalidReleaseRequestException(errors);
    }

    // Shifting such a function all at once while the others have their share would be a mixed release.
    private async Task<IEnumerable<RequestError>> FindUnsplittableAsync(ReleaseRequest request, IReadOnlyList<PlannedFunction> updated)
    {
        var problems = await Concurrently.SelectAsync(
            updated,
            AtOnce,
            function => FindProblemAsync(request.Function(function.Name), function, request.Alias)
        );
        return problems
            .OfType<string>()
            .Select(problem => new RequestError(
                "/traffic",
                $"the traffic of {problem}. Release this change with strategy AllAtOnce, then the next ones in stages again"
            ));
    }

    // The rules of "Traffic shifting" in the Lambda developer guide; Lambda refuses weights on such an alias.
    private async Task<string?> FindProblemAsync(FunctionRequest function, PlannedFunction planned, string alias)
    {
        var latest = await functions.FindAsync(function.Name);
        var old = planned.LiveVersion is null ? latest : await functions.FindAsync(function.Name, planned.LiveVersion);
        if (latest is null || old is null)
            return null;
        if (planned.LiveVersion == "$LATEST")
            return $"{function.Name} cannot be split: alias {alias} points to $LATEST, which can have no share";
        if (old.Role != function.Role)
            return $"{function.Name} cannot be split: its role changes from {old.Role} to {function.Role}, and Lambda splits traffic only between versions with the same role";
        if (DeadLetters(old) != DeadLetters(latest))
            return $"{function.Name} cannot be split: its dead-letter queue changes from {DeadLetters(old) ?? "none"} to {DeadLetters(latest) ?? "none"}, and Lambda splits traffic only between versions with the same one";
        return planned.LiveVersion is not null && await aliases.HasProvisionedConcurrencyAsync(function.Name, alias)
            ? $"{function.Name} cannot be split: alias {alias} has provisioned concurrency, and Lambda gives such an alias no weights"
            : null;
    }

    private static string? DeadLetters(FunctionConfiguration of) =>
        string.IsNullOrEmpty(of.DeadLetterConfig?.TargetArn) ? null : of.DeadLetterConfig.TargetArn;
}
