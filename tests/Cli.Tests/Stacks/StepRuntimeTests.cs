using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Cli.Tests.Stacks;

public sealed class StepRuntimeTests
{
    [Theory]
    [InlineData("clang")]
    [InlineData("gcc")]
    public void Steps_are_native_where_Linux_has_a_C_compiler(string compiler) =>
        Assert.Equal(StepRuntime.Native, StepRuntime.Choose(wanted: null, isLinuxX64: true, program => program == compiler));

    [Theory]
    [InlineData(true, "neither is on the PATH")]
    [InlineData(false, "x64 Linux only")]
    public void Steps_are_managed_elsewhere_and_the_reason_is_said(bool isLinuxX64, string reason)
    {
        var chosen = StepRuntime.Choose(wanted: null, isLinuxX64, _ => !isLinuxX64);

        Assert.Equal("dotnet10", chosen.Name);
        Assert.Contains(reason, chosen.WhyManaged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnet10")]
    [InlineData("provided.al2023")]
    public void What_somebody_asks_for_is_taken_without_a_message(string wanted) =>
        Assert.Equal(new StepRuntime(wanted), StepRuntime.Choose(wanted, isLinuxX64: false, _ => false));
}
