using System.CommandLine;

namespace CodeRipple.Workflow.Client.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string> Environment() =>
        new("--environment")
        {
            Description = "The environment: development, testing, staging or production.",
            DefaultValueFactory = _ => "development",
        };

    public static Option<string?> Workload() =>
        new("--workload") { Description = "The file that names the layers and functions. [default: coderipple.json]" };

    public static Option<string?> StepRuntime()
    {
        var option = new Option<string?>("--step-runtime")
        {
            Description = "What the steps run on: native or managed code. [default: native where this machine can compile it]",
        };
        option.AcceptOnlyFromAmong([.. Stacks.StepRuntime.Names]);
        return option;
    }

    public static Option<string?> Region() => new("--region") { Description = "AWS region. [default: AWS_REGION, or the profile's]" };

    public static Option<string[]> Accept() =>
        new("--accept")
        {
            Description = "A risk of the plan to accept, by the name that a rejected release says; may be given more than once.",
        };

    public static Option<string?> Application() =>
        new("--application") { Description = "The application. [default: the one in coderipple.json]" };
}
