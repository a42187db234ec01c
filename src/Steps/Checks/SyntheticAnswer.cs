using System.Globalization;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <param name="Invocation">Null when there was no answer before the deadline.</param>
/// <param name="Duration">Milliseconds.</param>
internal sealed record SyntheticCall(Invocation? Invocation, double Duration)
{
    /// <summary>Why nothing can invoke the function; null when something can.</summary>
    public string? SwitchedOff { get; init; }

    public bool IsCutOff => SwitchedOff is null && Invocation is null or { IsTimedOut: true };

    public bool Failed => Invocation is { FunctionError: not null, IsTimedOut: false };
}

/// <summary>How a function did when it was invoked on trial.</summary>
/// <param name="First">The first call; the function may have had to start for it.</param>
/// <param name="Others">Further calls, when the first one was late.</param>
internal sealed record SyntheticAnswer(SyntheticCall First, IReadOnlyList<SyntheticCall> Others, int TimeoutSeconds, CheckLimits Limits)
{
    private double LimitMs => TimeoutSeconds * 10.0 * Limits.TimeoutPercent;

    /// <summary>One late call may be a cold start, or a busy moment of a machine.</summary>
    public bool IsInDoubt => First.IsCutOff || (!First.Failed && First.Duration > LimitMs);

    // The call that took as long as half of them did, unless one failed otherwise than by being late.
    private SyntheticCall Decisive =>
        Others.FirstOrDefault(c => c.Failed)
        ?? (Others.Count == 0 ? First : Others.OrderBy(c => c.IsCutOff).ThenBy(c => c.Duration).ElementAt((Others.Count - 1) / 2));

    public Finding Executable() =>
        Decisive.Invocation switch
        {
            null when Decisive.SwitchedOff is { } why => Finding.Failed(why),
            null => Finding.Failed($"it gave no answer within {Limits.InvocationSeconds} s"),
            { FunctionError: not null } failed => Finding.Failed(failed.FindProblem(null)!),
            var ran => Finding.Passed($"version {ran.Version} ran"),
        };

    public Finding Response(JsonNode? expected)
    {
        if (Decisive.Invocation is not { FunctionError: null } answered)
            return Finding.Skipped("it did not run to its end");
        if (expected is null)
            return Finding.Passed("it answered; nothing more is declared");
        var problem = answered.FindProblem(expected);
        return Finding.Of(problem is null, problem ?? "the answer contains what is expected");
    }

    public Finding InTime()
    {
        if (Decisive.SwitchedOff is not null)
            return Finding.Skipped("it did not run");
        var timings = new Timings(First.Duration, [.. Others.Select(c => c.Duration)]);
        var allowed = string.Create(CultureInfo.InvariantCulture, $"at most {LimitMs:0} ms, {Limits.TimeoutPercent} % of its timeout");
        var measured = Timings.Format(Decisive.Duration);
        var evidence = $"{timings.Describe("calls")}, timeout {TimeoutSeconds} s";
        return Decisive.IsCutOff
            ? Finding.Failed($"it was ended before it had answered: {evidence}", measured, allowed)
            : Finding.Of(Decisive.Duration <= LimitMs, evidence, measured, allowed);
    }
}
