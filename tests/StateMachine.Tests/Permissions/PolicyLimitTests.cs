using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html. References are counted as they are written, about as
/// long as what they stand for.
/// </summary>
public sealed class PolicyLimitTests
{
    [Fact]
    public async Task No_role_has_more_policies_or_longer_ones_than_IAM_takes()
    {
        Assert.All(
            (await TransformedTemplate.ReadAsync()).OfType("AWS::IAM::Role"),
            role =>
            {
                Assert.InRange(Listed(role, "ManagedPolicyArns").Count(), 0, 10);
                Assert.InRange(Listed(role, "Policies").Sum(policy => policy["PolicyDocument"]!.ToJsonString().Length), 0, 10_240);
            }
        );
    }

    [Fact]
    public async Task A_managed_policy_is_shared_and_short_enough()
    {
        var template = await TransformedTemplate.ReadAsync();
        var attached = template
            .OfType("AWS::IAM::Role")
            .SelectMany(role => Listed(role, "ManagedPolicyArns"))
            .Select(Template.Named)
            .ToList();

        Assert.All(
            template.OfType("AWS::IAM::ManagedPolicy"),
            policy =>
            {
                Assert.True(attached.Count(name => name == policy.Name) > 1, $"{policy.Name} is attached to less than two roles.");
                Assert.InRange(policy.Properties["PolicyDocument"]!.ToJsonString().Length, 1, 6_144);
            }
        );
    }

    private static IEnumerable<JsonNode> Listed(TransformedResource role, string property) =>
        (role.Properties[property] as JsonArray ?? []).Select(policy => policy!);
}
