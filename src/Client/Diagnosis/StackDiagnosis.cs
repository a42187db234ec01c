using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>Whether the release machine of an environment stands, and fits this program.</summary>
internal static class StackDiagnosis
{
    /// <param name="stack">Null when there is none.</param>
    public static IReadOnlyList<Finding> Of(Stack? stack, string environment, string region)
    {
        var subject = $"Stack {ReleaseStack.NameFor(environment)}";
        var install = $"coderipple install --environment {environment}";
        if (stack is null || stack.StackStatus == StackStatus.REVIEW_IN_PROGRESS || stack.StackStatus == StackStatus.ROLLBACK_COMPLETE)
            return [Finding.Advice(subject, $"not installed in {region}", $"Install it: {install}")];
        if (stack.StackStatus.Value.EndsWith("IN_PROGRESS", StringComparison.Ordinal))
            return [Finding.Obstacle(subject, $"being changed ({stack.StackStatus})", "Wait until CloudFormation has finished.")];
        if (stack.StackStatus.Value.EndsWith("FAILED", StringComparison.Ordinal))
            return
            [
                Finding.Obstacle(
                    subject,
                    $"{stack.StackStatus}: {stack.StackStatusReason}",
                    "See its events in CloudFormation, repair what they name, then continue the rollback or delete the stack there."
                ),
            ];

        var version = stack.Outputs?.FirstOrDefault(o => o.OutputKey == ReleaseStack.VersionOutput)?.OutputValue;
        var fits =
            version == ReleaseStack.Version
                ? Finding.Fine(subject, $"version {version} in {region}")
                : Finding.Obstacle(
                    subject,
                    $"version {version ?? "unknown"}, but this program is {ReleaseStack.Version}",
                    $"Bring it up to date: {install}"
                );
        var prefix = stack.Parameters?.FirstOrDefault(p => p.ParameterKey == MachineInstallation.TargetPrefix)?.ParameterValue;
        if (prefix is not null && MachineNames.Overlap(ReleaseStack.NameFor(environment), prefix))
            return
            [
                fits,
                Finding.Obstacle(
                    subject,
                    MachineNames.OverlapProblem(ReleaseStack.NameFor(environment), prefix),
                    $"Choose another prefix: {install} --parameter {MachineInstallation.TargetPrefix}=..."
                ),
            ];
        var packages = stack.Tags?.FirstOrDefault(t => t.Key == MachineInstallation.PackagesTag)?.Value;
        return packages == AwsPackages.StandIns
            ?
            [
                fits,
                Finding.Advice(
                    subject,
                    "its steps were built with stand-ins for AWS packages",
                    "See compat/README.md for the official ones."
                ),
            ]
            : [fits];
    }
}
