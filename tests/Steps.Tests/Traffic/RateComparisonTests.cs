using CodeRipple.Workflow.Steps.Traffic.Judging;

namespace CodeRipple.Workflow.Steps.Tests.Traffic;

public sealed class RateComparisonTests
{
    // With the default limit of one percentage point.
    [Theory]
    [InlineData(12, 50, 3, 450, true)]
    [InlineData(20, 20, 0, 180, true)]
    [InlineData(5, 20, 0, 180, true)]
    [InlineData(2, 100, 0, 900, false)]
    [InlineData(1, 20, 0, 180, false)]
    [InlineData(30, 1000, 10, 9000, true)]
    [InlineData(120, 500, 1080, 4500, false)]
    public void A_difference_counts_when_it_is_beyond_chance(long newFailed, long newTotal, long oldFailed, long oldTotal, bool counts) =>
        Assert.Equal(counts, new RateComparison(newFailed, newTotal, oldFailed, oldTotal).CertainDifference > 0.01);

    [Fact]
    public void Without_old_requests_the_new_rate_is_compared_with_zero()
    {
        Assert.True(new RateComparison(10, 50, 0, 0).CertainDifference > 0.05);
        Assert.Equal(0.2, new RateComparison(10, 50, 0, 0).Difference);
    }

    [Fact]
    public void Without_any_requests_nothing_is_certain() =>
        Assert.Equal((0.0, 0.0), (default(RateComparison).Difference, default(RateComparison).CertainDifference));

    [Fact]
    public void It_is_the_interval_of_the_article()
    {
        // Newcombe 1998, table II, example (a): 56 of 70 against 48 of 80, 95 % two-sided: 0.0524 to 0.3339.
        Assert.Equal(0.0524, new RateComparison(56, 70, 48, 80).LowerBound(z: 1.959964), 4);
    }
}
