using CodeRipple.Events;

namespace CodeRipple.Functions.Hermes;

public interface IEventStore
{
    /// <returns>False when the event is there already: buses deliver at least once.</returns>
    Task<bool> AddAsync(RecordedEvent recorded);
}
