using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using CodeRipple.Workflow.Client.Diagnosis;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Cli.Tests.Diagnosis;

public sealed class StackDiagnosisTests
{
    [Fact]
    public void A_stack_of_this_version_is_fine() =>
        Assert.All(StackDiagnosis.Of(Installed(ReleaseStack.Version), "staging", "eu-west-1"), f => Assert.True(f.IsFine));

    [Fact]
    public void A_stack_that_is_not_there_is_the_next_thing_to_do()
    {
        var finding = Assert.Single(StackDiagnosis.Of(null, "staging", "eu-west-1"));

        Assert.Equal("Install it: coderipple install --environment staging", finding.Remedy);
        Assert.False(finding.Blocks);
    }

    [Theory]
    [InlineData("0.9.0", "0.9.0")]
    [InlineData(null, "unknown")]
    public void A_stack_of_another_version_is_brought_up_to_date(string? version, string said)
    {
        var finding = Assert.Single(StackDiagnosis.Of(Installed(version), "staging", "eu-west-1"));

        Assert.Equal($"version {said}, but this program is {ReleaseStack.Version}", finding.Found);
        Assert.Equal("Bring it up to date: coderipple install --environment staging", finding.Remedy);
        Assert.True(finding.Blocks);
    }

    [Fact]
    public void A_stack_that_failed_says_why()
    {
        var stack = new Stack { StackStatus = StackStatus.UPDATE_ROLLBACK_FAILED, StackStatusReason = "the table is gone" };

        var finding = Assert.Single(StackDiagnosis.Of(stack, "staging", "eu-west-1"));

        Assert.Contains("the table is gone", finding.Found, StringComparison.Ordinal);
        Assert.True(finding.Blocks);
    }

    [Fact]
    public void A_stack_whose_own_functions_have_the_prefix_of_the_workloads_is_an_obstacle()
    {
        var stack = Installed(ReleaseStack.Version);
        stack.Parameters = [new Parameter { ParameterKey = "TargetPrefix", ParameterValue = "release-" }];

        Assert.Contains(StackDiagnosis.Of(stack, "staging", "eu-west-1"), f => f.Blocks && f.Remedy!.Contains("--parameter TargetPrefix"));
        stack.Parameters[0].ParameterValue = "shop-";
        Assert.DoesNotContain(StackDiagnosis.Of(stack, "staging", "eu-west-1"), f => f.Blocks);
    }

    [Fact]
    public void Stand_ins_in_the_installed_steps_are_told()
    {
        var stack = Installed(ReleaseStack.Version);
        stack.Tags = [new Tag { Key = "coderipple:aws-packages", Value = "compat" }];

        Assert.Contains(StackDiagnosis.Of(stack, "staging", "eu-west-1"), f => f.Found.Contains("stand-ins", StringComparison.Ordinal));
    }

    private static Stack Installed(string? version) =>
        new()
        {
            StackStatus = StackStatus.CREATE_COMPLETE,
            Outputs = version is null ? null : [new Amazon.CloudFormation.Model.Output { OutputKey = "Version", OutputValue = version }],
        };
}
