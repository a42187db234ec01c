using CodeRipple.Events;

namespace CodeRipple.Functions.Digest;

public interface IDigestStore
{
    Task<IReadOnlyList<RecordedEvent>> EventsOfAsync(string day);

    Task PutAsync(DailyDigest digest);
}
