using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CodeRipple.Workflow.Client.Diagnosis;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CodeRipple.Workflow.Cli.Tests.Diagnosis;

public sealed class CallerPermissionsTests
{
    private const string Session = "arn:aws:sts::123456789012:assumed-role/Deployer/jane";
    private const string Role = "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/Deployer";

    private static readonly PolicyDocument Policy = new(
        "docs/policies/some.json",
        [
            new PolicyStatement(
                ["lambda:CreateFunction", "lambda:GetFunction"],
                ["arn:aws:lambda:*:*:function:release-machine-*"],
                new Dictionary<string, IReadOnlyList<string>>()
            ),
            new PolicyStatement(
                ["iam:PassRole"],
                ["arn:aws:iam::*:role/release-machine-*"],
                new Dictionary<string, IReadOnlyList<string>> { ["iam:PassedToService"] = ["lambda.amazonaws.com"] }
            ),
        ]
    );

    private readonly IAmazonIdentityManagementService _iam = Substitute.For<IAmazonIdentityManagementService>();
    private readonly List<SimulatePrincipalPolicyRequest> _asked = [];

    public CallerPermissionsTests() =>
        _iam.GetRoleAsync(Arg.Any<GetRoleRequest>(), Arg.Any<CancellationToken>())
            .Returns(new GetRoleResponse { Role = new Role { Arn = Role } });

    [Fact]
    public async Task What_IAM_would_deny_is_missing()
    {
        Decide(action => action != "lambda:CreateFunction");

        Assert.Equal(["lambda:CreateFunction"], (await MissingAsync(Session))!);
    }

    [Fact]
    public async Task IAM_is_asked_about_the_role_of_a_session_and_the_resources_of_this_environment()
    {
        Decide(_ => true);

        Assert.Equal([], (await MissingAsync(Session))!);

        Assert.All(_asked, request => Assert.Equal(Role, request.PolicySourceArn));
        Assert.Equal(["arn:aws:lambda:eu-west-1:123456789012:function:release-machine-staging-any"], _asked[0].ResourceArns);
        Assert.Equal("lambda.amazonaws.com", Assert.Single(_asked[1].ContextEntries).ContextKeyValues.Single());
    }

    [Fact]
    public async Task Whoever_owns_the_account_may_do_everything()
    {
        Assert.Equal([], (await MissingAsync("arn:aws:iam::123456789012:root"))!);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Where_IAM_does_not_tell_nothing_is_claimed()
    {
        _iam.SimulatePrincipalPolicyAsync(Arg.Any<SimulatePrincipalPolicyRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new AmazonIdentityManagementServiceException("no") { ErrorCode = "AccessDenied" });

        Assert.Null(await MissingAsync(Session));
    }

    [Fact]
    public void What_is_missing_is_told_with_the_policy_that_has_it()
    {
        var finding = PermissionFinding.Of(Policy, ["lambda:CreateFunction"], Session);

        Assert.Equal($"{Session} lacks lambda:CreateFunction", finding.Found);
        Assert.Contains("docs/policies/some.json", finding.Remedy, StringComparison.Ordinal);
        Assert.True(finding.Blocks);
    }

    private Task<IReadOnlyList<string>?> MissingAsync(string caller) =>
        new CallerPermissions(_iam, caller, "eu-west-1", "staging").MissingAsync(Policy, CancellationToken.None);

    private void Decide(Func<string, bool> allowed) =>
        _iam.SimulatePrincipalPolicyAsync(Arg.Any<SimulatePrincipalPolicyRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                var request = call.Arg<SimulatePrincipalPolicyRequest>();
                _asked.Add(request);
                return new SimulatePrincipalPolicyResponse
                {
                    EvaluationResults =
                    [
                        .. request.ActionNames.Select(action => new EvaluationResult
                        {
                            EvalActionName = action,
                            EvalDecision = allowed(action)
                                ? PolicyEvaluationDecisionType.Allowed
                                : PolicyEvaluationDecisionType.ImplicitDeny,
                        }),
                    ],
                };
            });
}
