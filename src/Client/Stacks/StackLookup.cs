using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace CodeRipple.Workflow.Client.Stacks;

internal static class StackLookup
{
    /// <summary>The stack, or null when there is none of this name.</summary>
    public static async Task<Stack?> FindStackAsync(
        this IAmazonCloudFormation cloudFormation,
        string stackName,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await cloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = stackName }, cancellationToken);
            return answer.Stacks?.FirstOrDefault();
        }
        catch (AmazonCloudFormationException e)
            when (e.ErrorCode == "ValidationError" && e.Message.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>The stack's outputs, or null when there is no such stack.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> OutputsAsync(
        this IAmazonCloudFormation cloudFormation,
        string stackName,
        CancellationToken cancellationToken
    ) =>
        await cloudFormation.FindStackAsync(stackName, cancellationToken) is { } stack
            ? (stack.Outputs ?? []).ToDictionary(o => o.OutputKey, o => o.OutputValue)
            : null;
}
