using System.Globalization;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// How long something took, time after time, in milliseconds. The first time stands apart: it opens connections and wakes up what
/// sleeps. Of the others the median counts, so that a busy moment of the machine decides nothing.
/// </summary>
internal sealed record Timings(double First, IReadOnlyList<double> Others)
{
    /// <summary>The median of the others; without others the first.</summary>
    public double Median => Others.Count == 0 ? First : Others.Order().ElementAt((Others.Count - 1) / 2);

    /// <param name="what">What was done each time, in the plural.</param>
    public string Describe(string what) =>
        Others.Count == 0
            ? $"it took {Format(First)}"
            : $"median {Format(Median)} of {Others.Count} {what} after a first one of {Format(First)}";

    public static string Format(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");
}
