using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Resources;
using Points = System.Collections.Generic.IReadOnlyDictionary<System.DateTimeOffset, double>;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>Reads from CloudWatch how versions do under an alias.</summary>
public sealed class CanaryNumbers(CloudWatchMetrics metrics)
{
    /// <summary>How far a look reaches back: long enough for a sample, short enough that an error of now is not lost in it.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromMinutes(15);

    // The duration that nine of ten requests stay below: a rare cold start does not move it, a slow tenth of the requests does.
    private const string Duration = "p90";

    /// <summary>How late CloudWatch has the numbers of a minute at the latest.</summary>
    internal static readonly TimeSpan Delay = TimeSpan.FromMinutes(3);

    /// <param name="stages">The stages that have begun.</param>
    /// <returns>For each pair its numbers.</returns>
    internal async Task<IReadOnlyList<TrafficNumbers>> ReadAsync(
        IReadOnlyList<VersionPair> pairs,
        string alias,
        IReadOnlyList<CanaryRecord> stages,
        DateTimeOffset now
    )
    {
        var queries = pairs.SelectMany(p => QueriesOf(p, alias)).ToList();
        var range = RangeOf(stages, now);
        var found = await metrics.ReadAsync(queries, CloudWatchMetrics.Minute, range.Begin - Reach, now);
        var size = queries.Count / Math.Max(1, pairs.Count);
        return [.. pairs.Select((pair, i) => NumbersOf(pair, [.. found.Skip(i * size).Take(size)], range))];
    }

    private static Range RangeOf(IReadOnlyList<CanaryRecord> stages, DateTimeOffset now)
    {
        var (begin, from) = (MinuteOf(stages[0].ShiftedAt), MinuteOf(now - Reach));
        var whole = stages.FirstOrDefault(s => s.Percent == 100);
        return new Range(
            begin,
            from > begin ? from : begin,
            whole is null ? DateTimeOffset.MaxValue : MinuteOf(whole.ShiftedAt) + CloudWatchMetrics.Minute,
            IsSplit: stages[0].Percent < 100
        );
    }

    private static TrafficNumbers NumbersOf(VersionPair pair, IReadOnlyList<Points> found, Range range)
    {
        var (@new, old, alias) = (
            new Series(found[0], found[1], found[2]),
            new Series(found[3], found[4], found[5]),
            new Series(found[6], found[7], found[8])
        );
        var throttles = found[9];
        // Where there is no old version, all that came through the alias went to the new one.
        var alone = pair.Old is null ? range.Begin : range.Alone;
        var (throttled, throttledBefore) = (Sum(throttles, range.From), Sum(throttles) - Sum(throttles, range.Begin));
        return new TrafficNumbers(
            @new.Until(alone).And(alias.Since(alone)).Since(range.From).Total,
            pair.Old is null ? null
                : range.IsSplit ? old.Since(range.From).Total
                : alias.Until(range.Begin).Total,
            // Lambda counts a throttled request neither as an invocation nor as an error.
            new RateComparison(
                throttled,
                Sum(alias.Invocations, range.From) + throttled,
                throttledBefore,
                Sum(alias.Invocations) - Sum(alias.Invocations, range.Begin) + throttledBefore
            )
        );
    }

    private static long Sum(Points points, DateTimeOffset? from = null) =>
        (long)points.Where(p => from is null || p.Key >= from).Sum(p => p.Value);

    private static DateTimeOffset MinuteOf(DateTimeOffset moment) => CloudWatchMetrics.Floor(moment, CloudWatchMetrics.Minute);

    // Which version served a request is told by all three dimensions together, for an alias that splits its traffic. What AWS says of
    // them (Lambda Developer Guide, "Types of metrics") promises them for no other alias; the two of the alias are always there.
    private static IEnumerable<MetricQuery> QueriesOf(VersionPair pair, string alias)
    {
        var resource = new AliasName(pair.Function, alias).ToString();
        return [.. Of(("ExecutedVersion", pair.New)), .. Of(("ExecutedVersion", pair.Old ?? pair.New)), .. Of(), Query("Throttles", "Sum")];

        IEnumerable<MetricQuery> Of(params (string, string)[] version) =>
            [Query("Invocations", "Sum", version), Query("Errors", "Sum", version), Query("Duration", Duration, version)];

        MetricQuery Query(string metric, string statistic, params (string, string)[] version) =>
            new("AWS/Lambda", metric, statistic, [("FunctionName", pair.Function), ("Resource", resource), .. version]);
    }

    /// <param name="Begin">The minute in which the shift began. It belongs to the shift: Lambda keeps no finer times.</param>
    /// <param name="From">From where on a sample counts.</param>
    /// <param name="Alone">The first minute in which the new versions had all traffic.</param>
    /// <param name="IsSplit">Whether old and new versions shared the traffic at any time.</param>
    private sealed record Range(DateTimeOffset Begin, DateTimeOffset From, DateTimeOffset Alone, bool IsSplit);

    private sealed record Series(Points Invocations, Points Errors, Points Durations)
    {
        public RequestNumbers Total
        {
            get
            {
                var minutes = Durations.Where(d => Invocations.ContainsKey(d.Key)).ToList();
                var weight = minutes.Sum(d => Invocations[d.Key]);
                return new RequestNumbers(
                    Sum(Invocations),
                    Sum(Errors),
                    weight == 0 ? null : minutes.Sum(d => d.Value * Invocations[d.Key]) / weight
                );
            }
        }

        public Series Since(DateTimeOffset minute) => Where(m => m >= minute);

        public Series Until(DateTimeOffset minute) => Where(m => m < minute);

        /// <summary>Both, which have no minute in common.</summary>
        public Series And(Series other) =>
            new(Both(Invocations, other.Invocations), Both(Errors, other.Errors), Both(Durations, other.Durations));

        private Series Where(Func<DateTimeOffset, bool> counts) =>
            new(Part(Invocations, counts), Part(Errors, counts), Part(Durations, counts));

        private static Dictionary<DateTimeOffset, double> Part(Points points, Func<DateTimeOffset, bool> counts) =>
            points.Where(p => counts(p.Key)).ToDictionary();

        private static Dictionary<DateTimeOffset, double> Both(Points some, Points others) => some.Concat(others).ToDictionary();
    }
}

/// <inheritdoc cref="FunctionNumbers"/>
internal sealed record TrafficNumbers(RequestNumbers New, RequestNumbers? Old, RateComparison Throttles);
