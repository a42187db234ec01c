using System.Collections.Concurrent;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Roles and their policies, read only. Managed policies are read once, since many roles share them.</summary>
public sealed class IamRoles(IAmazonIdentityManagementService iam)
{
    private readonly ConcurrentDictionary<string, Task<PolicyDocument>> _managed = new();

    /// <summary>Name of the role, without its path.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>The trust policy of a role; null when there is no such role.</summary>
    public async Task<PolicyDocument?> FindTrustAsync(string arn)
    {
        var found = await Missing.OrNullAsync<GetRoleResponse, NoSuchEntityException>(() =>
            iam.GetRoleAsync(new GetRoleRequest { RoleName = NameOf(arn) })
        );
        return found is null ? null : PolicyDocument.Parse(found.Role.AssumeRolePolicyDocument);
    }

    /// <summary>The policies of a role by name, inline and managed; null when there is no such role.</summary>
    public async Task<IReadOnlyList<NamedPolicy>?> FindPoliciesAsync(string arn)
    {
        try
        {
            return [.. await InlineAsync(NameOf(arn)), .. await AttachedAsync(NameOf(arn))];
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<NamedPolicy>> InlineAsync(string role)
    {
        var names = await Pages.ReadAsync<string>(async marker =>
        {
            var page = await iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = role, Marker = marker });
            return (page.PolicyNames, page.IsTruncated == true ? page.Marker : null);
        });
        var found = new List<NamedPolicy>();
        foreach (var name in names)
        {
            var policy = await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = name });
            found.Add(new NamedPolicy(name, PolicyDocument.Parse(policy.PolicyDocument)));
        }

        return found;
    }

    private async Task<IReadOnlyList<NamedPolicy>> AttachedAsync(string role)
    {
        var attached = await Pages.ReadAsync<AttachedPolicyType>(async marker =>
        {
            var page = await iam.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = role, Marker = marker });
            return (page.AttachedPolicies, page.IsTruncated == true ? page.Marker : null);
        });
        var found = new List<NamedPolicy>();
        foreach (var policy in attached)
            found.Add(new NamedPolicy(policy.PolicyName, await _managed.GetOrAdd(policy.PolicyArn, ManagedAsync)));
        return found;
    }

    private async Task<PolicyDocument> ManagedAsync(string arn)
    {
        var policy = await iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = arn });
        var version = await iam.GetPolicyVersionAsync(
            new GetPolicyVersionRequest { PolicyArn = arn, VersionId = policy.Policy.DefaultVersionId }
        );
        return PolicyDocument.Parse(version.PolicyVersion.Document);
    }
}

public sealed record NamedPolicy(string Name, PolicyDocument Document);
