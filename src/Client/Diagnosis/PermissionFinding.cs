namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>What is said of the caller's permissions.</summary>
internal static class PermissionFinding
{
    private const string Subject = "Permissions";

    public static Finding Of(PolicyDocument policy, IReadOnlyList<string> missing, string caller) =>
        missing.Count == 0
            ? Finding.Fine(Subject, $"all of {policy.File}")
            : Finding.Obstacle(
                Subject,
                $"{caller} lacks {string.Join(", ", missing)}",
                $"Have an administrator attach {policy.File}, or work as somebody who has it."
            );

    /// <param name="denied">What was tried and denied.</param>
    public static Finding Tried(IReadOnlyList<string> denied, string caller) =>
        denied.Count == 0
            ? Finding.Advice(
                Subject,
                $"IAM does not say what {caller} may do; nothing that was tried was denied",
                "To know before AWS refuses: allow iam:SimulatePrincipalPolicy, or compare the caller's policies with docs/policies."
            )
            : Finding.Obstacle(
                Subject,
                $"{caller} lacks {string.Join(", ", denied)}",
                "Have an administrator attach the policies of docs/policies, or work as somebody who has them."
            );
}
