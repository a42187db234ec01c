using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>The one command of the README, on the project's own workload.</summary>
public sealed class RehearsalSpecs
{
    [Fact]
    public async Task The_documentation_system_goes_out_and_is_upgraded()
    {
        var run = (await Coderipple.RunAsync(["rehearse", "--scenario", "upgrade", "--json"])).MustEndWith(0);

        Assert.Equal(
            ("Succeeded", "all-new", true),
            ((string?)run.Answer["status"], (string?)run.Answer["live"], (bool?)run.Answer["asExpected"])
        );
        Assert.Contains("UpdateFunctions, 7 done", run.Error, StringComparison.Ordinal);
        Assert.Contains("PublishLayers, 2 done", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenarios_are_listed_and_an_unknown_one_is_refused_before_anything_starts()
    {
        var list = (await Coderipple.RunAsync(["rehearse", "--list-scenarios"])).MustEndWith(0);
        Assert.Contains("function-crashes", list.Output, StringComparison.Ordinal);

        var unknown = (await Coderipple.RunAsync(["rehearse", "--scenario", "boom"])).MustEndWith(2);
        Assert.Equal("", unknown.Output);
        Assert.StartsWith("There is no scenario boom.", unknown.Error, StringComparison.Ordinal);
    }
}
