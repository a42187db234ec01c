using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>What the caller may not do, by IAM's own simulation of all its policies.</summary>
internal sealed class CallerPermissions(IAmazonIdentityManagementService iam, string caller, string region, string environment)
{
    // arn:partition:sts::account:assumed-role/role/session
    private readonly string[] _parts = caller.Split(':', 6);

    private string Partition => _parts[1];

    private string Account => _parts[4];

    /// <summary>Whoever owns the account may do everything, and IAM simulates nothing for it.</summary>
    private bool IsRoot => _parts[5] == "root";

    /// <returns>Each action that is not allowed; null when IAM does not tell.</returns>
    public async Task<IReadOnlyList<string>?> MissingAsync(PolicyDocument policy, CancellationToken cancellationToken)
    {
        if (IsRoot)
            return [];
        try
        {
            var source = await SourceAsync(cancellationToken);
            var missing = new List<string>();
            foreach (var statement in policy.Statements)
                missing.AddRange(await MissingAsync(source, statement, cancellationToken));
            return [.. missing.Distinct()];
        }
        catch (AmazonServiceException e) when (e is NoSuchEntityException || IsDenied(e))
        {
            return null;
        }
    }

    public static bool IsDenied(AmazonServiceException e) => e.ErrorCode?.StartsWith("AccessDenied", StringComparison.Ordinal) == true;

    private async Task<IEnumerable<string>> MissingAsync(string source, PolicyStatement statement, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        string? page = null;
        do
        {
            var answer = await iam.SimulatePrincipalPolicyAsync(
                new SimulatePrincipalPolicyRequest
                {
                    PolicySourceArn = source,
                    ActionNames = [.. statement.Actions],
                    ResourceArns = [.. statement.Resources.Select(Example)],
                    ContextEntries =
                    [
                        .. statement.Conditions.Select(c => new ContextEntry
                        {
                            ContextKeyName = c.Key,
                            ContextKeyType = ContextKeyTypeEnum.String,
                            ContextKeyValues = [OwnStack(c.Value[0])],
                        }),
                    ],
                    Marker = page,
                },
                cancellationToken
            );
            missing.AddRange(
                (answer.EvaluationResults ?? [])
                    .Where(r => r.EvalDecision != PolicyEvaluationDecisionType.Allowed)
                    .Select(r => r.EvalActionName)
            );
            page = answer.IsTruncated == true ? answer.Marker : null;
        } while (page is not null);

        return missing;
    }

    /// <summary>The user or role whose policies count. The ARN of a session has no path of its role.</summary>
    private async Task<string> SourceAsync(CancellationToken cancellationToken)
    {
        if (!_parts[5].StartsWith("assumed-role/", StringComparison.Ordinal))
            return caller;
        var name = _parts[5].Split('/')[1];
        try
        {
            return (await iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, cancellationToken)).Role.Arn;
        }
        catch (AmazonServiceException e) when (IsDenied(e))
        {
            return $"arn:{Partition}:iam::{Account}:role/{name}";
        }
    }

    /// <summary>A resource that the pattern of a policy covers.</summary>
    private string Example(string pattern)
    {
        if (pattern == "*")
            return pattern;
        var parts = pattern.Split(':', 6);
        parts[1] = Partition;
        parts[3] = parts[3] == "*" ? region : parts[3];
        parts[4] = parts[4] == "*" ? Account : parts[4];
        parts[5] = OwnStack(parts[5]).Replace("*", "any", StringComparison.Ordinal);
        return string.Join(':', parts);
    }

    private string OwnStack(string pattern) =>
        pattern.Replace("release-machine-*", $"{ReleaseStack.NameFor(environment)}-any", StringComparison.Ordinal);
}
