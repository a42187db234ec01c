using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// A role that was made, or given its policies, moments ago: Lambda and KMS hear of it seconds later, and refuse it until then as if it
/// were wrong for good.
/// </summary>
internal static class FreshRole
{
    // Lambda has no error code of its own for them. Terraform's and others' retries go by the same words:
    // https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/lambda/function.go
    private static readonly string[] Refusals =
    [
        "The role defined for the function cannot be assumed by Lambda",
        "because the KMS key is invalid for CreateGrant",
        "The provided execution role does not have permissions",
    ];

    public static bool Explains(InvalidParameterValueException e) => Refusals.Any(r => e.Message.Contains(r, StringComparison.Ordinal));

    public static RoleNotReadyException Refused(string function, string role, InvalidParameterValueException e) =>
        new(
            $"Lambda does not accept role {role} for function {function}: {e.Message} A role that was made moments ago is accepted within a "
                + "minute. Next: if it is older, let it trust lambda.amazonaws.com, give it what Lambda says, and look at the KMS key of "
                + "the function's environment variables; then start the release again."
        );
}
