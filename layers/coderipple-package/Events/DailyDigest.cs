using System.Text;

namespace CodeRipple.Events;

/// <summary>What happened on one day.</summary>
public sealed record DailyDigest(
    string Day,
    int Events,
    IReadOnlyDictionary<string, int> ByType,
    IReadOnlyDictionary<string, int> ByRepository,
    string Summary
)
{
    public static DailyDigest Of(string day, IReadOnlyCollection<RecordedEvent> events)
    {
        var byType = Count(events, one => one.Type);
        var byRepository = Count(events, one => one.Repository);
        return new DailyDigest(day, events.Count, byType, byRepository, Describe(day, events.Count, byType, byRepository));
    }

    private static SortedDictionary<string, int> Count(IEnumerable<RecordedEvent> events, Func<RecordedEvent, string> by) =>
        new(events.GroupBy(by).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);

    private static string Describe(string day, int events, SortedDictionary<string, int> byType, SortedDictionary<string, int> byRepository)
    {
        if (events == 0)
            return $"{day}: nothing happened.";

        var text = new StringBuilder(
            $"{day}: {events} {(events == 1 ? "event" : "events")} in {byRepository.Count} {(byRepository.Count == 1 ? "repository" : "repositories")}."
        );
        foreach (var (type, count) in byType)
            text.Append($" {type}: {count}.");
        return text.ToString();
    }
}
