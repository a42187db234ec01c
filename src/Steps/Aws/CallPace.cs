using System.Collections.Concurrent;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Bounds the calls of this process, so that those of all steps that run side by side stay within the quotas of the account. The
/// machine takes four fifths of a quota and leaves the rest to everybody else; where n processes share it, each takes an n-th of that.
/// <para>
/// n is 1 for a step that runs alone. In a Map it is MaxConcurrency times the steps that an item passes, for each step has processes of
/// its own, and short ones follow each other at once. The step knows it by SIDE_BY_SIDE in template.yaml; a test compares them.
/// </para>
/// <para>
/// So for Lambda's control plane, 15 calls a second: a step that runs alone makes 12; of RevertChange, five at a time, each makes 2.4,
/// and 5 × 2.4 = 12; of UpdateConfiguration, UpdateCode and PublishVersion, five items at a time, each makes 0.8, and 5 × 3 × 0.8 = 12.
/// After a pause each makes as many calls at once as it makes in a second, or one. Releases of several applications share the account
/// too. What then is too much AWS throttles and the SDK repeats; after that the process makes no such call for a second.
/// </para>
/// </summary>
/// <param name="sideBySide">How many processes share the quotas.</param>
public sealed class CallPace(TimeProvider time, int sideBySide)
{
    private const double Share = 0.8;

    private static readonly TimeSpan RestTime = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<AccountQuota, Line> _lines = new();

    /// <summary>Waits until another call that counts to a quota may be made.</summary>
    public Task WaitAsync(AccountQuota quota) => WaitAsync([quota]);

    internal async Task WaitAsync(IReadOnlyList<AccountQuota> quotas)
    {
        var wait = Take(quotas, time.GetElapsedTime(0));
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time);
    }

    /// <summary>AWS has throttled a call: others have used the quota up.</summary>
    internal void Rest(IReadOnlyList<AccountQuota> quotas)
    {
        foreach (var quota in quotas)
            _lines.GetOrAdd(quota, LineOf).RestUntil(time.GetElapsedTime(0) + RestTime);
    }

    /// <summary>How long a call that counts to these quotas has to wait.</summary>
    internal TimeSpan Take(IReadOnlyList<AccountQuota> quotas, TimeSpan now)
    {
        var wait = TimeSpan.Zero;
        foreach (var quota in quotas)
        {
            var turn = _lines.GetOrAdd(quota, LineOf).Take(now + wait) - now;
            wait = turn > wait ? turn : wait;
        }

        return wait;
    }

    private Line LineOf(AccountQuota quota) =>
        new(TimeSpan.FromSeconds(sideBySide / (Share * quota.PerSecond)), Math.Max(1, (int)Math.Floor(Share * quota.AtOnce / sideBySide)));

    private sealed class Line(TimeSpan interval, int atOnce)
    {
        private readonly Lock _lock = new();
        private TimeSpan? _next;

        /// <returns>When it is the call's turn.</returns>
        public TimeSpan Take(TimeSpan now)
        {
            lock (_lock)
            {
                // A pause saves up as many turns as may be taken at once.
                var saved = now - ((atOnce - 1) * interval);
                var turn = _next > saved ? _next.Value : saved;
                _next = turn + interval;
                return turn > now ? turn : now;
            }
        }

        public void RestUntil(TimeSpan then)
        {
            lock (_lock)
                _next = _next > then ? _next : then;
        }
    }
}
