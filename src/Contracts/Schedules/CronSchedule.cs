namespace CodeRipple.Workflow.Contracts;

/// <summary>cron(minutes hours day-of-month month day-of-week year).</summary>
internal sealed class CronSchedule : ScheduleExpression
{
    private const int FirstYear = 1970,
        LastYear = 2199;
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] WeekdayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly CronField _minutes,
        _hours,
        _months,
        _years;
    private readonly CronDays _days;

    private CronSchedule(string[] fields)
    {
        _minutes = CronField.Of("minutes", fields[0], 0, 59);
        _hours = CronField.Of("hours", fields[1], 0, 23);
        _months = CronField.Of("month", fields[3], 1, 12, Months);
        _years = CronField.Of("year", fields[5], FirstYear, LastYear);
        _days = CronDays.Of(fields[2], fields[4], WeekdayNames);
    }

    public static CronSchedule Of(string text)
    {
        var fields = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 6
            ? new CronSchedule(fields)
            : throw new FormatException(
                $"cron(…) has six fields: minutes, hours, day of month, month, day of week, year; here are {fields.Length}"
            );
    }

    public override IReadOnlySet<DayOfWeek>? Weekdays => _days.Weekdays;

    private bool RunsOn(DateOnly day) => _years.Has(day.Year) && _months.Has(day.Month) && _days.Has(day);

    public override DateTimeOffset? NextAfter(DateTimeOffset moment)
    {
        var from = moment.UtcDateTime.AddMinutes(1);
        var day = DateOnly.FromDateTime(from);
        if (RunsOn(day) && FirstFrom(from.Hour, from.Minute) is { } today)
            return At(day, today);
        for (day = day.AddDays(1); day.Year <= LastYear; day = day.AddDays(1))
        {
            // Whole months and years without a run are skipped at once: the next one may be decades away.
            if (!_years.Has(day.Year))
                day = new DateOnly(day.Year, 12, 31);
            else if (!_months.Has(day.Month))
                day = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
            else if (_days.Has(day) && FirstFrom(0, 0) is { } first)
                return At(day, first);
        }

        return null;
    }

    private TimeOnly? FirstFrom(int hour, int minute)
    {
        for (; hour < 24; hour++, minute = 0)
            if (_hours.Has(hour))
                for (; minute < 60; minute++)
                    if (_minutes.Has(minute))
                        return new TimeOnly(hour, minute);
        return null;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.Zero);
}
