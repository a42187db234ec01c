using System.Globalization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>
/// The verdict on one function, from numbers alone. Unhealthy needs enough requests and a difference beyond chance, or a probe that
/// fails on the new version only; healthy needs nothing that speaks against it, and enough requests of users. Where users make too few,
/// or the stage is too short to count them, as many passed probes do instead, and the assessment says so.
/// </summary>
internal sealed class FunctionJudge(TrafficRequest traffic, FunctionNumbers numbers)
{
    private readonly List<string> _against = [];
    private readonly List<string> _open = [];
    private string? _probesDecided;

    private VersionPair Versions => numbers.Versions;

    public static FunctionAssessment Judge(TrafficRequest traffic, FunctionNumbers numbers) => new FunctionJudge(traffic, numbers).Judge();

    private FunctionAssessment Judge()
    {
        JudgeErrors();
        JudgeDuration();
        JudgeThrottles();
        _against.AddRange(numbers.Probes.Failures);
        _open.AddRange(numbers.Probes.Doubts);
        JudgeSample();
        var findings = _against.Concat(_open).ToList();
        return new FunctionAssessment
        {
            Name = Versions.Function,
            Version = Versions.New,
            OldVersion = Versions.Old,
            Verdict =
                _against.Count > 0 ? CanaryVerdict.Unhealthy
                : _open.Count > 0 ? CanaryVerdict.Inconclusive
                : CanaryVerdict.Healthy,
            New = numbers.New,
            Old = numbers.Old,
            Throttled = numbers.Throttles.NewFailed,
            ProbesPassed = numbers.Probes.Passed,
            ProbesDecided = findings.Count == 0 && _probesDecided is not null,
            Findings =
            [
                .. (findings.Count == 0 && _probesDecided is not null ? [_probesDecided] : findings).Select(finding =>
                    $"{Versions.Function} version {Versions.New}: {finding}"
                ),
            ],
        };
    }

    private void JudgeErrors()
    {
        var old = numbers.Old ?? RequestNumbers.None;
        var errors = new RateComparison(numbers.New.Errors, numbers.New.Requests, old.Errors, old.Requests);
        JudgeRate(
            errors,
            traffic.Limits.ErrorRatePercent,
            Invariant(
                $"{errors.NewFailed} of {errors.NewTotal} requests failed ({errors.NewRate:0.0 %}){Against(errors)}; the limit is {Points(traffic.Limits.ErrorRatePercent)} more"
            )
        );
    }

    private string Against(RateComparison errors) =>
        (Versions.Old, errors.OldTotal) switch
        {
            (null, _) => ", there is no old version to compare with",
            (_, 0) => Invariant($", version {Versions.Old} had none to compare with"),
            _ => Invariant($", of version {Versions.Old} {errors.OldFailed} of {errors.OldTotal} ({errors.OldRate:0.0 %})"),
        };

    private void JudgeThrottles()
    {
        var throttles = numbers.Throttles;
        JudgeRate(
            throttles,
            traffic.Limits.ThrottleRatePercent,
            Invariant(
                $"{throttles.NewFailed} of {throttles.NewTotal} requests were throttled ({throttles.NewRate:0.0 %}), before the shift {throttles.OldFailed} of {throttles.OldTotal}; the limit is {Points(traffic.Limits.ThrottleRatePercent)} more"
            )
        );
    }

    private void JudgeRate(RateComparison rates, double limitPercent, string finding)
    {
        if (rates.Difference * 100 <= limitPercent)
            return;
        if (rates.NewTotal < traffic.MinimumRequests)
            _open.Add(Invariant($"{finding}. {traffic.MinimumRequests} requests are needed for a verdict"));
        else if (rates.CertainDifference * 100 > limitPercent)
            _against.Add(finding);
        else
            _open.Add($"{finding}. That may still be chance");
    }

    // Cold starts are slow in every version: a sample twice as large keeps the few of a new version from deciding.
    private void JudgeDuration()
    {
        if (
            numbers is not { New.Duration: { } mine, Old.Duration: { } theirs }
            || numbers.New.Requests < traffic.MinimumRequests
            || numbers.Old.Requests < traffic.MinimumRequests
            || mine <= theirs * traffic.Limits.LatencyRatio
            || mine - theirs <= traffic.Limits.LatencyMilliseconds
        )
            return;
        var finding = Invariant(
            $"nine of ten of {numbers.New.Requests} requests took up to {mine:0} ms, of {numbers.Old.Requests} of version {Versions.Old} up to {theirs:0} ms; the limits are {traffic.Limits.LatencyRatio} times that and {traffic.Limits.LatencyMilliseconds} ms more"
        );
        if (numbers.New.Requests >= 2 * traffic.MinimumRequests)
            _against.Add(finding);
        else
            _open.Add(Invariant($"{finding}. {2 * traffic.MinimumRequests} requests are needed for a verdict"));
    }

    // Own probes and users' requests are never added up: a handful of each proves neither.
    private void JudgeSample()
    {
        if (numbers.New.Requests >= traffic.MinimumRequests)
            return;
        var seen = Invariant($"{numbers.New.Requests} user requests and {numbers.Probes.Passed} probes");
        if (numbers.Probes.Passed < traffic.MinimumRequests)
            _open.Add(Invariant($"{seen} so far; {traffic.MinimumRequests} of either are needed for a verdict"));
        else if (numbers.Users == UserSight.Expected)
            _open.Add(Invariant($"{seen} so far; users' requests are counted {CanaryNumbers.Delay.TotalMinutes} minutes late"));
        else
            _probesDecided =
                numbers.Users == UserSight.Counted
                    ? $"{seen}: the probes decided, for users made too few"
                    : Invariant(
                        $"{seen}: the probes decided, for users' requests are counted up to {CanaryNumbers.Delay.TotalMinutes} minutes late and the stage is shorter"
                    );
    }

    private static string Points(double percent) => Invariant($"{percent} percentage point{(percent == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
