using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>Runs one of the request's end-to-end tests after the traffic has shifted.</summary>
public sealed class EndToEndTestStep(ReleaseBucket bucket, EndToEndTests endToEndTests)
{
    [LambdaFunction]
    public async Task<ItemResult> EndToEndTest(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var test = plan.Request.EndToEndTests.First(t => t.Name == input.Name);
        return new ItemResult(test.Name, await endToEndTests.RunAsync(test, plan));
    }
}
