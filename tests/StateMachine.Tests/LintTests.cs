namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>What AWS's own tools say of the template.</summary>
public sealed class LintTests
{
    [Fact]
    public async Task The_linter_of_CloudFormation_finds_nothing() =>
        await PythonScript.RunAsync("import sys; from cfnlint.runner import main; sys.exit(main())", Repository.Path("template.yaml"));

    [Fact]
    public async Task The_SAM_transform_finds_nothing_and_leaves_nothing_to_transform()
    {
        var template = await TransformedTemplate.ReadAsync();

        Assert.DoesNotContain(template.Resources, r => r.Type.StartsWith("AWS::Serverless", StringComparison.Ordinal));
    }
}
