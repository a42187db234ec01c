using System.Diagnostics;
using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>What AWS's own tools say of the template.</summary>
public sealed class LintTests
{
    [Fact]
    public async Task The_linter_of_CloudFormation_finds_nothing() =>
        await RunAsync("-c", "import sys; from cfnlint.runner import main; sys.exit(main())", Repository.Path("template.yaml"));

    [Fact]
    public async Task The_SAM_transform_finds_nothing() => await RunAsync("-c", $$"""
        import os
        os.environ["AWS_DEFAULT_REGION"] = "us-west-2"
        from samtranslator.translator.transform import transform
        from samtranslator.yaml_helper import yaml_parse
        class Policies:
            def load(self):
                return {}
        template = yaml_parse(open(r"{{Repository.Path("template.yaml")}}"))
        for resource in template["Resources"].values():
            for member in ("CodeUri", "DefinitionUri"):
                if member in resource.get("Properties", {}):
                    resource["Properties"][member] = "s3://bucket/key"
        template["Globals"]["Function"]["CodeUri"] = "s3://bucket/key"
        out = transform(template, {}, Policies())
        assert not [r for r in out["Resources"].values() if r["Type"].startswith("AWS::Serverless")]
        """);

    private static async Task RunAsync(params string[] arguments)
    {
        var python = await PythonEnvironment.FindAsync();
        using var process = Process.Start(new ProcessStartInfo(python.Interpreter, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);

        Assert.True(process.ExitCode == 0, await output + await errors);
    }
}
