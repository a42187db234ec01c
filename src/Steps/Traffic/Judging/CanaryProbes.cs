using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>
/// Sends a function's smoke tests to its exact new version. They passed before the version got traffic, so one that fails now is
/// asked once more, and then the old version is asked the same: only what the old version can answer speaks against the new one.
/// </summary>
public sealed class CanaryProbes(LambdaInvocations invocations)
{
    internal async Task<ProbeNumbers> RunAsync(FunctionRequest function, VersionPair versions)
    {
        try
        {
            return await AskAllAsync(function, versions);
        }
        catch (FunctionSwitchedOffException e)
        {
            // Nobody can ask it, so nothing is known of the version.
            return new ProbeNumbers(0, [], [e.Message]);
        }
    }

    private async Task<ProbeNumbers> AskAllAsync(FunctionRequest function, VersionPair versions)
    {
        var (passed, failures, doubts) = (0, new List<string>(), new List<string>());
        foreach (var test in function.SmokeTests)
        {
            var first = await AskAsync(function.Name, versions.New, test);
            var problem = first.Problem is null ? null : (await AskAsync(function.Name, versions.New, test)).Problem;
            if (!first.Answered)
                continue;
            if (problem is null)
                passed++;
            else if (versions.Old is null)
                failures.Add($"probe \"{test.Name}\" failed twice: {problem}");
            else if (await AskAsync(function.Name, versions.Old, test) is { Answered: true, Problem: null })
                failures.Add($"probe \"{test.Name}\" failed twice, and passed on version {versions.Old}: {problem}");
            else
                doubts.Add($"probe \"{test.Name}\" failed twice, and did not pass on version {versions.Old} either: {problem}");
        }

        return new ProbeNumbers(passed, failures, doubts);
    }

    private async Task<Answer> AskAsync(string function, string version, SmokeTest test)
    {
        try
        {
            return new Answer(true, (await invocations.InvokeAsync(function, version, test.Event)).FindProblem(test.Expect));
        }
        catch (Exception e) when (e is AwsUnavailableException or ResourceNotStabilizedException)
        {
            // Throttled, or Lambda itself had trouble: that says nothing of the version.
            return new Answer(false, null);
        }
    }

    private readonly record struct Answer(bool Answered, string? Problem);
}
