namespace CodeRipple.Workflow.Contracts.Tests.Values;

public sealed class ReleaseKeyTests
{
    [Fact]
    public void The_name_of_an_execution_has_application_and_id_and_is_read_back()
    {
        var release = new ReleaseKey("shop", "r_1");

        Assert.Equal("shop_r_1", release.ExecutionName);
        Assert.Equal(release, ReleaseKey.TryParse("shop_r_1"));
    }

    [Fact]
    public void A_long_name_is_cut_and_still_reports_releases_apart()
    {
        var names = new[] { "a", "b" }.Select(end => new ReleaseKey(new string('s', 30), new string('r', 63) + end).ExecutionName).ToList();

        Assert.All(names, name => Assert.Equal(80, name.Length));
        Assert.Equal(2, names.Distinct().Count());
    }

    [Theory]
    [InlineData(null, "r1")]
    [InlineData("shop", null)]
    [InlineData("Shop", "r1")]
    [InlineData("my_shop", "r1")]
    [InlineData("shop\n", "r1")]
    [InlineData("shop", "-r1")]
    [InlineData("shop", "r#1")]
    [InlineData("shop", "")]
    public void What_no_release_can_be_called_is_refused(string? application, string? id) =>
        Assert.Null(ReleaseKey.TryCreate(application, id));

    [Theory]
    [InlineData("repair-20261128")]
    [InlineData("Shop_r1")]
    [InlineData("")]
    public void A_name_that_no_event_gives_is_no_release(string name) => Assert.Null(ReleaseKey.TryParse(name));
}
