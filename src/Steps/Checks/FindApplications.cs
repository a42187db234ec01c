using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Finds what is live in this environment: the current release of each application, and the batches to check.</summary>
public sealed class FindApplicationsStep(ReleaseBucket bucket, ReleaseLedger ledger, StepSettings settings)
{
    [LambdaFunction]
    public async Task<HealthCheckPlan> FindApplications(HealthCheckInput input)
    {
        var releases = new List<ReleaseReference>();
        var batches = new List<CheckInput>();
        foreach (var application in input.Request.Application is { } one ? [one] : await ledger.ApplicationsAsync(settings.Environment))
        {
            // An application whose only release was rolled back has none that is live.
            if (await ledger.FindCurrentAsync(application, settings.Environment) is not { PlanUri: { } uri } current)
                continue;
            var release = new ReleaseReference
            {
                Id = current.Id,
                Application = current.Application,
                Environment = current.Environment,
                PlanUri = uri,
                ExecutionArn = current.ExecutionArn,
            };
            releases.Add(release);
            var plan = await bucket.ReadPlanAsync(release);
            batches.AddRange(
                CheckBatches
                    .Of(plan)
                    .Select(batch => new CheckInput
                    {
                        Release = release,
                        Name = batch,
                        Run = input.Run,
                    })
            );
        }

        return new HealthCheckPlan { Releases = releases, Batches = batches };
    }
}
