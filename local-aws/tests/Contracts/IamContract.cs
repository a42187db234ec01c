using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonIdentityManagementService))]
public sealed class IamContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private const string Document =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"arn:aws:dynamodb:us-west-2:123456789012:table/t"}]}""";
    private const string Basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

    [Fact]
    public async Task CreateRole_refuses_a_taken_name()
    {
        var name = await RoleNameAsync();

        await Assert.ThrowsAsync<EntityAlreadyExistsException>(() =>
            Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = TrustPolicy })
        );
    }

    [Fact]
    public async Task GetRole_gives_the_trust_policy_escaped()
    {
        var name = await RoleNameAsync();

        var role = (await Iam.GetRoleAsync(new GetRoleRequest { RoleName = name })).Role;

        Assert.Equal($"arn:aws:iam::123456789012:role/{name}", role.Arn);
        Assert.Contains("lambda.amazonaws.com", Uri.UnescapeDataString(role.AssumeRolePolicyDocument), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NoSuchEntityException>(() => Iam.GetRoleAsync(new GetRoleRequest { RoleName = "nobody" }));
    }

    [Fact]
    public async Task DeleteRole_leaves_nothing()
    {
        var name = await RoleNameAsync();

        await Iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = name });

        await Assert.ThrowsAsync<NoSuchEntityException>(() => Iam.GetRoleAsync(new GetRoleRequest { RoleName = name }));
    }

    [Fact]
    public async Task PutRolePolicy_replaces()
    {
        var name = await RoleNameAsync(withPolicy: true);

        await Iam.PutRolePolicyAsync(
            new PutRolePolicyRequest
            {
                RoleName = name,
                PolicyName = "read",
                PolicyDocument = Document.Replace("GetItem", "Query", StringComparison.Ordinal),
            }
        );

        var policy = await Iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = name, PolicyName = "read" });
        Assert.Contains("dynamodb:Query", Uri.UnescapeDataString(policy.PolicyDocument), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetRolePolicy_of_an_unknown_one_is_its_own_error()
    {
        var name = await RoleNameAsync(withPolicy: true);

        var policy = await Iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = name, PolicyName = "read" });

        Assert.Equal((name, "read"), (policy.RoleName, policy.PolicyName));
        await Assert.ThrowsAsync<NoSuchEntityException>(() =>
            Iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = name, PolicyName = "no" })
        );
    }

    [Fact]
    public async Task ListRolePolicies_has_the_names()
    {
        var name = await RoleNameAsync(withPolicy: true);

        var answer = await Iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = name });

        Assert.Equal(["read"], answer.PolicyNames);
        Assert.False(answer.IsTruncated);
    }

    [Fact]
    public async Task DeleteRolePolicy_takes_one_away()
    {
        var name = await RoleNameAsync(withPolicy: true);

        await Iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = name, PolicyName = "read" });

        Assert.Empty((await Iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = name })).PolicyNames ?? []);
    }

    [Fact]
    public async Task ListAttachedRolePolicies_is_empty_at_first() =>
        Assert.Empty(
            (
                await Iam.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = await RoleNameAsync() })
            ).AttachedPolicies
                ?? []
        );

    [Fact]
    public async Task GetPolicy_knows_those_of_AWS()
    {
        var policy = (await Iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = Basic })).Policy;

        Assert.Equal(("AWSLambdaBasicExecutionRole", "v1"), (policy.PolicyName, policy.DefaultVersionId));
    }

    [Fact]
    public async Task GetPolicyVersion_has_the_document_escaped()
    {
        var version = (await Iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = Basic, VersionId = "v1" })).PolicyVersion;

        Assert.Contains("logs:PutLogEvents", Uri.UnescapeDataString(version.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SimulatePrincipalPolicy_decides_each_action()
    {
        var name = await RoleNameAsync(withPolicy: true);

        var answer = await Iam.SimulatePrincipalPolicyAsync(
            new SimulatePrincipalPolicyRequest
            {
                PolicySourceArn = $"arn:aws:iam::123456789012:role/{name}",
                ActionNames = ["dynamodb:GetItem", "dynamodb:PutItem"],
                ResourceArns = ["arn:aws:dynamodb:us-west-2:123456789012:table/t"],
            }
        );

        Assert.Equal(
            [PolicyEvaluationDecisionType.Allowed, PolicyEvaluationDecisionType.ImplicitDeny],
            answer.EvaluationResults.OrderBy(result => result.EvalActionName, StringComparer.Ordinal).Select(result => result.EvalDecision)
        );
    }

    private async Task<string> RoleNameAsync(bool withPolicy = false)
    {
        var name = NewName("role");
        await Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = TrustPolicy });
        if (withPolicy)
            await Iam.PutRolePolicyAsync(
                new PutRolePolicyRequest
                {
                    RoleName = name,
                    PolicyName = "read",
                    PolicyDocument = Document,
                }
            );
        return name;
    }
}
