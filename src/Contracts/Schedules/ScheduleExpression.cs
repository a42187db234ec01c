using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// A schedule expression of an EventBridge rule, in UTC. Source of the dialect: "Cron expressions reference" and "Rate expressions
/// reference" in the EventBridge user guide.
/// </summary>
public abstract partial class ScheduleExpression
{
    /// <summary>The first moment after another one at which the schedule is due; null when there is none any more.</summary>
    public abstract DateTimeOffset? NextAfter(DateTimeOffset moment);

    internal static IReadOnlySet<DayOfWeek> EveryDay { get; } = Enum.GetValues<DayOfWeek>().ToHashSet();

    /// <summary>
    /// The days of the week on which it is due; null when it is not days of the week that decide, as with the last day of the month.
    /// </summary>
    public abstract IReadOnlySet<DayOfWeek>? Weekdays { get; }

    public static ScheduleExpression Parse(string expression) =>
        TryParse(expression, out var schedule, out var problem) ? schedule : throw new FormatException(problem);

    /// <param name="problem">What is wrong with it, in words that go on a sentence.</param>
    public static bool TryParse(string expression, [NotNullWhen(true)] out ScheduleExpression? schedule, out string problem)
    {
        (schedule, problem) = (null, "");
        try
        {
            if (Rate().Match(expression) is { Success: true } rate)
                schedule = RateSchedule.Of(rate.Groups[1].Value, rate.Groups[2].Value);
            else if (Cron().Match(expression) is { Success: true } cron)
                schedule = CronSchedule.Of(cron.Groups[1].Value);
            else
                problem = "it must be rate(…) or cron(…)";
        }
        catch (FormatException e)
        {
            problem = e.Message;
        }

        return schedule is not null;
    }

    [GeneratedRegex(@"^rate\((\d+) (minutes?|hours?|days?)\)$")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^cron\(([^()]+)\)$")]
    private static partial Regex Cron();
}

/// <summary>Every so often. From when EventBridge counts is not known, so a run is due at the latest one period from now.</summary>
internal sealed class RateSchedule(TimeSpan period) : ScheduleExpression
{
    public static RateSchedule Of(string count, string unit)
    {
        if (!int.TryParse(count, CultureInfo.InvariantCulture, out var number) || number == 0)
            throw new FormatException("a rate must be 1 or more");
        if ((number == 1) == unit.EndsWith('s'))
            throw new FormatException(number == 1 ? "with 1 the unit is singular" : "above 1 the unit stands in the plural");
        return new RateSchedule(
            unit.TrimEnd('s') switch
            {
                "minute" => TimeSpan.FromMinutes(number),
                "hour" => TimeSpan.FromHours(number),
                _ => TimeSpan.FromDays(number),
            }
        );
    }

    public override IReadOnlySet<DayOfWeek>? Weekdays => period <= TimeSpan.FromDays(1) ? EveryDay : null;

    public override DateTimeOffset? NextAfter(DateTimeOffset moment) => moment + period;
}
