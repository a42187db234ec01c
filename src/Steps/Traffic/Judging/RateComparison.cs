namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>
/// How much higher one share of failures is than another, and how much of that is beyond chance: the hybrid score interval for the
/// difference of two proportions (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10), which holds for small samples too.
/// </summary>
internal readonly record struct RateComparison(long NewFailed, long NewTotal, long OldFailed, long OldTotal)
{
    // One-sided 99.5 %: the judge looks many times, so each look must be hard to fool.
    private const double Z = 2.576;

    public double NewRate => Rate(NewFailed, NewTotal);

    public double OldRate => Rate(OldFailed, OldTotal);

    /// <summary>By how much the new rate is above the old one as measured, from -1 to 1.</summary>
    public double Difference => NewRate - OldRate;

    /// <summary>By how much the new rate is above the old one at least. Without old requests the old rate counts as zero.</summary>
    public double CertainDifference => LowerBound(Z);

    /// <param name="z">Quantile of the normal distribution for the wanted certainty.</param>
    internal double LowerBound(double z)
    {
        var (newLow, _) = Interval(NewFailed, NewTotal, z);
        if (OldTotal == 0)
            return newLow;
        var (_, oldHigh) = Interval(OldFailed, OldTotal, z);
        return Difference - Math.Sqrt(Square(NewRate - newLow) + Square(oldHigh - OldRate));
    }

    // E. B. Wilson's score interval of one proportion.
    private static (double Low, double High) Interval(long failed, long total, double z)
    {
        if (total == 0)
            return (0, 1);
        var (rate, z2) = (Rate(failed, total), z * z);
        var middle = rate + z2 / (2 * total);
        var spread = z * Math.Sqrt(rate * (1 - rate) / total + z2 / (4.0 * total * total));
        return ((middle - spread) / (1 + z2 / total), (middle + spread) / (1 + z2 / total));
    }

    private static double Rate(long failed, long total) => total == 0 ? 0 : (double)failed / total;

    private static double Square(double x) => x * x;
}
