using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodeRipple.Workflow.LocalAws;

/// <summary>How a <see cref="LocalAwsHost"/> is set up. The defaults suit a rehearsal.</summary>
public sealed record LocalAwsOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Region of <see cref="LocalAwsHost.Environment"/> and of what the local AWS does by itself.</summary>
    public string Region { get; init; } = "us-west-2";

    /// <summary>How long a new function stays <c>Pending</c>, in milliseconds; null leaves it to the launcher.</summary>
    public int? FunctionPendingMilliseconds { get; init; }

    /// <summary>How long an update of a function stays <c>InProgress</c>, in milliseconds; null leaves it to the launcher.</summary>
    public int? FunctionUpdateMilliseconds { get; init; }

    /// <summary>
    /// How long Lambda does not know a new role or a new trust policy, in milliseconds; null leaves it to the launcher. On AWS it takes
    /// seconds.
    /// </summary>
    public int? RoleMilliseconds { get; init; }

    /// <summary>How late CloudWatch shows the metrics of AWS services. On AWS it takes minutes; here they are there at once.</summary>
    public TimeSpan MetricDelay { get; init; }

    /// <summary>What Wait states of state machines are multiplied with; below 1 they pass sooner than on AWS.</summary>
    public double WaitScale { get; init; } = 1;

    /// <summary>
    /// What the pauses before retries of state machines are multiplied with. Here things are ready in a fraction of the time that AWS
    /// takes,
    /// and so are the retries that wait for them.
    /// </summary>
    public double RetryScale { get; init; } = 1;

    /// <summary>
    /// Whether callers are throttled that together make more calls than AWS takes of an account. Only specs of something else, which
    /// set up more in a second than an account could, have a reason to switch it off.
    /// </summary>
    public bool EnforcesQuotas { get; init; } = true;

    /// <summary>
    /// How many processes of one function run side by side; more invocations wait in line. Null leaves it to the launcher of sandboxes.
    /// </summary>
    public int? SandboxesPerFunction { get; init; }

    /// <summary>How long a call that a fault leaves unanswered is held when its caller does not give up first.</summary>
    public TimeSpan UnansweredLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets what went wrong inside the local AWS.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
