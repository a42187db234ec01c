namespace CodeRipple.Workflow.AwsPackages.Tests.Decision;

public sealed class DecisionTests : IDisposable
{
    private readonly Clone _clone = new();

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task The_first_build_takes_the_official_packages_where_the_registry_serves_them_and_later_ones_keep_to_it()
    {
        _clone.Serve();

        Assert.Equal("nuget", await _clone.RestoreAsync());

        var decided = File.GetLastWriteTimeUtc(_clone.Decision);
        Assert.Equal("nuget", await _clone.RestoreAsync());
        Assert.Equal(decided, File.GetLastWriteTimeUtc(_clone.Decision));
    }

    [Fact]
    public async Task The_first_build_takes_stand_ins_where_the_registry_lacks_a_package_and_says_why()
    {
        Assert.Equal("compat", await _clone.RestoreAsync());

        Assert.Contains("does not serve all official ones", await File.ReadAllTextAsync(_clone.Decision), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_without_a_network_builds_with_stand_ins_and_says_why()
    {
        // Nobody listens there.
        _clone.UseRegistry("https://127.0.0.1:9/index.json");

        Assert.Equal("compat", await _clone.RestoreAsync());

        Assert.Contains("cannot be reached", await File.ReadAllTextAsync(_clone.Decision), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compat")]
    [InlineData("nuget")]
    public async Task Whoever_insists_gets_it_and_nothing_is_decided(string packages)
    {
        _clone.Serve();

        Assert.Equal(packages, await _clone.RestoreAsync(insistOn: packages));

        Assert.False(File.Exists(_clone.Decision));
    }
}
