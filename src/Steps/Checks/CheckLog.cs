using System.Collections.Concurrent;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Runs checks and keeps what they found. Whatever goes wrong while looking is an answer too: failed, with the reason.</summary>
public sealed class CheckLog(TimeProvider time)
{
    private static readonly Dictionary<string, int> Order = CheckCatalog.All.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i);
    private readonly ConcurrentQueue<CheckResult> _results = new();
    private readonly ConcurrentQueue<string> _outages = new();

    /// <summary>By component, each in the order of the catalog.</summary>
    public IReadOnlyList<CheckResult> Results => [.. _results.OrderBy(r => r.Component, StringComparer.Ordinal).ThenBy(r => Order[r.Id])];

    /// <summary>What services said that throttled, failed or did not answer; worth asking again.</summary>
    public IReadOnlyList<string> Outages => [.. _outages];

    public async Task CheckAsync(CheckDefinition check, string component, Func<Task<Finding>> look)
    {
        var started = time.GetTimestamp();
        var finding = await RunAsync(look);
        _results.Enqueue(
            new CheckResult
            {
                Id = check.Id,
                Component = component,
                Verdict = finding.Verdict,
                Measured = finding.Measured,
                Limit = finding.Limit,
                Evidence = finding.Evidence,
                Remedy = finding.Verdict == CheckVerdict.Failed ? finding.Remedy ?? check.Remedy : null,
                Duration = (long)time.GetElapsedTime(started).TotalMilliseconds,
            }
        );
    }

    public Task CheckAsync(CheckDefinition check, string component, Func<Finding> look) =>
        CheckAsync(check, component, () => Task.FromResult(look()));

    private async Task<Finding> RunAsync(Func<Task<Finding>> look)
    {
        try
        {
            return await look();
        }
        catch (AwsUnavailableException e)
        {
            _outages.Enqueue(e.Message);
            return Unknown(
                e,
                "Run the check again; if the service stays silent, look at the AWS Health Dashboard and at the account's quotas."
            );
        }
        catch (Exception e)
        {
            return Unknown(e, "Look at the message: most often the CheckInfrastructure step is not allowed to read this.");
        }
    }

    private static Finding Unknown(Exception e, string remedy) =>
        Finding.Failed($"the check could not run: {e.Message}") with
        {
            Remedy = remedy,
        };
}
