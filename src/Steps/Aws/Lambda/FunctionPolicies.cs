using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Resource policies of functions, read only.</summary>
public sealed class FunctionPolicies(IAmazonLambda lambda, CallPace pace)
{
    /// <param name="qualifier">Version or alias: each has a policy of its own. Null = the function's.</param>
    public async Task<PolicyDocument> ReadAsync(string function, string? qualifier)
    {
        await pace.WaitAsync(CallPace.GetPolicy);
        try
        {
            return PolicyDocument.Parse((await lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = function, Qualifier = qualifier })).Policy);
        }
        catch (ResourceNotFoundException)
        {
            return PolicyDocument.Empty;
        }
    }
}
