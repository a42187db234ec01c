using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// Checks one batch of the infrastructure. What it finds is its answer; only a service that does not answer makes it ask the state
/// machine for another attempt, and after some the finding is that it does not answer.
/// </summary>
public sealed class CheckInfrastructureStep(
    ReleaseBucket bucket,
    ReleaseLedger ledger,
    CheckRecords records,
    IEnumerable<ICheckSuite> checks,
    TimeProvider time
)
{
    private const int Attempts = 3;
    private const int ShownFailures = 20;

    /// <exception cref="AwsUnavailableException">A service did not answer; attempts are left.</exception>
    /// <exception cref="EffectPendingException">A sample event has not had its effect yet.</exception>
    [LambdaFunction]
    public async Task<ComponentSummary> CheckInfrastructure(CheckInput input)
    {
        var (kind, number) = CheckBatches.Read(input.Name);
        var scope = await ScopeAsync(input, number);
        var log = new CheckLog(time);
        await checks.First(c => c.Kind == kind).RunAsync(scope, log);
        if (log.Outages.Count > 0 && input.Attempt < Attempts)
            throw new AwsUnavailableException(
                $"Batch {input.Name} could not be checked as a whole: {log.Outages[0]}",
                new TimeoutException()
            );

        var results = log.Results;
        var failed = results.Where(r => r.Verdict == CheckVerdict.Failed).ToList();
        foreach (var failure in failed)
            Console.WriteLine($"{input.Run} {failure.ToLine()}");
        return await records.WriteAsync(
            input,
            new ComponentResults
            {
                Part = input.Name,
                At = time.GetUtcNow(),
                Results = results,
            },
            uri => new ComponentSummary(
                input.Name,
                results.Count(r => r.Verdict == CheckVerdict.Passed),
                failed.Count,
                results.Count(r => r.Verdict == CheckVerdict.Skipped),
                uri,
                [.. failed.Take(ShownFailures).Select(f => $"{f.Id} {f.Component}")]
            )
        );
    }

    private async Task<CheckScope> ScopeAsync(CheckInput input, int number)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var scope = new CheckScope
        {
            Release = input.Release,
            Request = plan.Request,
            Tables = plan.Tables,
            Routes = plan.Routes,
            Run = input.Run,
            Number = number,
        };
        if (input.Run != CheckRuns.Before)
            return scope;
        var current = await ledger.FindCurrentAsync(input.Release);
        return scope with
        {
            LiveRequest = current?.PlanUri is { } uri ? (await bucket.ReadPlanAsync(uri)).Request : null,
            PendingFunctions = plan.Functions.Where(f => f.Change == FunctionChange.Create).Select(f => f.Name).ToHashSet(),
        };
    }
}
