using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>Lets a probe load all that its layers declare, together, as a function would.</summary>
public sealed class RunProbeStep(
    ReleaseBucket bucket,
    ReleaseLedger ledger,
    LambdaFunctions functions,
    LambdaInvocations invocations,
    ReleasedLayers layers
)
{
    /// <exception cref="ResourceNotStabilizedException">The probe is still being created; ask again.</exception>
    /// <exception cref="ProbeFailedException">The message names the layer, what could not be loaded, and why.</exception>
    [LambdaFunction]
    public async Task<ItemResult> RunProbe(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var probe = plan.Probes.First(p => p.Name == input.Name);
        var arns = await layers.ResolveAsync(plan, probe.Layers);
        var questions = ProbeQuestions.For(plan.Request, probe, arns);
        if (await functions.FindReadyAsync(probe.Name) is null)
            throw new ProbeFailedException(
                $"Probe {probe.Name} was deleted outside the release before it could prove {questions.Subject}. Start the release again."
            );

        var invocation = await invocations.InvokePatientlyAsync(probe.Name, qualifier: null, questions.ToEvent());
        if (questions.FindProblem(invocation) is { } problem)
            throw new ProbeFailedException(problem);
        var outcome = $"{questions.Subject}: {questions.Count} of {questions.Count} loaded";
        if (ProbeQuestions.RanOn(invocation) is not { } ranOn)
            return new ItemResult(probe.Name, outcome);
        await ledger.RecordProofAsync(input.Release, probe.Name, ranOn);
        return new ItemResult(probe.Name, $"{outcome} by {ranOn}");
    }
}
