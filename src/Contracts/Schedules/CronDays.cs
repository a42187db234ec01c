using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>The two day fields of a cron expression. One of them must be <c>?</c>: EventBridge takes no condition on both.</summary>
internal sealed partial class CronDays
{
    private readonly Func<DateOnly, bool> _has;

    private CronDays(Func<DateOnly, bool> has, IReadOnlySet<DayOfWeek>? weekdays = null) => (_has, Weekdays) = (has, weekdays);

    /// <summary>The days of the week, when nothing but these decides; otherwise null.</summary>
    public IReadOnlySet<DayOfWeek>? Weekdays { get; }

    public static CronDays Of(string ofMonth, string ofWeek, string[] weekdays)
    {
        if ((ofMonth == "?") == (ofWeek == "?"))
            throw new FormatException("exactly one of day of month and day of week must be ?");
        return ofWeek == "?" ? OfMonth(ofMonth) : OfWeek(ofWeek, weekdays);
    }

    public bool Has(DateOnly day) => _has(day);

    private static CronDays OfMonth(string text)
    {
        if (text == "L")
            return new CronDays(day => day.Day == Last(day));
        // The weekday nearest to a day, within its month.
        if (Nearest().Match(text) is { Success: true } nearest)
        {
            var wanted = int.Parse(nearest.Groups[1].Value, CultureInfo.InvariantCulture);
            return wanted is >= 1 and <= 31
                ? new CronDays(day => day.Day == NearestWeekday(day, wanted))
                : throw new FormatException($"\"{text}\" does not fit the day-of-month field");
        }

        var days = CronField.Of("day-of-month", text, 1, 31);
        return new CronDays(day => days.Has(day.Day), Enumerable.Range(1, 31).All(days.Has) ? ScheduleExpression.EveryDay : null);
    }

    private static CronDays OfWeek(string text, string[] names)
    {
        // The last day of the week is Saturday.
        if (text == "L")
            return new CronDays(day => day.DayOfWeek == DayOfWeek.Saturday, new HashSet<DayOfWeek> { DayOfWeek.Saturday });
        if (Special().Match(text) is { Success: true } special)
        {
            var weekday = WeekdayOf(special.Groups[1].Value, names);
            if (special.Groups[2].Value == "L")
                return new CronDays(day => (int)day.DayOfWeek == weekday && day.Day + 7 > Last(day));
            var count = special.Groups[3].Value[0] - '0';
            return new CronDays(day => (int)day.DayOfWeek == weekday && (day.Day + 6) / 7 == count);
        }

        var days = CronField.Of("day-of-week", text, 1, 7, names);
        var listed = Enum.GetValues<DayOfWeek>().Where(day => days.Has((int)day + 1)).ToHashSet();
        return new CronDays(day => listed.Contains(day.DayOfWeek), listed);
    }

    private static int WeekdayOf(string text, string[] names) =>
        char.IsDigit(text[0]) ? text[0] - '1'
        : Array.IndexOf(names, text.ToUpperInvariant()) is >= 0 and var index ? index
        : throw new FormatException($"\"{text}\" is no day of the week");

    private static int NearestWeekday(DateOnly inMonth, int wanted)
    {
        if (wanted > Last(inMonth))
            return 0;
        var day = new DateOnly(inMonth.Year, inMonth.Month, wanted);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => wanted == 1 ? 3 : wanted - 1,
            DayOfWeek.Sunday => wanted == Last(inMonth) ? wanted - 2 : wanted + 1,
            _ => wanted,
        };
    }

    private static int Last(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    [GeneratedRegex(@"^(\d{1,2})W$")]
    private static partial Regex Nearest();

    [GeneratedRegex(@"^([1-7]|[A-Za-z]{3})(L|#([1-5]))$")]
    private static partial Regex Special();
}
