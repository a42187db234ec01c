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
        var request = (await bucket.ReadPlanAsync(input.Release)).Request;
        var test = request.EndToEndTests.First(t => t.Name == input.Name);
        return new ItemResult(test.Name, $"passed, answered by version {await endToEndTests.RunAsync(test, request.Alias)}");
    }
}
