using System.Globalization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>The values of one field of a cron expression: <c>*</c>, numbers or names, ranges, steps and lists of them.</summary>
internal sealed class CronField
{
    private readonly HashSet<int> _values;

    private CronField(HashSet<int> values) => _values = values;

    /// <param name="names">Names of the values from <paramref name="first"/> on.</param>
    public static CronField Of(string field, string text, int first, int last, string[]? names = null)
    {
        var values = new HashSet<int>();
        foreach (var part in text.Split(','))
            values.UnionWith(Part(part));
        return new CronField(values);

        IEnumerable<int> Part(string part)
        {
            var (range, step) = part.Split('/') switch
            {
                [var all] => (all, 1),
                [var start, var by] when int.TryParse(by, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 =>
                    (start, number),
                _ => throw Wrong(part),
            };
            var (from, to) = range switch
            {
                "*" => (first, last),
                _ when range.Split('-') is [var low, var high] => (Number(low), Number(high)),
                // "5/15" means from 5 on.
                _ when part.Contains('/') => (Number(range), last),
                _ => (Number(range), Number(range)),
            };
            if (from > to)
                throw new FormatException($"\"{part}\" in the {field} field runs backwards");
            for (var value = from; value <= to; value += step)
                yield return value;
        }

        int Number(string value)
        {
            var named = names is null ? -1 : Array.FindIndex(names, n => n.Equals(value, StringComparison.OrdinalIgnoreCase));
            if (named >= 0)
                return named + first;
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= first && number <= last
                ? number
                : throw Wrong(value);
        }

        FormatException Wrong(string value) =>
            new($"\"{value}\" does not fit the {field} field, {first} to {last}{(names is null ? "" : $" or {names[0]} to {names[^1]}")}");
    }

    public bool Has(int value) => _values.Contains(value);
}
