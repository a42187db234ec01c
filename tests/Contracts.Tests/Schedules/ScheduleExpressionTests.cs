using System.Globalization;

namespace CodeRipple.Workflow.Contracts.Tests.Schedules;

public sealed class ScheduleExpressionTests
{
    // 2026-11-20 is a Friday.
    [Theory]
    [InlineData("cron(0 6 ? * MON-SAT *)", "2026-11-20T06:00", "2026-11-21T06:00")]
    [InlineData("cron(0 6 ? * MON-SAT *)", "2026-11-21T06:00", "2026-11-23T06:00")]
    [InlineData("cron(0 6 ? * 2-7 *)", "2026-11-21T05:59", "2026-11-21T06:00")]
    [InlineData("cron(0 6 ? * MON-SAT *)", "2026-11-20T05:59", "2026-11-20T06:00")]
    [InlineData("cron(15 10 * * ? *)", "2026-12-31T23:00", "2027-01-01T10:15")]
    [InlineData("cron(0/15 * * * ? *)", "2026-11-20T10:50", "2026-11-20T11:00")]
    [InlineData("cron(5,10 8-9 * * ? *)", "2026-11-20T08:10", "2026-11-20T09:05")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-11-20T18:00", "2026-11-23T18:00")]
    [InlineData("cron(0 8 1 * ? *)", "2026-11-20T00:00", "2026-12-01T08:00")]
    [InlineData("cron(0 0 L * ? *)", "2028-02-01T00:00", "2028-02-29T00:00")]
    [InlineData("cron(0 9 3W * ? *)", "2026-09-30T00:00", "2026-10-02T09:00")]
    [InlineData("cron(0 9 1W * ? *)", "2026-07-31T23:59", "2026-08-03T09:00")]
    [InlineData("cron(0 9 ? * 3#2 *)", "2026-11-20T00:00", "2026-12-08T09:00")]
    [InlineData("cron(0 9 ? * FRI#1 *)", "2026-11-20T00:00", "2026-12-04T09:00")]
    [InlineData("cron(0 9 ? * 6L *)", "2026-11-20T10:00", "2026-11-27T09:00")]
    [InlineData("cron(0 9 ? * L *)", "2026-11-20T10:00", "2026-11-21T09:00")]
    [InlineData("cron(0 12 ? JAN,JUL MON 2027-2030)", "2026-11-20T00:00", "2027-01-04T12:00")]
    [InlineData("cron(0 0 29 2 ? *)", "2026-11-20T00:00", "2028-02-29T00:00")]
    [InlineData("cron(59 23 31 DEC ? 2199)", "2026-11-20T00:00", "2199-12-31T23:59")]
    [InlineData("rate(5 minutes)", "2026-11-20T10:02", "2026-11-20T10:07")]
    [InlineData("rate(1 hour)", "2026-11-20T10:02", "2026-11-20T11:02")]
    [InlineData("rate(7 days)", "2026-11-20T10:02", "2026-11-27T10:02")]
    public void The_next_run_is_the_first_after_a_moment(string expression, string after, string next) =>
        Assert.Equal(Utc(next), ScheduleExpression.Parse(expression).NextAfter(Utc(after)));

    [Theory]
    [InlineData("cron(0 6 ? * MON-SAT 2020)")]
    [InlineData("cron(0 0 31 2 ? *)")]
    public void A_schedule_may_never_run_again(string expression) =>
        Assert.Null(ScheduleExpression.Parse(expression).NextAfter(Utc("2026-11-20T00:00")));

    [Fact]
    public void Seconds_do_not_hide_the_minute_that_has_begun()
    {
        var moment = new DateTimeOffset(2026, 11, 20, 5, 59, 30, TimeSpan.Zero);

        Assert.Equal(Utc("2026-11-20T06:00"), ScheduleExpression.Parse("cron(0 6 * * ? *)").NextAfter(moment));
    }

    [Theory]
    [InlineData("cron(0 6 ? * MON-SAT *)", "MON,TUE,WED,THU,FRI,SAT")]
    [InlineData("cron(0 6 ? 1 2 2027)", "MON")]
    [InlineData("cron(0 6 ? * L *)", "SAT")]
    [InlineData("cron(0 6 * * ? *)", "MON,TUE,WED,THU,FRI,SAT,SUN")]
    [InlineData("cron(0 6 1/1 * ? *)", "MON,TUE,WED,THU,FRI,SAT,SUN")]
    [InlineData("rate(5 minutes)", "MON,TUE,WED,THU,FRI,SAT,SUN")]
    [InlineData("rate(1 day)", "MON,TUE,WED,THU,FRI,SAT,SUN")]
    public void Days_of_a_schedule_are_those_of_the_week_that_it_names(string expression, string days) =>
        Assert.Equal(days, WeekDays.Text(ScheduleExpression.Parse(expression).Weekdays!));

    [Theory]
    [InlineData("cron(0 6 L * ? *)")]
    [InlineData("cron(0 6 1 * ? *)")]
    [InlineData("cron(0 6 24 12 ? *)")]
    [InlineData("cron(0 6 15W * ? *)")]
    [InlineData("cron(0 6 1/2 * ? *)")]
    [InlineData("cron(0 6 ? * 6L *)")]
    [InlineData("cron(0 6 ? * MON#1 *)")]
    [InlineData("rate(2 days)")]
    [InlineData("rate(7 days)")]
    public void A_schedule_that_other_days_decide_has_no_days_of_the_week(string expression) =>
        Assert.Null(ScheduleExpression.Parse(expression).Weekdays);

    [Theory]
    [InlineData("every day", "it must be rate(…) or cron(…)")]
    [InlineData("rate(1 minutes)", "with 1 the unit is singular")]
    [InlineData("rate(5 minute)", "above 1 the unit stands in the plural")]
    [InlineData("rate(0 minutes)", "a rate must be 1 or more")]
    [InlineData("rate(5 seconds)", "it must be rate(…) or cron(…)")]
    [InlineData("cron(0 6 * * MON-SAT *)", "exactly one of day of month and day of week must be ?")]
    [InlineData("cron(0 6 ? * ? *)", "exactly one of day of month and day of week must be ?")]
    [InlineData("cron(0 6 ? * MON-SAT)", "cron(…) has six fields: minutes, hours, day of month, month, day of week, year; here are 5")]
    [InlineData("cron(60 6 ? * MON *)", "\"60\" does not fit the minutes field, 0 to 59")]
    [InlineData("cron(0 24 ? * MON *)", "\"24\" does not fit the hours field, 0 to 23")]
    [InlineData("cron(0 6 ? * 0 *)", "\"0\" does not fit the day-of-week field, 1 to 7 or SUN to SAT")]
    [InlineData("cron(0 6 ? * SAT-MON *)", "\"SAT-MON\" in the day-of-week field runs backwards")]
    [InlineData("cron(0 6 ? 13 MON *)", "\"13\" does not fit the month field, 1 to 12 or JAN to DEC")]
    [InlineData("cron(0/0 6 ? * MON *)", "\"0/0\" does not fit the minutes field, 0 to 59")]
    public void What_EventBridge_would_not_take_is_reported(string expression, string problem)
    {
        Assert.False(ScheduleExpression.TryParse(expression, out _, out var reported));
        Assert.Equal(problem, reported);
    }

    private static DateTimeOffset Utc(string moment) =>
        DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
