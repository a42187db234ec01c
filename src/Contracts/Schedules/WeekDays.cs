namespace CodeRipple.Workflow.Contracts;

/// <summary>Days of the week as cron expressions name them. Weeks begin on Monday here.</summary>
public static class WeekDays
{
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<DayOfWeek>().Select(NameOf)];

    public static IReadOnlySet<DayOfWeek> Parse(IEnumerable<string> names) =>
        Enum.GetValues<DayOfWeek>().Where(day => names.Contains(NameOf(day))).ToHashSet();

    public static string Text(IReadOnlySet<DayOfWeek> days) => string.Join(",", days.OrderBy(d => ((int)d + 6) % 7).Select(NameOf));

    private static string NameOf(DayOfWeek day) => day.ToString()[..3].ToUpperInvariant();
}
