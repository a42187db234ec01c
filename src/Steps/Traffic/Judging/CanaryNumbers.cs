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

    /// <param name="shiftedAt">When the shift began.</param>
    /// <returns>For each pair its numbers.</returns>
    internal async Task<IReadOnlyList<TrafficNumbers>> ReadAsync(
        IReadOnlyList<VersionPair> pairs,
        string alias,
        DateTimeOffset shiftedAt,
        DateTimeOffset now
    )
    {
        var queries = pairs.SelectMany(p => QueriesOf(p, alias)).ToList();
        var found = await metrics.ReadAsync(queries, CloudWatchMetrics.Minute, MinuteOf(shiftedAt - Reach), now);
        var size = queries.Count / Math.Max(1, pairs.Count);
        var begin = MinuteOf(shiftedAt);
        var from = MinuteOf(now - Reach);
        return [.. pairs.Select((pair, i) => NumbersOf(pair, [.. found.Skip(i * size).Take(size)], from > begin ? from : begin, begin))];
    }

    // The data of the minute in which the shift began belongs to the shift: Lambda keeps no finer times.
    private static TrafficNumbers NumbersOf(VersionPair pair, IReadOnlyList<Points> found, DateTimeOffset from, DateTimeOffset begin)
    {
        var (throttles, requests) = (found[6], found[7]);
        var (throttled, throttledBefore) = (Sum(throttles, from), Sum(throttles) - Sum(throttles, begin));
        return new TrafficNumbers(
            Requests(found[0], found[1], found[2], from),
            pair.Old is null ? null : Requests(found[3], found[4], found[5], from),
            // Lambda counts a throttled request neither as an invocation nor as an error.
            new RateComparison(
                throttled,
                Sum(requests, from) + throttled,
                throttledBefore,
                Sum(requests) - Sum(requests, begin) + throttledBefore
            )
        );
    }

    private static RequestNumbers Requests(Points invocations, Points errors, Points duration, DateTimeOffset from)
    {
        var minutes = duration.Where(d => d.Key >= from && invocations.ContainsKey(d.Key)).ToList();
        var weight = minutes.Sum(d => invocations[d.Key]);
        return new RequestNumbers(
            Sum(invocations, from),
            Sum(errors, from),
            weight == 0 ? null : minutes.Sum(d => d.Value * invocations[d.Key]) / weight
        );
    }

    private static long Sum(Points points, DateTimeOffset? from = null) =>
        (long)points.Where(p => from is null || p.Key >= from).Sum(p => p.Value);

    private static DateTimeOffset MinuteOf(DateTimeOffset moment) => CloudWatchMetrics.Floor(moment, CloudWatchMetrics.Minute);

    // Which version served a request through an alias is shown by all three dimensions together.
    private static IEnumerable<MetricQuery> QueriesOf(VersionPair pair, string alias)
    {
        var resource = new AliasName(pair.Function, alias).ToString();
        return [.. OfVersion(pair.New), .. OfVersion(pair.Old ?? pair.New), OfAlias("Throttles"), OfAlias("Invocations")];

        IEnumerable<MetricQuery> OfVersion(string version) =>
            [Of("Invocations", "Sum", version), Of("Errors", "Sum", version), Of("Duration", Duration, version)];

        MetricQuery Of(string metric, string statistic, string version) =>
            new("AWS/Lambda", metric, statistic, ("FunctionName", pair.Function), ("Resource", resource), ("ExecutedVersion", version));

        MetricQuery OfAlias(string metric) => new("AWS/Lambda", metric, "Sum", ("FunctionName", pair.Function), ("Resource", resource));
    }
}

/// <inheritdoc cref="FunctionNumbers"/>
internal sealed record TrafficNumbers(RequestNumbers New, RequestNumbers? Old, RateComparison Throttles);
